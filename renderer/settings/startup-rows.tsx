/** What a person decides about starts and versions: at the first start, and later in Settings. */
import { useId } from 'react'
import type { SettingsView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'
import { SettingRow, Switch } from './setting-row.tsx'

export function StartupRows(props: { settings: SettingsView }) {
  const { startAtLogin, checkForUpdates } = props.settings
  const actions = useActions()
  const id = useId()
  return (
    <>
      <SettingRow
        title={t('Start when you log in')}
        htmlFor={`${id}-startup`}
        id={`${id}-startup`}
        note={t('Logins renew only while Lamplighter runs.')}
        refused="startup"
      >
        <Switch
          id={`${id}-startup`}
          on={startAtLogin}
          described
          onChange={(on) => void actions.changeSettings('startup', { startAtLogin: on })}
        />
      </SettingRow>
      <SettingRow
        title={t('Look for a newer version once a day')}
        htmlFor={`${id}-updates`}
        id={`${id}-updates`}
        also={t('update upgrade')}
        refused="updates"
      >
        <Switch
          id={`${id}-updates`}
          on={checkForUpdates}
          onChange={(on) => void actions.changeSettings('updates', { checkForUpdates: on })}
        />
      </SettingRow>
    </>
  )
}
