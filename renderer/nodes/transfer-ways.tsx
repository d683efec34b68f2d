/** The second step: how each login comes over, with the price of each way. */
import { useRef } from 'react'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { commonWays, suggestedWays, unagreed, undecided, wayName } from '../model/transfer-model.ts'
import { useActions } from '../state/app-context.ts'
import { chosenLogins } from '../state/transfer-actions.ts'
import type { TransferStep } from '../state/transfer-step.ts'
import { StepButtons, TransferFrame } from './transfer-frame.tsx'
import { WayRow } from './way-row.tsx'

/** Up to so many logins show all their ways at once. */
const OPEN = 3

type Step = Extract<TransferStep, { kind: 'choose' | 'ways' | 'check' }>

export function TransferWays(props: { step: Step }) {
  const { step } = props
  const { transfer, ways, agreed } = step
  const actions = useActions()
  const list = useRef<HTMLUListElement>(null)
  const logins = chosenLogins(step)
  const missing = undecided(logins, ways).length
  const risks = unagreed(logins, ways, agreed).length
  const { direction, nodeName } = transfer

  function next(): void {
    if (missing + risks === 0) actions.toTransferStep('check')
    // Where the person is needed is shown, not only said.
    else list.current?.querySelector<HTMLElement>('[data-missing="true"]')?.focus()
  }

  return (
    <TransferFrame
      kind="ways"
      title={
        direction === 'bring'
          ? t('How {logins, plural, one {it comes} other {{logins} logins come}} over from {nodeName}', {
              logins: logins.length,
              nodeName,
            })
          : t('How {logins, plural, one {it goes} other {{logins} logins go}} to {nodeName}', {
              logins: logins.length,
              nodeName,
            })
      }
      failure={step.failure}
      note={
        missing > 0
          ? t('Say how for {logins}.', { logins: counted(missing, 'login') })
          : risks > 0
            ? t('Tick what you accept for {logins}.', { logins: counted(risks, 'login') })
            : t('Nothing is written yet: next you see what would be.')
      }
      buttons={<StepButtons kind="ways" label={t('Next: check')} isOff={missing + risks > 0} onNext={next} />}
    >
      {logins.length > 1 ? <ForAll step={step} /> : null}
      <ul ref={list} className="card import-rows" aria-label={t('Ways')}>
        {logins.map((login) => (
          <WayRow
            key={login.id}
            login={login}
            direction={direction}
            way={ways[login.id]}
            agreed={agreed.has(login.id)}
            open={logins.length <= OPEN}
          />
        ))}
      </ul>
    </TransferFrame>
  )
}

function ForAll(props: { step: Step }) {
  const { step } = props
  const actions = useActions()
  const logins = chosenLogins(step)
  const suggested = suggestedWays(step.transfer)
  const asSuggested = logins.every(({ id }) => step.ways[id] === suggested[id])
  return (
    <fieldset className="chips for-all">
      <legend>{t('For all {logins}', { logins: logins.length })}</legend>
      <button type="button" className="chip" aria-pressed={asSuggested} onClick={actions.suggestWays}>
        {t('As suggested')}
      </button>
      {commonWays(logins).map((way) => (
        <button
          key={way}
          type="button"
          className="chip"
          aria-pressed={logins.every(({ id }) => step.ways[id] === way)}
          onClick={() => actions.chooseWayForAll(way)}
        >
          {wayName(way, step.transfer.direction)}
        </button>
      ))}
    </fieldset>
  )
}
