/** This program on this machine: when it starts, and how it looks. */
import { useId } from 'react'
import type { SettingsView } from '../../app/contract/views.ts'
import { useActions } from '../state/app-context.ts'
import { SettingRow, SettingsPart, Switch } from './setting-row.tsx'
import { CommandSetting } from './settings-command.tsx'

const THEMES: readonly { readonly id: SettingsView['theme']; readonly label: string }[] = [
  { id: 'system', label: 'System' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
]

export function GeneralSettings(props: { settings: SettingsView }) {
  const { startAtLogin, checkForUpdates, theme } = props.settings
  const actions = useActions()
  const id = useId()
  return (
    <SettingsPart title="This machine">
      <SettingRow
        title="Start when you log in"
        htmlFor={id}
        id={id}
        note="In the tray, without a window. Logins renew only while Lamplighter runs."
        refused="startup"
      >
        <Switch
          id={id}
          on={startAtLogin}
          onChange={(on) => void actions.changeSettings('startup', { startAtLogin: on })}
        />
      </SettingRow>
      <SettingRow
        title="Look for a newer version"
        htmlFor={`${id}-updates`}
        id={`${id}-updates`}
        note="Once a day, where an installed release came from. Installed when you quit."
        refused="updates"
      >
        <Switch
          id={`${id}-updates`}
          on={checkForUpdates}
          onChange={(on) => void actions.changeSettings('updates', { checkForUpdates: on })}
        />
      </SettingRow>
      <CommandSetting />
      <SettingRow title="Appearance" id={`${id}-theme`} refused="theme">
        <fieldset className="switch" aria-labelledby={`${id}-theme`}>
          {THEMES.map((one) => (
            <label key={one.id} className="switch-part">
              <input
                type="radio"
                name="theme"
                value={one.id}
                checked={theme === one.id}
                onChange={() => void actions.changeSettings('theme', { theme: one.id })}
              />
              <span data-label={one.label}>{one.label}</span>
            </label>
          ))}
        </fieldset>
      </SettingRow>
    </SettingsPart>
  )
}
