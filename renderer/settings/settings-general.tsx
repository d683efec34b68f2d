/** This program on this machine: when it starts, and how it looks. */
import { useId } from 'react'
import type { SettingsView } from '../../app/contract/views.ts'
import { useActions } from '../state/app-context.ts'
import { Choice } from '../ui/choice.tsx'
import { SettingRow, SettingsPart, Switch } from './setting-row.tsx'
import { CommandSetting } from './settings-command.tsx'

const THEMES: readonly { readonly id: SettingsView['theme']; readonly label: string }[] = [
  { id: 'system', label: 'System' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
]

/** Where the desktop keeps the click for its own menu, that menu opens either way. */
const TRAYS: readonly { readonly id: SettingsView['tray']; readonly label: string }[] = [
  { id: 'popover', label: 'Small window' },
  { id: 'menu', label: 'Menu' },
]

export function GeneralSettings(props: { settings: SettingsView }) {
  const { startAtLogin, checkForUpdates, theme, tray } = props.settings
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
        <Choice
          name="theme"
          labelledBy={`${id}-theme`}
          choices={THEMES}
          chosen={theme}
          onChoose={(one) => void actions.changeSettings('theme', { theme: one })}
        />
      </SettingRow>
      <SettingRow title="A click on the tray opens" id={`${id}-tray`} refused="tray">
        <Choice
          name="tray"
          labelledBy={`${id}-tray`}
          choices={TRAYS}
          chosen={tray}
          onChoose={(one) => void actions.changeSettings('tray', { tray: one })}
        />
      </SettingRow>
    </SettingsPart>
  )
}
