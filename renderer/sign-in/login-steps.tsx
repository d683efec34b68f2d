/** The two ways to sign in, while the person is busy with them. */
import { type FormEvent, useId, useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import type { LoginStep } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { countdown } from '../format/time.ts'
import { useActions, useTicked } from '../state/app-context.ts'
import { CoreWords } from '../ui/core-words.tsx'
import { CopyButton, FailureNote } from '../ui/failure-note.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { rich } from '../ui/rich.ts'

export function BrowserStep(props: { step: Extract<LoginStep, { kind: 'browser' }>; loginId: string }) {
  const { step, loginId } = props
  return (
    <>
      {step.listening ? (
        <p className="dialog-state">
          <Glyph shape="ring-open" tone="busy" turning />
          <span>{t('Your browser has opened. Finish signing in there; this closes when you are done.')}</span>
        </p>
      ) : (
        <div className="callout callout-next">
          <p>
            {rich(
              '{warning} Another program uses the address this login returns to ({address}). Sign in as usual. The last page will not open: copy its address and paste it below.',
              {
                warning: <strong>{t('Your browser cannot come back by itself.')}</strong>,
                address: <code>{step.redirectUri}</code>,
              },
            )}
          </p>
        </div>
      )}
      <OpenAgain
        loginId={loginId}
        url={step.url}
        again={step.listening ? t('Open it again') : t('Open the browser')}
        primary={!step.listening}
      />
      {step.listening ? (
        <details className="fold">
          <summary>{t('The browser did not return?')}</summary>
          <p className="quiet">
            {rich(
              'If the last page says that it cannot be opened, or you signed in on another machine: copy its address and paste it here. It begins with {address}.',
              { address: <code>{step.redirectUri}</code> },
            )}
          </p>
          <PasteBox loginId={loginId} />
        </details>
      ) : (
        <PasteBox loginId={loginId} />
      )}
    </>
  )
}

export function DeviceStep(props: { step: Extract<LoginStep, { kind: 'device' }>; loginId: string }) {
  const { step, loginId } = props
  const left = useTicked((nowMs) => countdown(step.expiresAtMs - nowMs), [step.expiresAtMs])
  const url = step.verificationUriComplete ?? step.verificationUri
  return (
    <>
      <div className="device">
        <div className="device-words">
          <p>
            {rich('Open {address} on any device and enter this code:', {
              address: <strong className="break">{step.verificationUri}</strong>,
            })}
          </p>
          <div className="code-box">
            {/* Spelled out for ears: "B D W P", not a word. */}
            <output className="user-code" aria-label={[...step.userCode].join(' ')}>
              {step.userCode}
            </output>
            <CopyButton text={step.userCode} label={t('Copy code')} className="button-large" />
          </div>
        </div>
        <figure className="device-qr">
          <QrCode text={url} name={t('QR code for {url}', { url })} />
          <figcaption>{t('Or scan it with a phone')}</figcaption>
        </figure>
      </div>
      <OpenAgain loginId={loginId} url={url} again={t('Open the page')} primary />
      {/* It ticks: a screen reader must not hear each second. */}
      <p className="quiet tabular" aria-live="off">
        {left === 'now'
          ? t('The code has expired; a moment…')
          : t('The code is good for {left}. This closes when you are done.', { left })}
      </p>
    </>
  )
}

export function ProgramStep(props: { step: Extract<LoginStep, { kind: 'program' }> }) {
  const { program, command, terminal, warning } = props.step
  return (
    <>
      <p className="dialog-state">
        <Glyph shape="ring-open" tone="busy" turning />
        <span>
          {terminal === undefined
            ? t('{program} signs in itself. Run this in a terminal; this window follows by itself:', {
                program,
              })
            : t(
                '{program} signs in itself, in {terminal}, which has opened. Follow it there; this closes when you are done.',
                { program, terminal },
              )}
        </span>
      </p>
      <div className="callout">
        <p className="buttons">
          <code>{command}</code>
          <CopyButton text={command} label={t('Copy command')} />
        </p>
      </div>
      {warning === undefined ? null : (
        <p className="quiet">
          <CoreWords words={warning} />
        </p>
      )}
    </>
  )
}

function OpenAgain(props: { loginId: string; url: string; again: string; primary?: boolean }) {
  const actions = useActions()
  const [failure, setFailure] = useState<Failure>()
  return (
    <>
      <div className="buttons">
        <button
          type="button"
          className={`button button-large ${props.primary ? 'button-primary' : ''}`}
          onClick={() => void actions.openBrowser(props.loginId).then(setFailure)}
        >
          {props.again}
        </button>
        <CopyButton text={props.url} label={t('Copy link')} className="button-large" />
      </div>
      {failure ? <FailureNote failure={failure} /> : null}
    </>
  )
}

function PasteBox(props: { loginId: string }) {
  const actions = useActions()
  const [address, setAddress] = useState('')
  const [failure, setFailure] = useState<Failure>()
  const id = useId()

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (address.trim() !== '') setFailure(await actions.paste(props.loginId, address))
  }

  return (
    <form className="paste" onSubmit={(event) => void submit(event)}>
      <label htmlFor={id}>{t('Address of the last page')}</label>
      <div className="paste-line">
        <input
          id={id}
          className="input"
          value={address}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setAddress(event.target.value)}
        />
        <button type="submit" className="button button-large">
          {t('Finish')}
        </button>
      </div>
      {failure ? <FailureNote failure={failure} /> : null}
    </form>
  )
}
