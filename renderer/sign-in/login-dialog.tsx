/** One login from the first click to its end: says at each step what the person does next. */
import type { LoginStep, RemainingStep } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import type { DialogState } from '../state/store.ts'
import { CoreWords } from '../ui/core-words.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { CopyButton, FailureNote } from '../ui/failure-note.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { rich } from '../ui/rich.ts'
import { BrowserStep, DeviceStep, ProgramStep } from './login-steps.tsx'

export function LoginDialog(props: { dialog: Extract<DialogState, { kind: 'login' }> }) {
  const { dialog } = props
  const actions = useActions()
  const login = useAppState((state) => (dialog.loginId ? state.logins[dialog.loginId] : undefined))
  const profile = useAppState((state) =>
    state.overview?.profiles.find((known) => known.id === dialog.request.profileId),
  )
  const step: LoginStep = dialog.failure
    ? { kind: 'failed', failure: dialog.failure }
    : (login?.step ?? { kind: 'starting' })
  const provider = login?.providerName ?? profile?.providerName ?? dialog.request.providerId
  const account = login?.account ?? profile?.account
  const over = step.kind === 'done' || step.kind === 'failed'
  return (
    <Dialog
      title={
        step.kind === 'done'
          ? t('Signed in')
          : provider
            ? t('Sign in to {provider}', { provider })
            : t('Sign in')
      }
      {...(account && step.kind !== 'done' ? { lead: t('as {account}', { account }) } : {})}
      onClose={() => void actions.closeDialog()}
    >
      <div className="dialog-body" aria-live="polite">
        <Step
          step={step}
          loginId={login?.id}
          byProgram={profile?.owner.mode === 'watched' || profile?.owner.mode === 'delegated'}
        />
      </div>
      <footer className="dialog-foot">
        {step.kind === 'failed' ? (
          <button
            type="button"
            className="button button-large button-primary"
            onClick={() => void actions.signIn(dialog.request)}
          >
            {t('Try again')}
          </button>
        ) : null}
        {login && !over ? <OtherWay step={step} loginId={login.id} dialog={dialog} /> : null}
        <button
          type="button"
          className={`button button-large ${step.kind === 'done' ? 'button-primary' : ''}`}
          onClick={() => void actions.closeDialog()}
        >
          {step.kind === 'done' ? t('Done') : over ? t('Close') : t('Cancel')}
        </button>
      </footer>
    </Dialog>
  )
}

function Step(props: { step: LoginStep; loginId: string | undefined; byProgram: boolean }) {
  const { step, loginId, byProgram } = props
  switch (step.kind) {
    case 'starting':
      return <Busy text={t('Asking the provider how to sign in…')} />
    case 'browser':
      return loginId ? <BrowserStep step={step} loginId={loginId} /> : null
    case 'device':
      return loginId ? <DeviceStep step={step} loginId={loginId} /> : null
    case 'program':
      return <ProgramStep step={step} />
    case 'exchanging':
      return <Busy text={t('You are through. Fetching the new tokens and writing them to every file…')} />
    case 'done': {
      const who = <strong>{step.account}</strong>
      return (
        <>
          <p className="dialog-state">
            <Glyph shape="disc" tone="good" />
            <span>
              {byProgram
                ? rich('{account} is signed in. What remains for you to do:', { account: who })
                : rich(
                    '{account} is signed in. Lamplighter keeps it from here on. What remains for you to do:',
                    { account: who },
                  )}
            </span>
          </p>
          {step.remains?.map((one) => (
            <Remaining key={one.what} step={one} />
          ))}
        </>
      )
    }
    case 'failed':
      return <FailureNote failure={step.failure} />
  }
}

function Remaining(props: { step: RemainingStep }) {
  const { what, command } = props.step
  return (
    <div className="callout callout-next">
      <p>
        <CoreWords words={what} />
      </p>
      {command === undefined ? null : (
        <p className="buttons">
          <code>{command}</code>
          <CopyButton text={command} label={t('Copy command')} />
        </p>
      )}
    </div>
  )
}

function Busy(props: { text: string }) {
  return (
    <p className="dialog-state">
      <Glyph shape="ring-open" tone="busy" turning />
      <span>{props.text}</span>
    </p>
  )
}

/** A provider that knows both ways lets the person change over, for instance on a machine without a browser. */
function OtherWay(props: {
  step: LoginStep
  loginId: string
  dialog: Extract<DialogState, { kind: 'login' }>
}) {
  const { step, dialog } = props
  const actions = useActions()
  const both = useAppState((state) => state.logins[props.loginId]?.ways?.length === 2)
  if (!both || (step.kind !== 'browser' && step.kind !== 'device')) return null
  const method = step.kind === 'browser' ? 'device' : 'browser'
  return (
    <button
      type="button"
      className="link-button dialog-other"
      onClick={() => void actions.closeDialog().then(() => actions.signIn({ ...dialog.request, method }))}
    >
      {method === 'device' ? t('Use a code instead') : t('Use the browser on this machine')}
    </button>
  )
}
