/** Everything a person can do in the window, and what arrives from the core while they do it. */
import type { Bridge } from '../app/contract/channels.ts'
import type { OverviewView } from '../app/contract/views.ts'
import { ask } from './bridge.ts'
import { mostPressing } from './format/rows.ts'
import { changesInWords } from './format/summary.ts'
import { PAST_MS } from './format/timeline.ts'
import { createLoginActions, type LoginActions } from './login-actions.ts'
import { type AppState, type AppStore, mergeEvents } from './store.ts'

export interface Actions extends LoginActions {
  /** Asks for the first views and listens from then on. @returns stops listening */
  connect(): () => void
  load(): Promise<void>
  show(screen: AppState['screen']): void
  search(query: string): void
  filter(filter: AppState['filter']): void
  select(profileId: string): void
  openDetail(profileId: string): void
  closeDetail(): void
  refresh(profileId: string): Promise<void>
  /** Writes the newest tokens to the files that differ. */
  repair(profileId: string): Promise<void>
  resume(): Promise<void>
  /** Recent events of one profile join the others. */
  loadProfileHistory(profileId: string): Promise<void>
  loadHistory(): Promise<void>
  searchHistory(query: string): void
  /** @returns false when the system refused */
  copy(text: string): Promise<boolean>
  reveal(path: string): Promise<void>
}

/** As many as the history screen lists at once; older ones stay in the log. */
const HISTORY_LIMIT = 1000
const DETAIL_LIMIT = 20

export function createActions(bridge: Bridge, store: AppStore, now: () => number): Actions {
  const set = store.setState
  const get = store.getState
  const logins = createLoginActions(bridge, store)

  function receive(overview: OverviewView): void {
    const before = get()
    // An answer that was overtaken by an event is older than what we have.
    if (before.overview && before.overview.atMs > overview.atMs) return
    const still = overview.profiles.some((profile) => profile.id === before.selectedId)
    set({
      overview,
      loadFailure: undefined,
      selectedId: still
        ? before.selectedId
        : mostPressing(overview.profiles, overview.scheduler.next?.profileId),
      sheetOpen: still && before.sheetOpen,
      announcement: changesInWords(before.overview, overview) || before.announcement,
    })
  }

  const actions: Actions = {
    ...logins,
    connect() {
      const stops = [
        bridge.on('overview', receive),
        bridge.on('history', (event) => set({ events: mergeEvents(get().events, [event]) })),
        bridge.on('login', logins.receiveLogin),
      ]
      void actions.load()
      return () => {
        for (const stop of stops) stop()
      }
    },
    async load() {
      const [overview, recent, running] = await Promise.all([
        ask(bridge, 'overview:get'),
        ask(bridge, 'history:get', { sinceMs: now() - PAST_MS, limit: HISTORY_LIMIT }),
        ask(bridge, 'logins:get'),
      ])
      if (overview.ok) receive(overview.value)
      else set({ loadFailure: overview.failure })
      if (recent.ok) set({ events: mergeEvents(get().events, recent.value) })
      else set({ historyFailure: recent.failure })
      if (running.ok) for (const login of running.value) logins.receiveLogin(login)
    },
    show: (screen) => set({ screen, sheetOpen: false }),
    search: (query) => set({ query }),
    filter: (filter) => set({ filter }),
    select: (selectedId) => set({ selectedId }),
    openDetail: (selectedId) => set({ selectedId, sheetOpen: true, screen: 'logins' }),
    closeDetail: () => set({ sheetOpen: false }),
    async refresh(profileId) {
      if (get().asking.has(profileId)) return
      set({ asking: new Set([...get().asking, profileId]), refused: without(get().refused, profileId) })
      const reply = await ask(bridge, 'profile:refresh', profileId)
      set({ asking: new Set([...get().asking].filter((id) => id !== profileId)) })
      if (reply.ok) set({ events: mergeEvents(get().events, [reply.value]) })
      else {
        // Why it was refused is told in the detail: there the person sees it, whatever they looked at.
        const refused = { ...get().refused, [profileId]: reply.failure }
        set({ refused, selectedId: profileId, sheetOpen: true, announcement: reply.failure.message })
      }
    },
    async repair(profileId) {
      set({ refused: without(get().refused, profileId) })
      const reply = await ask(bridge, 'profile:repair', profileId)
      if (reply.ok)
        set({ events: mergeEvents(get().events, [reply.value]), announcement: reply.value.message })
      else
        set({
          refused: { ...get().refused, [profileId]: reply.failure },
          announcement: reply.failure.message,
        })
    },
    async resume() {
      const reply = await ask(bridge, 'schedule:resume')
      if (reply.ok) receive(reply.value)
      else set({ announcement: reply.failure.message })
    },
    async loadProfileHistory(profileId) {
      const reply = await ask(bridge, 'history:get', { profileId, limit: DETAIL_LIMIT })
      if (reply.ok) set({ events: mergeEvents(get().events, reply.value) })
      else set({ historyFailure: reply.failure })
    },
    async loadHistory() {
      const reply = await ask(bridge, 'history:get', { limit: HISTORY_LIMIT })
      if (reply.ok) {
        set({
          events: mergeEvents(get().events, reply.value),
          historyLoaded: true,
          historyFailure: undefined,
        })
      } else set({ historyFailure: reply.failure, historyLoaded: true })
    },
    searchHistory: (historyQuery) => set({ historyQuery }),
    async copy(text) {
      const reply = await ask(bridge, 'clipboard:write', text)
      const copied = reply.ok && reply.value
      set({ announcement: copied ? 'Copied.' : 'Could not copy.' })
      return copied
    },
    async reveal(path) {
      const reply = await ask(bridge, 'path:reveal', path)
      if (!reply.ok) set({ announcement: reply.failure.message })
    },
  }
  return actions
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
}
