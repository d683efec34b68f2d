/** This program on this machine: when it starts, and how it looks. */
import { useId } from 'react'
import type { SettingsView } from '../../app/contract/views.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { Choice } from '../ui/choice.tsx'
import { SettingRow, SettingsPart, Switch } from './setting-row.tsx'
import { StartupRows } from './startup-rows.tsx'

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
  const { theme, tray } = props.settings
  const compact = useAppState((state) => state.compact)
  const actions = useActions()
  const id = useId()
  return (
    <SettingsPart title="General">
      <StartupRows settings={props.settings} />
      <SettingRow title="Appearance" also="theme colours light dark" id={`${id}-theme`} refused="theme">
        <Choice
          name="theme"
          labelledBy={`${id}-theme`}
          choices={THEMES}
          chosen={theme}
          onChoose={(one) => void actions.changeSettings('theme', { theme: one })}
        />
      </SettingRow>
      <SettingRow title="Compact rows" htmlFor={`${id}-compact`} id={`${id}-compact`}>
        <Switch id={`${id}-compact`} on={compact} onChange={actions.setCompact} />
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
