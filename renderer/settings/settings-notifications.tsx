/** When a person is told, when nobody is, and about which logins. */
import { useId } from 'react'
import type { SettingsView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'
import { useDraft } from '../ui/use-draft.ts'
import { SettingRow, SettingsPart, Switch } from './setting-row.tsx'
import { parseQuietEnd } from './settings-fields.ts'
import { MutedLogins } from './settings-muted.tsx'
import { WarnAhead } from './settings-warnings.tsx'

type Hours = NonNullable<SettingsView['notifications']['quietHours']>

const USUAL: Hours = { from: '22:00', to: '07:00' }

export function NotificationSettings(props: { settings: SettingsView }) {
  const { notifications } = props.settings
  return (
    <SettingsPart
      title={t('Notifications')}
      note={t(
        'You hear of a login only when you have to sign in, or soon will. What Lamplighter can renew never notifies.',
      )}
    >
      <WarnAhead hours={notifications.grantEndsHours} />
      <QuietHours hours={notifications.quietHours} />
      <MutedLogins ids={notifications.mutedProfiles} />
    </SettingsPart>
  )
}

export function QuietHours(props: { hours: Hours | undefined }) {
  const { hours = USUAL } = props
  const actions = useActions()
  const id = useId()
  const on = props.hours !== undefined
  const set = (quietHours: Hours | null) =>
    void actions.changeSettings('quiet', { notifications: { quietHours } })
  const from = useDraft(
    hours.from,
    (text) => parseQuietEnd(text, hours.to),
    (time) => set({ ...hours, from: time }),
  )
  const to = useDraft(
    hours.to,
    (text) => parseQuietEnd(text, hours.from),
    (time) => set({ ...hours, to: time }),
  )
  return (
    <SettingRow
      title={t('Quiet hours')}
      htmlFor={id}
      id={id}
      note={t('No notifications then; what is still open is shown afterwards.')}
      error={from.error ?? to.error}
      refused="quiet"
    >
      {/* Always there, so that nothing moves when they are switched on. */}
      <fieldset className="quiet-hours" disabled={!on}>
        <legend className="only-read">{t('Quiet hours')}</legend>
        <input {...from.field} className="input input-clock" aria-label={t('From')} autoComplete="off" />
        <span className="unit" aria-hidden="true">
          {t('to')}
        </span>
        <input {...to.field} className="input input-clock" aria-label={t('Until')} autoComplete="off" />
      </fieldset>
      <Switch id={id} on={on} described onChange={(next) => set(next ? hours : null)} />
    </SettingRow>
  )
}
