/** Everything a person can change. Each change applies at once. */
import { type RefObject, useEffect, useState } from 'react'
import type { SettingsView } from '../../app/contract/views.ts'
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
          <h1>Settings</h1>
          <SettingsSearch input={props.search} query={query} onQuery={setQuery} />
        </header>
        <NoticeBanner />
        {failure ? (
          <div className="page-failure">
            <FailureNote failure={failure} />
            <button type="button" className="button" onClick={() => void actions.loadSettings()}>
              Read them again
            </button>
          </div>
        ) : null}
        <SettingsQuery value={wordsOf(query)}>
          {settings ? (
            <Own settings={settings} />
          ) : failure ? null : (
            <p className="quiet">Reading the settings…</p>
          )}
          <CommandLineSettings />
          <StorageSettings />
          <HelpSettings />
          <About />
        </SettingsQuery>
        {query === '' ? null : (
          <p className="settings-none">
            No setting says “{query}”.{' '}
            <button type="button" className="link-button" onClick={() => setQuery('')}>
              Show all
            </button>
          </p>
        )}
      </div>
    </main>
  )
}

/** What is written in config.json. */
function Own(props: { settings: SettingsView }) {
  const { settings } = props
  return (
    <>
      <GeneralSettings settings={settings} />
      <RenewingSettings settings={settings} />
      <ProgramSettings />
      <HandingOutSettings settings={settings} />
      <NotificationSettings settings={settings} />
      <ProviderSettings />
      <HookSettings settings={settings} />
    </>
  )
}
