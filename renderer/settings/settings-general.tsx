/** This program on this machine: when it starts, and how it looks. */
import { useId } from 'react'
import type { SettingsView } from '../../app/contract/views.ts'
import { LANGUAGES, type Language } from '../../app/words/languages.ts'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { Choice } from '../ui/choice.tsx'
import { SettingRow, SettingsPart, Switch } from './setting-row.tsx'
import { StartupRows } from './startup-rows.tsx'

const THEMES: readonly { readonly id: SettingsView['theme']; readonly label: string }[] = [
  { id: 'system', label: t('System') },
  { id: 'light', label: t('Light') },
  { id: 'dark', label: t('Dark') },
]

/** Each in itself, but for the system's. */
const CHOICES: readonly { readonly id: SettingsView['language']; readonly label: string }[] = [
  { id: 'system', label: t('System') },
  ...Object.entries(LANGUAGES).map(([id, { name }]) => ({ id: id as Language, label: name })),
]

/** Where the desktop keeps the click for its own menu, that menu opens either way. */
const TRAYS: readonly { readonly id: SettingsView['tray']; readonly label: string }[] = [
  { id: 'popover', label: t('Small window') },
  { id: 'menu', label: t('Menu') },
]

export function GeneralSettings(props: { settings: SettingsView }) {
  const { language, theme, tray } = props.settings
  const compact = useAppState((state) => state.compact)
  const actions = useActions()
  const id = useId()
  return (
    <SettingsPart title={t('General')}>
      <StartupRows settings={props.settings} />
      <SettingRow
        title={t('Appearance')}
        also={t('theme colours light dark')}
        id={`${id}-theme`}
        refused="theme"
      >
        <Choice
          name="theme"
          labelledBy={`${id}-theme`}
          choices={THEMES}
          chosen={theme}
          onChoose={(one) => void actions.changeSettings('theme', { theme: one })}
        />
      </SettingRow>
      <SettingRow title={t('Language')} also="language Sprache 语言" id={`${id}-language`} refused="language">
        <Choice
          name="language"
          labelledBy={`${id}-language`}
          choices={CHOICES}
          chosen={language}
          onChoose={(one) => void actions.changeSettings('language', { language: one })}
        />
      </SettingRow>
      <SettingRow title={t('Compact rows')} htmlFor={`${id}-compact`} id={`${id}-compact`}>
        <Switch id={`${id}-compact`} on={compact} onChange={actions.setCompact} />
      </SettingRow>
      <SettingRow title={t('A click on the tray opens')} id={`${id}-tray`} refused="tray">
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
