/** The window: the sidebar, one screen, and at most one dialog over them. */
import { useEffect, useRef } from 'react'
import { AppContext, type AppParts, useActions, useAppState } from './app-context.ts'
import { AddDialog } from './components/add-dialog.tsx'
import { LoginDialog } from './components/login-dialog.tsx'
import { Sidebar } from './components/sidebar.tsx'
import { HistoryScreen } from './screens/history.tsx'
import { LoginsScreen } from './screens/logins.tsx'

export function App(props: { parts: AppParts }) {
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
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => actions.connect(), [actions])
  // Which ways a provider offers is asked once a login is on screen.
  useEffect(
    () => void (dialog?.kind === 'login' ? actions.loadProviders() : undefined),
    [actions, dialog?.kind],
  )
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      search.current?.focus()
      search.current?.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <div className="window">
      <Sidebar />
      {screen === 'logins' ? <LoginsScreen search={search} /> : <HistoryScreen search={search} />}
      {dialog?.kind === 'add' ? <AddDialog /> : null}
      {dialog?.kind === 'login' ? <LoginDialog dialog={dialog} /> : null}
      {/* Says only what changed: states, never countdowns. */}
      <div className="only-read" role="status" aria-live="polite">
        {announcement}
      </div>
    </div>
  )
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
