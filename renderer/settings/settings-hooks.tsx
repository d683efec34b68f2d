/** The commands that run when something happened to a login, as config.json names them. */
import type { SettingsView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { useAppState } from '../state/app-context.ts'
import { SettingRow, SettingsPart } from './setting-row.tsx'
import { RevealButton } from './settings-storage.tsx'

const WHEN: Readonly<Record<string, string>> = {
  'needs-login': t('When a login needs you'),
  recovered: t('When it is back'),
  refreshed: t('When a login was renewed'),
  expiring: t('When a login is about to expire'),
}

export function HookSettings(props: { settings: SettingsView }) {
  const { hooks = [] } = props.settings
  const config = useAppState((state) => (state.about?.ok ? state.about.value.paths[0]?.path : undefined))
  return (
    <SettingsPart title={t('Hooks')}>
      {hooks.map(({ event, program }) => (
        <SettingRow key={event} title={WHEN[event] ?? event} note={program} also={t('command run script')} />
      ))}
      <SettingRow
        title={t('Hooks are written in config.json')}
        {...(hooks.length === 0 ? { note: t('No command runs by itself.') } : {})}
        also={t('command')}
      >
        {config === undefined ? null : (
          <RevealButton path={config} name={t('Show config.json in the file manager')} />
        )}
      </SettingRow>
    </SettingsPart>
  )
}
