/** The history screen: which events it has, which of them it shows, and taking them elsewhere. */
import type { Bridge } from '../../app/contract/channels.ts'
import type { HistoryKind } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { type RangeId, rangeOf } from '../model/ranges.ts'
import { ask } from './bridge.ts'
import { type AppStore, type HistoryViewId, MOST_EVENTS, mergeEvents } from './store.ts'

export interface HistoryActions {
  /** The events of the range on screen join the others. */
  loadHistory(): Promise<void>
  /** Which of those events belong together. */
  loadRaces(): Promise<void>
  /** Recent events of one profile join the others. */
  loadProfileHistory(profileId: string): Promise<void>
  searchHistory(query: string): void
  showHistoryAs(view: HistoryViewId): void
  /** Of one login alone; of all without one. */
  historyOf(profileId: string | undefined): void
  showRange(range: RangeId): void
  /** Shows that kind too, or no longer. */
  toggleKind(kind: HistoryKind): void
  showAllKinds(): void
  /** Asks where, and writes; without a range, everything there is. */
  exportHistory(format: 'csv' | 'json', range: RangeId | undefined): Promise<void>
  dismissExport(): void
}

/** Enough for the lineage of a token that is refreshed each hour for two days. */
const DETAIL_LIMIT = 60

export function createHistoryActions(bridge: Bridge, store: AppStore, now: () => number): HistoryActions {
  const set = store.setState
  const get = store.getState

  /** The question under way, and whether to ask once more when it is answered. */
  let askingRaces: { again: boolean } | undefined

  const actions: HistoryActions = {
    async loadHistory() {
      void actions.loadRaces()
      const range = get().historyRange
      const sinceMs = now() - rangeOf(range).pastMs
      const reply = await ask(bridge, 'history:get', { sinceMs, limit: MOST_EVENTS })
      if (!reply.ok) {
        set({ historyFailure: reply.failure, historyLoaded: true })
        return
      }
      const events = mergeEvents(get().events, reply.value)
      set({ events, historyLoaded: true, historyFailure: undefined })
      // The person may have asked for another range meanwhile; whether this one is whole is then beside the point.
      if (get().historyRange === range) set({ historyCut: reply.value.length >= MOST_EVENTS })
    },
    async loadRaces() {
      // Events can come faster than answers: one question at a time, and one more for all that came meanwhile.
      if (askingRaces) {
        askingRaces.again = true
        return
      }
      const mine = { again: false }
      askingRaces = mine
      do {
        mine.again = false
        const sinceMs = now() - rangeOf(get().historyRange).pastMs
        const reply = await ask(bridge, 'history:races', { sinceMs })
        if (reply.ok) set({ races: reply.value })
        else set({ historyFailure: reply.failure })
      } while (mine.again)
      askingRaces = undefined
    },
    async loadProfileHistory(profileId) {
      const reply = await ask(bridge, 'history:get', { profileId, limit: DETAIL_LIMIT })
      if (reply.ok) set({ events: mergeEvents(get().events, reply.value), historyFailure: undefined })
      else set({ historyFailure: reply.failure })
    },
    searchHistory: (historyQuery) => set({ historyQuery }),
    showHistoryAs: (historyView) => set({ historyView }),
    historyOf: (historyProfile) => set({ historyProfile }),
    showRange(historyRange) {
      set({ historyRange })
      void actions.loadHistory()
    },
    toggleKind(kind) {
      const kinds = new Set(get().historyKinds)
      if (!kinds.delete(kind)) kinds.add(kind)
      set({ historyKinds: kinds })
    },
    showAllKinds: () => set({ historyKinds: new Set() }),
    async exportHistory(format, range) {
      const query = range === undefined ? {} : { sinceMs: now() - rangeOf(range).pastMs }
      const reply = await ask(bridge, 'history:export', format, query)
      if (!reply.ok) set({ notice: reply.failure, announcement: reply.failure.message })
      // No path: the person thought better of it, and knows.
      else if (reply.value !== undefined)
        set({
          exportedTo: reply.value,
          notice: undefined,
          announcement: t('Saved to {value}.', { value: reply.value }),
        })
    },
    dismissExport: () => set({ exportedTo: undefined }),
  }
  return actions
}
