/** Everything a person can change. Each change applies at once. */
import { useEffect } from 'react'
import { useActions, useAppState } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { NoticeBanner } from '../ui/notice-banner.tsx'
import { About, HelpSettings } from './settings-about.tsx'
import { GeneralSettings } from './settings-general.tsx'
import { NotificationSettings } from './settings-notifications.tsx'
import { ProgramSettings } from './settings-programs.tsx'
import { RefreshingSettings } from './settings-refreshing.tsx'
import { StorageSettings } from './settings-storage.tsx'

export function SettingsScreen() {
  const actions = useActions()
  const settings = useAppState((state) => state.settings)
  const failure = useAppState((state) => state.settingsRefused.all)
  useEffect(() => {
    void actions.loadSettings()
    void actions.loadAbout()
  }, [actions])
  return (
    <main className="screen page-screen">
      <div className="page">
        <header className="screen-head">
          <h1>Settings</h1>
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
        {settings ? (
          <>
            <RefreshingSettings settings={settings} />
            <ProgramSettings />
            <NotificationSettings settings={settings} />
            <GeneralSettings settings={settings} />
          </>
        ) : failure ? null : (
          <p className="quiet">Reading the settings…</p>
        )}
        <StorageSettings />
        <HelpSettings />
        <About />
      </div>
    </main>
  )
}
