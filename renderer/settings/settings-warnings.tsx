/** How long before a grant ends the person is told, each once. */
import { useId, useRef } from 'react'
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'
import { CloseIcon } from '../ui/icons.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { SettingRow } from './setting-row.tsx'
import { hoursText, MOST_WARNINGS, parseHours } from './settings-fields.ts'

export function WarnAhead(props: { hours: readonly number[] }) {
  const actions = useActions()
  const id = useId()
  const box = useRef<HTMLFieldSetElement>(null)
  const hours = [...props.hours].sort((a, b) => b - a)
  const set = (grantEndsHours: readonly number[]) =>
    void actions.changeSettings('warn', { notifications: { grantEndsHours } })
  const draft = useDraft(
    '',
    (text) => parseHours(text, hours),
    (more) => set([...hours, more].sort((a, b) => b - a)),
  )
  const full = hours.length >= MOST_WARNINGS
  return (
    <SettingRow
      title={t('Warn before a login ends')}
      id={id}
      {...(hours.length === 0 ? { note: t('Never: you hear of it when it has ended.') } : {})}
      error={draft.error}
      refused="warn"
    >
      <fieldset className="warnings" ref={box} aria-labelledby={id}>
        {hours.map((one) => (
          <span className="token" key={one}>
            <span>{hoursText(one)}</span>
            <button
              type="button"
              aria-label={t('Do not warn {hours} before', { hours: hoursText(one) })}
              onClick={() => {
                set(hours.filter((other) => other !== one))
                box.current?.querySelector('input')?.focus() // the button is gone
              }}
            >
              <CloseIcon />
            </button>
          </span>
        ))}
        <input
          {...draft.field}
          className="input input-add"
          placeholder={t('Add…')}
          autoComplete="off"
          disabled={full}
          aria-label={t('Add a warning, in hours')}
          aria-describedby={`${id}-note`}
          title={
            full
              ? t('{mostWarnings} at most', { mostWarnings: MOST_WARNINGS })
              : t('Hours, or days: 12, 36 h, 3 d')
          }
        />
      </fieldset>
    </SettingRow>
  )
}
