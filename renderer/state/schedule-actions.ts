/** What a person can say about the keeping itself: pause it, hurry it, and be told less about one login. */
import type { Bridge } from '../../app/contract/channels.ts'
import type { Failure } from '../../app/contract/failure.ts'
import type { LockView, OverviewView } from '../../app/contract/views.ts'
import { calledOf, counted } from '../format/labels.ts'
import { dueNow, type FilterId, type FoldBy } from '../model/profile-rows.ts'
import type { SortId } from '../model/sort.ts'
import { ask } from './bridge.ts'
import { storeCompact, storeFoldBy } from './preferences.ts'
import { followed } from './selection.ts'
import type { SettingsActions } from './settings-actions.ts'
import { type AppStore, mergeEvents } from './store.ts'
import type { ToastActions } from './toast-actions.ts'

export interface ScheduleActions {
  filter(filter: FilterId): void
  /** Undefined: of all programs. */
  showProgram(program: string | undefined): void
  sort(sort: SortId): void
  /** Opens or closes a folded group of logins. */
  fold(id: string, open: boolean): void
  setCompact(compact: boolean): void
  /** By what many logins that are well are folded. */
  setFoldBy(foldBy: FoldBy): void
  /** Nothing is refreshed by itself until then; without a time, until somebody resumes. */
  pause(untilMs?: number): Promise<void>
  resume(): Promise<void>
  /** Everything that is due, lapsed or waiting for another try. */
  refreshDue(): Promise<void>
  /** Whether anybody is told when this login needs something. */
  mute(profileId: string, muted: boolean): Promise<void>
  /** Who holds which lock around this login now. */
  loadLocks(profileId: string): Promise<void>
  /** Takes away a lock that was left behind. @returns why not */
  removeLock(profileId: string, lock: LockView): Promise<Failure | undefined>
  dismissNotice(): void
}

export function createScheduleActions(
  bridge: Bridge,
  store: AppStore,
  receive: (overview: OverviewView) => void,
  toasts: ToastActions,
  changeSettings: SettingsActions['changeSettings'],
): ScheduleActions {
  const set = store.setState
  const get = store.getState
  /** The login that is being looked at, and whether to look once more when the answer is here. */
  let looking: { readonly profileId: string; again: boolean } | undefined

  function tell(failure: Failure): void {
    set({ notice: failure, announcement: failure.message })
  }

  /** @returns whether it was done */
  async function setMuted(profileId: string, muted: boolean): Promise<boolean> {
    const { settings } = get()
    if (!settings) return false
    const others = settings.notifications.mutedProfiles.filter((id) => id !== profileId)
    const mutedProfiles = muted ? [...others, profileId] : others
    const failure = await changeSettings('muted', { notifications: { mutedProfiles } })
    // In the settings it is told beside the list.
    if (failure && get().screen !== 'settings') tell(failure)
    return failure === undefined
  }

  const actions: ScheduleActions = {
    filter: (filter) => set({ filter, ...followed({ ...get(), filter }) }),
    showProgram: (program) => set({ program, ...followed({ ...get(), program }) }),
    sort: (sort) => set({ sort, ...followed({ ...get(), sort }) }),
    fold(id, open) {
      const opened = new Set(get().opened)
      if (open) opened.add(id)
      else opened.delete(id)
      set({ opened })
    },
    setFoldBy(foldBy) {
      storeFoldBy(foldBy)
      set({ foldBy, ...followed({ ...get(), foldBy }) })
    },
    setCompact(compact) {
      storeCompact(compact)
      set({ compact })
    },
    async pause(untilMs) {
      const reply = await (untilMs === undefined
        ? ask(bridge, 'schedule:pause')
        : ask(bridge, 'schedule:pause', untilMs))
      if (!reply.ok) return tell(reply.failure)
      receive(reply.value)
      set({ announcement: 'Renewing is paused.' })
    },
    async resume() {
      const reply = await ask(bridge, 'schedule:resume')
      if (!reply.ok) return tell(reply.failure)
      receive(reply.value)
      set({ announcement: 'Renewing goes on.' })
    },
    async refreshDue() {
      if (get().refreshingDue) return
      const due = dueNow(get().overview?.profiles ?? []).map((profile) => profile.id)
      set({ refreshingDue: true, asking: new Set([...get().asking, ...due]) })
      const reply = await ask(bridge, 'refresh:due')
      set({ refreshingDue: false, asking: new Set([...get().asking].filter((id) => !due.includes(id))) })
      if (!reply.ok) return tell(reply.failure)
      const done = reply.value.filter(
        (event) => event.kind === 'refreshed' || event.kind === 'adopted',
      ).length
      set({
        events: mergeEvents(get().events, reply.value),
        announcement: `${counted(done, 'login')} of ${reply.value.length} renewed.`,
      })
    },
    async mute(profileId, muted) {
      if (!(await setMuted(profileId, muted))) return
      const profile = get().overview?.profiles.find(({ id }) => id === profileId)
      const called = profile ? calledOf(profile) : profileId
      toasts.toast(
        muted ? `Nobody is notified about ${called} any more.` : `${called} notifies again.`,
        async () => {
          if (await setMuted(profileId, !muted))
            set({ announcement: muted ? 'Notifications are on.' : 'Notifications are muted.' })
        },
      )
    },
    async loadLocks(profileId) {
      // Overviews can come faster than answers: one question at a time, and one more for all that came meanwhile.
      if (looking?.profileId === profileId) {
        looking.again = true
        return
      }
      const mine = { profileId, again: false }
      looking = mine
      do {
        mine.again = false
        const reply = await ask(bridge, 'profile:locks', profileId)
        if (looking !== mine) return // the person is looking at another login by now
        set({ locks: { profileId, reply } })
      } while (mine.again)
      looking = undefined
    },
    async removeLock(profileId, { path, identity, label }) {
      const reply = await ask(bridge, 'profile:remove-lock', profileId, path, identity)
      if (!reply.ok) {
        set({ announcement: reply.failure.message })
        return reply.failure
      }
      // The person may be looking at another login by now.
      if (get().locks?.profileId === profileId) set({ locks: { profileId, reply } })
      set({ announcement: `${label} was removed.` })
      return undefined
    },
    dismissNotice: () => set({ notice: undefined }),
  }
  return actions
}
