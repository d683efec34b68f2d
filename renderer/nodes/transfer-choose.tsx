/** The first step: which logins. */
import { memo, useId } from 'react'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { comparisonMark, copyInWords } from '../model/node-text.ts'
import { selectable, suggestedLogins, type TransferLogin } from '../model/transfer-model.ts'
import { useActions, useTicked } from '../state/app-context.ts'
import type { TransferStep } from '../state/transfer-step.ts'
import { Glyph } from '../ui/glyph.tsx'
import { StepButtons, TransferFrame, Who } from './transfer-frame.tsx'

export function TransferChoose(props: {
  step: Extract<TransferStep, { kind: 'choose' | 'ways' | 'check' }>
}) {
  const { transfer, chosen, failure } = props.step
  const actions = useActions()
  const { direction, nodeName, logins } = transfer
  const able = logins.filter(selectable).map(({ id }) => id)
  const suggested = [...suggestedLogins(transfer)]
  const none = chosen.size === 0
  return (
    <TransferFrame
      kind="choose"
      title={
        direction === 'bring'
          ? t('Bring logins over from {nodeName}', { nodeName })
          : t('Send logins to {nodeName}', { nodeName })
      }
      failure={failure}
      note={
        none
          ? t('Choose at least one login.')
          : t('{logins} chosen. Nothing is written yet.', { logins: counted(chosen.size, 'login') })
      }
      buttons={
        <StepButtons
          kind="choose"
          label={t('Next: how')}
          isOff={none}
          onNext={() => actions.toTransferStep('ways')}
        />
      }
    >
      <div className="chips">
        {suggested.length > 0 && suggested.length < able.length ? (
          <Choice
            label={t('{suggested} suggested', { suggested: suggested.length })}
            ids={suggested}
            all={able}
            chosen={chosen}
          />
        ) : null}
        <Choice label={t('All {able}', { able: able.length })} ids={able} all={able} chosen={chosen} />
        <Choice label={t('None')} ids={[]} all={able} chosen={chosen} />
      </div>
      <ul
        className="card import-rows"
        aria-label={direction === 'bring' ? t('Logins of {nodeName}', { nodeName }) : t('Logins here')}
      >
        {logins.map((login) => (
          <Row key={login.id} login={login} chosen={chosen.has(login.id)} />
        ))}
      </ul>
    </TransferFrame>
  )
}

function Choice(props: {
  label: string
  ids: readonly string[]
  all: readonly string[]
  chosen: ReadonlySet<string>
}) {
  const { ids, chosen } = props
  const actions = useActions()
  const is = ids.length === chosen.size && ids.every((id) => chosen.has(id))
  return (
    <button
      type="button"
      className="chip"
      aria-pressed={is}
      onClick={() => {
        actions.chooseLogins(props.all, false)
        actions.chooseLogins(ids, true)
      }}
    >
      {props.label}
    </button>
  )
}

const Row = memo(function Row(props: { login: TransferLogin; chosen: boolean }) {
  const { login } = props
  const actions = useActions()
  const id = useId()
  const mark = comparisonMark(login.comparison)
  const able = selectable(login)
  const words = useTicked(
    (nowMs) => copyInWords(login, nowMs),
    login.accessExpiresAtMs === undefined ? [] : [login.accessExpiresAtMs],
  )
  return (
    <li className={`transfer-pick ${able ? '' : 'import-off'}`}>
      <input
        id={id}
        type="checkbox"
        className="check"
        checked={props.chosen}
        disabled={!able}
        aria-describedby={`${id}-mark`}
        onChange={(event) => actions.chooseLogins([login.id], event.target.checked)}
      />
      <label htmlFor={id} className="transfer-who">
        <Who account={login.account} providerName={`${login.providerName} · ${known(login.whereLine)}`} />
      </label>
      <p className="import-verdict" id={`${id}-mark`}>
        <Glyph shape={mark.shape} tone={mark.tone} small />
        <span>{mark.word}</span>
      </p>
      <p className="import-left tabular">{words}</p>
      {able ? null : <p className="transfer-why">{known(login.ways[0]?.consequence)}</p>}
    </li>
  )
})
