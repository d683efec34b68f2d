/** Everything a person can change. Each change applies at once. */
import { type RefObject, useEffect, useState } from 'react'
import type { SettingsView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { wordsOf } from '../model/profile-rows.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { NoticeBanner } from '../ui/notice-banner.tsx'
import { About, HelpSettings } from './settings-about.tsx'
import { CommandLineSettings } from './settings-command.tsx'
import { GeneralSettings } from './settings-general.tsx'
import { HandingOutSettings } from './settings-handing-out.tsx'
import { HookSettings } from './settings-hooks.tsx'
import { NotificationSettings } from './settings-notifications.tsx'
import { ProgramSettings } from './settings-programs.tsx'
import { ProviderSettings } from './settings-providers.tsx'
import { RenewingSettings } from './settings-renewing.tsx'
import { SettingsQuery, SettingsSearch } from './settings-search.tsx'
import { StorageSettings } from './settings-storage.tsx'

export function SettingsScreen(props: { search: RefObject<HTMLInputElement | null> }) {
  const actions = useActions()
  const settings = useAppState((state) => state.settings)
  const failure = useAppState((state) => state.settingsRefused.all)
  const [query, setQuery] = useState('')
  useEffect(() => {
    void actions.loadSettings()
    void actions.loadAbout()
  }, [actions])
  return (
    <main className="screen page-screen">
      <div className="page settings-page">
        <header className="screen-head">
          <h1>{t('Settings')}</h1>
          <SettingsSearch input={props.search} query={query} onQuery={setQuery} />
        </header>
        <NoticeBanner />
        {failure ? (
          <div className="page-failure">
            <FailureNote failure={failure} />
            <button type="button" className="button" onClick={() => void actions.loadSettings()}>
              {t('Read them again')}
            </button>
          </div>
        ) : null}
        <SettingsQuery value={wordsOf(query)}>
          {settings || failure ? null : <p className="quiet">{t('Reading the settings…')}</p>}
          <div className="settings-columns">
            <div className="settings-column">{settings ? <Own settings={settings} /> : null}</div>
            <div className="settings-column">
              <ProviderSettings />
              {settings ? <HookSettings settings={settings} /> : null}
              <CommandLineSettings />
              <StorageSettings />
              <HelpSettings />
              <About />
            </div>
          </div>
        </SettingsQuery>
        {query === '' ? null : (
          <p className="settings-none">
            {t('No setting says “{query}”.', { query })}{' '}
            <button type="button" className="link-button" onClick={() => setQuery('')}>
              {t('Show all')}
            </button>
          </p>
        )}
      </div>
    </main>
  )
}

/** What Lamplighter does by itself. */
function Own(props: { settings: SettingsView }) {
  const { settings } = props
  return (
    <>
      <GeneralSettings settings={settings} />
      <RenewingSettings settings={settings} />
      <ProgramSettings />
      <HandingOutSettings settings={settings} />
      <NotificationSettings settings={settings} />
    </>
  )
}
