/** The window: the sidebar, one screen, and at most one dialog over them. */
import { type RefObject, useEffect, useRef } from 'react'
import { HistoryScreen } from '../history/history-screen.tsx'
import { ExportDialog } from '../import-export/export-dialog.tsx'
import { ImportScreen } from '../import-export/import-screen.tsx'
import { FindingDialog } from '../logins/finding-dialog.tsx'
import { LoginsScreen } from '../logins/logins-screen.tsx'
import { ProfileDialog } from '../logins/profile-dialogs.tsx'
import { NodesScreen } from '../nodes/nodes-screen.tsx'
import { RemoveNodeDialog } from '../nodes/remove-node-dialog.tsx'
import { TakeOverDialog } from '../nodes/take-over-dialog.tsx'
import { ConnectDialog } from '../programs/connect-dialog.tsx'
import { ConnectionDialog } from '../programs/connection-dialog.tsx'
import { DoorDialog } from '../programs/door-dialog.tsx'
import { OpenDoorDialog } from '../programs/open-door-dialog.tsx'
import { ProgramsScreen } from '../programs/programs-screen.tsx'
import { QuestionBox } from '../programs/question-box.tsx'
import { HookDialog } from '../settings/hook-dialog.tsx'
import { SettingsScreen } from '../settings/settings-screen.tsx'
import { SupportDialog } from '../settings/support-dialog.tsx'
import { AddDialog } from '../sign-in/add-dialog.tsx'
import { LoginDialog } from '../sign-in/login-dialog.tsx'
import { ProviderDialog } from '../sign-in/provider-dialog.tsx'
import { AppContext, type AppDeps, useActions, useAppState } from '../state/app-context.ts'
import type { ScreenId } from '../state/store.ts'
import { ToastBox } from '../ui/toast.tsx'
import { showWholeWords } from '../ui/whole-words.ts'
import { Palette } from './palette.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { Sidebar } from './sidebar.tsx'
import { useKeyboard } from './use-keyboard.ts'
import { WelcomeScreen } from './welcome-screen.tsx'

export function App(props: { parts: AppDeps }) {
  return (
    <AppContext value={props.parts}>
      <Shell />
    </AppContext>
  )
}

function Shell() {
  const actions = useActions()
  const screen = useAppState((state) => state.screen)
  const dialog = useAppState((state) => state.dialog)
  const announcement = useAppState((state) => state.announcement)
  // Until the person has pressed "Begin", the list gives way to what was found and what will become of it.
  const first = useAppState((state) =>
    state.screen === 'logins' && state.settings?.welcomed === false ? state.overview : undefined,
  )
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => actions.connect(), [actions])
  useEffect(() => showWholeWords(document), [])
  useKeyboard(search)
  return (
    <div className={`window ${first ? 'window-still' : ''}`}>
      {first ? null : <Sidebar />}
      {first ? <WelcomeScreen overview={first} /> : <Screen screen={screen} search={search} />}
      {dialog?.kind === 'add' || (dialog?.kind === 'login' && dialog.isAdding) ? <AddDialog /> : null}
      {dialog?.kind === 'login' ? <LoginDialog dialog={dialog} /> : null}
      {dialog?.kind === 'support' ? <SupportDialog /> : null}
      {dialog?.kind === 'shortcuts' ? <ShortcutsDialog /> : null}
      {dialog?.kind === 'palette' ? <Palette search={search} /> : null}
      {dialog?.kind === 'export' ? <ExportDialog /> : null}
      {dialog?.kind === 'remove-node' ? <RemoveNodeDialog dialog={dialog} /> : null}
      {dialog?.kind === 'connect' ? <ConnectDialog key={dialog.consumer} consumer={dialog.consumer} /> : null}
      {dialog?.kind === 'connection' ? <ConnectionDialog connectionId={dialog.connectionId} /> : null}
      {dialog?.kind === 'open-door' ? <OpenDoorDialog /> : null}
      {dialog?.kind === 'door' ? <DoorDialog name={dialog.door} /> : null}
      {dialog?.kind === 'take-over' ? <TakeOverDialog dialog={dialog} /> : null}
      {dialog && 'profileId' in dialog && dialog.kind !== 'take-over' ? (
        <ProfileDialog kind={dialog.kind} profileId={dialog.profileId} />
      ) : null}
      <QuestionBox />
      {dialog?.kind === 'finding' ? <FindingDialog findingId={dialog.findingId} /> : null}
      {dialog?.kind === 'provider' ? <ProviderDialog providerId={dialog.providerId} /> : null}
      {dialog?.kind === 'hook' ? <HookDialog key={dialog.event} event={dialog.event} /> : null}
      <ToastBox />
      {/* Says only what changed: states, never countdowns. */}
      <div className="only-read" role="status" aria-live="polite">
        {announcement}
      </div>
    </div>
  )
}

function Screen(props: { screen: ScreenId; search: RefObject<HTMLInputElement | null> }) {
  switch (props.screen) {
    case 'logins':
      return <LoginsScreen search={props.search} />
    case 'programs':
      return <ProgramsScreen />
    case 'history':
      return <HistoryScreen search={props.search} />
    case 'import':
      return <ImportScreen />
    case 'nodes':
      return <NodesScreen />
    case 'settings':
      return <SettingsScreen search={props.search} />
  }
}
