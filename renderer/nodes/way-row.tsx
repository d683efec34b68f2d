/** One login and the ways it can go; in a long list, the chosen one alone until the person wants another. */
import { memo, useEffect, useId, useRef, useState } from 'react'
import type { Way } from '../../app/contract/nodes.ts'
import { t } from '../../app/words/t.ts'
import { type Direction, type TransferLogin, WAYS, wayName, wayOf } from '../model/transfer-model.ts'
import { useActions } from '../state/app-context.ts'
import { CoreWords } from '../ui/core-words.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { rich } from '../ui/rich.ts'
import { Who } from './transfer-frame.tsx'

export const WayRow = memo(function WayRow(props: {
  login: TransferLogin
  direction: Direction
  way: Way | undefined
  agreed: boolean
  open: boolean
}) {
  const { login, direction, way } = props
  const id = useId()
  const [open, setOpen] = useState(props.open || way === undefined)
  const box = useRef<HTMLDivElement>(null)
  const opened = useRef(false)
  useEffect(() => {
    // The button that opened it is gone: the person goes on at the choice it stood for.
    if (open && opened.current) box.current?.querySelector<HTMLElement>('input:checked')?.focus()
    opened.current = false
  }, [open])
  const chosen = wayOf(login, way)
  return (
    <li className="way-row">
      <p className="transfer-who" id={id}>
        <Who account={login.account} providerName={login.providerName} />
      </p>
      <div ref={box} className="way-choice">
        {open ? (
          <Choices login={login} direction={direction} way={way} labelledBy={id} />
        ) : chosen ? (
          <div className="way-chosen">
            <p>
              <strong>{wayName(chosen.way, direction)}.</strong> <CoreWords words={chosen.consequence} />
            </p>
            <button
              type="button"
              className="button"
              aria-label={t('Another way for {account}', { account: login.account })}
              onClick={() => {
                opened.current = true
                setOpen(true)
              }}
            >
              {t('Other ways')}
            </button>
          </div>
        ) : null}
        {chosen?.risky ? <Agree login={login} agreed={props.agreed} endpoint={chosen.endpoint} /> : null}
      </div>
    </li>
  )
})

function Choices(props: {
  login: TransferLogin
  direction: Direction
  way: Way | undefined
  labelledBy: string
}) {
  const { login, direction, way } = props
  const actions = useActions()
  const id = useId()
  const views = WAYS.flatMap((one) => wayOf(login, one) ?? [])
  const first = views.find(({ possible }) => possible)?.way
  return (
    <div role="radiogroup" className="ways" aria-labelledby={props.labelledBy}>
      {views.map((view) => (
        <label key={view.way} className={`way ${view.possible ? '' : 'way-off'}`}>
          <input
            type="radio"
            className="radio"
            name={id}
            checked={way === view.way}
            disabled={!view.possible}
            aria-describedby={`${id}-${view.way}`}
            aria-label={wayName(view.way, direction)}
            data-missing={way === undefined && view.way === first}
            onChange={() => actions.chooseWay(login.id, view.way)}
          />
          <span className="way-name">
            {wayName(view.way, direction)}
            {view.suggested && view.possible ? <span className="way-tag">{t('suggested')}</span> : null}
            {view.risky ? (
              <span className="way-tag">
                <Glyph shape="triangle" tone="next" small />{' '}
                {view.endpoint === undefined ? t('emergency') : t('unknown address')}
              </span>
            ) : null}
            {view.possible ? null : <span className="way-tag">{t('not possible')}</span>}
          </span>
          <span className="way-means" id={`${id}-${view.way}`}>
            <CoreWords words={view.consequence} />
          </span>
        </label>
      ))}
    </div>
  )
}

function Agree(props: { login: TransferLogin; agreed: boolean; endpoint: string | undefined }) {
  const { login, agreed, endpoint } = props
  const actions = useActions()
  return (
    <label className="fork-sure way-agree">
      <input
        type="checkbox"
        className="check"
        checked={agreed}
        data-missing={!agreed}
        onChange={(event) => actions.agree(login.id, event.target.checked)}
      />
      <span>
        {endpoint === undefined ? (
          t('I understand what this can cost')
        ) : (
          <>
            {rich('I know {address}: tokens may go there', {
              address: <span className="break">{endpoint}</span>,
            })}
          </>
        )}
        <span className="only-read"> {t('for {account}', { account: login.account })}</span>.
      </span>
    </label>
  )
}
