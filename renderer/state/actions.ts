/** Everything a person can do in the window, and what arrives from the core while they do it. */
import type { Bridge } from '../../app/contract/channels.ts'
import type { HistoryKind, OverviewView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { changesInWords } from '../model/overview-changes.ts'
import { PAST_MS } from '../model/row-axis.ts'
import { type AddActions, createAddActions } from './add-actions.ts'
import { ask } from './bridge.ts'
import { createDoorActions, type DoorActions } from './door-actions.ts'
import { createEndingActions, type EndingActions } from './ending-actions.ts'
import { createExportActions, type ExportActions } from './export-actions.ts'
import { createFleetActions, type FleetActions } from './fleet-actions.ts'
import { createHistoryActions, type HistoryActions } from './history-actions.ts'
import { createHookActions, type HookActions } from './hook-actions.ts'
import { createImportActions, type ImportActions } from './import-actions.ts'
import { createLoginActions, type LoginActions } from './login-actions.ts'
import { createNodeActions, type NodeActions } from './node-actions.ts'
import { createOpenClawActions, type OpenClawActions } from './openclaw-actions.ts'
import { createProblemActions, type ProblemActions } from './problem-actions.ts'
import { createProgramActions, type ProgramActions } from './program-actions.ts'
import { createProviderActions, type ProviderActions } from './provider-actions.ts'
import { createQuestionActions, type QuestionActions } from './question-actions.ts'
import { createSafetyActions, type SafetyActions } from './safety-actions.ts'
import { createScheduleActions, type ScheduleActions } from './schedule-actions.ts'
import { chosen, followed } from './selection.ts'
import { createSettingsActions, type SettingsActions } from './settings-actions.ts'
import { type AppState, type AppStore, mergeEvents } from './store.ts'
import { createToastActions, type ToastActions } from './toast-actions.ts'
import { createTransferActions, type TransferActions } from './transfer-actions.ts'

export interface Actions
  extends AddActions,
    LoginActions,
    EndingActions,
    ToastActions,
    HistoryActions,
    ScheduleActions,
    SettingsActions,
    ImportActions,
    ExportActions,
    NodeActions,
    FleetActions,
    ProgramActions,
    QuestionActions,
    SafetyActions,
    ProblemActions,
    OpenClawActions,
    HookActions,
    ProviderActions,
    DoorActions,
    TransferActions {
  /** Asks for the first views and listens from then on. @returns stops listening */
  connect(): () => void
  load(): Promise<void>
  show(screen: AppState['screen']): void
  /** In a window of its own. */
  showDemo(): void
  search(query: string): void
  /** Of a login, or of a problem. */
  select(rowId: string): void
  openDetail(rowId: string): void
  closeDetail(): void
  refresh(profileId: string): Promise<void>
  /** Writes the newest tokens to the files that differ. */
  repair(profileId: string): Promise<void>
  /** @returns false when the system refused */
  copy(text: string): Promise<boolean>
  reveal(path: string): Promise<void>
}

/** After these a login is as it should be. */
const MENDS: ReadonlySet<HistoryKind> = new Set([
  'refreshed',
  'adopted',
  'superseded',
  'signed-in',
  'repaired',
  'imported',
])

/** What the axis of the list draws; the history screen asks for more. */
const RECENT_LIMIT = 1000

export function createActions(bridge: Bridge, store: AppStore, now: () => number): Actions {
  const set = store.setState
  const get = store.getState
  const toasts = createToastActions(store, now)
  const logins = createLoginActions(bridge, store, toasts)
  const settings = createSettingsActions(bridge, store)
  const nodes = createNodeActions(bridge, store)
  const fleet = createFleetActions(bridge, store)
  const programs = createProgramActions(bridge, store, toasts)
  const questions = createQuestionActions(bridge, store)
  const doors = createDoorActions(bridge, store)

  /** @param told by an event: those come in order, so the last one holds even when the clock was set back */
  function receive(overview: OverviewView, told = false): void {
    const before = get()
    // An answer that was overtaken by an event is older than what we have.
    if (!told && before.overview && before.overview.atMs > overview.atMs) return
    set({
      overview,
      loadFailure: undefined,
      ...followed({ ...before, overview }),
      announcement: changesInWords(before.overview, overview) || before.announcement,
    })
  }

  const actions: Actions = {
    ...toasts,
    ...createAddActions(bridge, store, toasts),
    ...createEndingActions(bridge, store, toasts),
    ...logins,
    ...createHistoryActions(bridge, store, now),
    ...createScheduleActions(bridge, store, receive, toasts, settings.changeSettings),
    ...createSafetyActions(bridge, store, toasts),
    ...createProblemActions(bridge, store, receive, toasts),
    ...createOpenClawActions(bridge, store, toasts),
    ...createProviderActions(bridge, store, toasts),
    ...createHookActions(bridge, store, toasts, settings.receiveSettings),
    ...settings,
    ...createImportActions(bridge, store),
    ...createExportActions(bridge, store),
    ...nodes,
    ...fleet,
    ...programs,
    ...questions,
    ...doors,
    ...createTransferActions(bridge, store, now),
    connect() {
      const stops = [
        bridge.on('overview', (overview) => {
          receive(overview, true)
          if (get().screen !== 'programs') return
          void programs.loadPrograms() // who asked since, too
          void doors.loadDoors()
        }),
        bridge.on('history', (event) => {
          const { events, refused } = get()
          set({
            events: mergeEvents(events, [event]),
            // Why it could not be done is over once it was done after all, by whomever.
            ...(MENDS.has(event.kind) ? { refused: without(refused, event.profileId) } : {}),
          })
          if (get().screen === 'history') void actions.loadRaces()
        }),
        bridge.on('login', logins.receiveLogin),
        bridge.on('settings', settings.receiveSettings),
        bridge.on('nodes', nodes.receiveNodes),
        bridge.on('fleet', fleet.receiveFleet),
        bridge.on('questions', questions.receiveQuestions),
        bridge.on('navigate', ({ screen, profileId, problemId }) => {
          const rowId = profileId ?? problemId
          if (rowId === undefined) actions.show(screen)
          else actions.openDetail(rowId)
        }),
      ]
      void actions.load()
      return () => {
        for (const stop of stops) stop()
      }
    },
    async load() {
      const [overview, recent, running, kept] = await Promise.all([
        ask(bridge, 'overview:get'),
        ask(bridge, 'history:get', { sinceMs: now() - PAST_MS, limit: RECENT_LIMIT }),
        ask(bridge, 'logins:get'),
        ask(bridge, 'settings:get'),
        nodes.loadNodes(),
        fleet.loadFleet(),
        questions.loadQuestions(),
      ])
      if (overview.ok) receive(overview.value)
      else set({ loadFailure: overview.failure })
      if (recent.ok) set({ events: mergeEvents(get().events, recent.value) })
      else set({ historyFailure: recent.failure })
      if (kept.ok) settings.receiveSettings(kept.value)
      else set({ notice: kept.failure })
      if (running.ok) for (const login of running.value) logins.receiveLogin(login)
    },
    show: (screen) => set({ screen, sheetOpen: false }),
    showDemo: () => void ask(bridge, 'demo:show'),
    search: (query) => set({ query, ...followed({ ...get(), query }) }),
    select: (rowId) => set(chosen(get(), rowId)),
    openDetail: (rowId) => set({ ...chosen(get(), rowId), sheetOpen: true, screen: 'logins' }),
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
        set({
          ...chosen(get(), profileId),
          refused,
          sheetOpen: true,
          announcement: reply.failure.message,
        })
      }
    },
    async repair(profileId) {
      set({ refused: without(get().refused, profileId) })
      const reply = await ask(bridge, 'profile:repair', profileId)
      if (reply.ok)
        set({ events: mergeEvents(get().events, [reply.value]), announcement: known(reply.value.message) })
      else
        set({
          refused: { ...get().refused, [profileId]: reply.failure },
          announcement: reply.failure.message,
        })
    },
    async copy(text) {
      const reply = await ask(bridge, 'clipboard:write', text.replace(/\r\n?/g, '\n'))
      const copied = reply.ok && reply.value
      set({ announcement: copied ? t('Copied.') : t('Could not copy.') })
      return copied
    },
    async reveal(path) {
      const reply = await ask(bridge, 'path:reveal', path)
      if (!reply.ok) set({ notice: reply.failure, announcement: reply.failure.message })
    },
  }
  return actions
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
}
