/** How early, and how many at once. */
import { useId } from 'react'
import type { SettingsView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'
import { useDraft } from '../ui/use-draft.ts'
import { SettingRow, SettingsPart } from './setting-row.tsx'
import { leadText, parseConcurrent, parseLead } from './settings-fields.ts'

export function RenewingSettings(props: { settings: SettingsView }) {
  return (
    <SettingsPart title={t('Renewing')}>
      <Lead leadSeconds={props.settings.leadSeconds} />
      <Pacing count={props.settings.maxConcurrent} />
    </SettingsPart>
  )
}

function Lead(props: { leadSeconds: number | undefined }) {
  const actions = useActions()
  const id = useId()
  const draft = useDraft(leadText(props.leadSeconds), parseLead, (leadSeconds) =>
    actions.changeSettings('lead', { leadSeconds }),
  )
  return (
    <SettingRow
      title={t('Renew this long before a token expires')}
      also={t('ahead of time early lead')}
      htmlFor={id}
      id={id}
      error={draft.error}
      refused="lead"
    >
      <input
        {...draft.field}
        id={id}
        className="input input-number"
        inputMode="decimal"
        autoComplete="off"
        placeholder={t('auto')}
        aria-describedby={`${id}-note`}
      />
      <span className="unit">{t('min')}</span>
    </SettingRow>
  )
}

function Pacing(props: { count: number }) {
  const { count } = props
  const actions = useActions()
  const id = useId()
  const draft = useDraft(String(count), parseConcurrent, (maxConcurrent) =>
    actions.changeSettings('pacing', { maxConcurrent }),
  )
  const step = (by: 1 | -1) => {
    const next = count + by
    if (next >= 1 && next <= 64) draft.set(String(next))
  }
  return (
    <SettingRow
      title={t('Renewals at once, per provider')}
      also={t('parallel concurrent pacing')}
      htmlFor={id}
      id={id}
      error={draft.error}
      refused="pacing"
    >
      <div className="stepper">
        <button type="button" aria-label={t('One fewer')} aria-disabled={count <= 1} onClick={() => step(-1)}>
          −
        </button>
        <input
          {...draft.field}
          id={id}
          role="spinbutton"
          inputMode="numeric"
          autoComplete="off"
          aria-valuenow={count}
          aria-valuemin={1}
          aria-valuemax={64}
          aria-describedby={`${id}-note`}
          onKeyDown={(event) => {
            if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
              event.preventDefault()
              step(event.key === 'ArrowUp' ? 1 : -1)
            } else draft.field.onKeyDown(event)
          }}
        />
        <button type="button" aria-label={t('One more')} aria-disabled={count >= 64} onClick={() => step(1)}>
          +
        </button>
      </div>
    </SettingRow>
  )
}
