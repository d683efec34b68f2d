/** What the small window knows, and what a person can do in it: little, so that it opens at once. */
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge, Navigation } from '../../app/contract/channels.ts'
import type { Reply } from '../../app/contract/failure.ts'
import type { OverviewView, ProfileView, RestartView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { failureWords } from '../format/labels.ts'
import { createTicker, type Ticker, type TickerWorld } from '../format/ticker.ts'
import { ask } from '../state/bridge.ts'

export interface PopoverState {
  readonly overview: OverviewView | undefined
  readonly welcomed: boolean
  /** Made only when wanted, so it is in sight from the beginning. */
  readonly isShown: boolean
  /** Asked for and not answered: "token p1", "renew p1", "check". */
  readonly busy: ReadonlySet<string>
  /** The last answer, in a sentence. */
  readonly told: string
  readonly restart: RestartView | undefined
  readonly choosesPause: boolean
}

export interface Popover {
  readonly store: StoreApi<PopoverState>
  readonly ticker: Ticker
  readonly actions: PopoverActions
}

export interface PopoverActions {
  /** Asks for the first views and listens from then on. @returns stops listening */
  connect(): () => void
  fit(height: number): void
  hide(): void
  /** Takes away the last answer and whatever is unfolded. */
  forget(): void
  open(to?: Navigation): void
  signIn(profileId: string): void
  copyToken(profile: ProfileView): void
  renew(profile: ProfileView): void
  check(): void
  choosePause(on: boolean): void
  /** @param untilMs undefined: until somebody resumes */
  pause(untilMs?: number): void
  resume(): void
}

const QUIET = { told: '', restart: undefined, choosesPause: false } as const

export function createPopover(bridge: Bridge, world: TickerWorld): Popover {
  const store = createStore<PopoverState>(() => ({
    overview: undefined,
    welcomed: true,
    isShown: true,
    busy: new Set(),
    ...QUIET,
  }))
  const set = store.setState
  const get = store.getState

  function receive(overview: OverviewView): void {
    const before = get().overview
    if (!before || before.atMs <= overview.atMs) set({ overview })
  }

  /** Once at a time; what went wrong is told in the words of the failure. */
  async function once<T>(
    key: string,
    work: () => Promise<Reply<T>>,
    then: (value: T) => void,
  ): Promise<void> {
    if (get().busy.has(key)) return
    set({ ...QUIET, busy: new Set([...get().busy, key]) })
    const reply = await work()
    set({ busy: new Set([...get().busy].filter((one) => one !== key)) })
    if (reply.ok) then(reply.value)
    else set({ told: failureWords(reply.failure) })
  }

  const actions: PopoverActions = {
    connect() {
      const stops = [
        bridge.on('overview', (overview) => set({ overview })),
        // Hidden: what was said then is of no interest when it opens again.
        bridge.on('popover', ({ isShown }) => set({ isShown, ...QUIET })),
        bridge.on('settings', ({ welcomed }) => set({ welcomed })),
      ]
      void Promise.all([ask(bridge, 'popover:get'), ask(bridge, 'settings:get')]).then(
        ([overview, settings]) => {
          if (settings.ok) set({ welcomed: settings.value.welcomed })
          if (overview.ok) receive(overview.value)
          else set({ told: overview.failure.message })
        },
      )
      return () => {
        for (const stop of stops) stop()
      }
    },
    fit: (height) => void ask(bridge, 'popover:fit', height),
    hide: () => void ask(bridge, 'popover:hide'),
    forget: () => set(QUIET),
    open: (to) => void ask(bridge, 'window:open', ...(to ? [to] : [])),
    signIn(profileId) {
      // The window follows it: a code or a pasted address needs more room than there is here.
      void once(
        `sign-in ${profileId}`,
        () => ask(bridge, 'login:start', { profileId }),
        () => actions.open({ screen: 'logins', profileId }),
      )
    },
    copyToken({ id, account }) {
      void once(
        `token ${id}`,
        () => ask(bridge, 'token:copy', id),
        () => set({ told: t('The token of {account} is copied.', { account }) }),
      )
    },
    renew({ id, account }) {
      void once(
        `renew ${id}`,
        () => ask(bridge, 'profile:refresh', id),
        ({ kind, message }) =>
          set({ told: kind === 'refreshed' ? t('{account} is renewed.', { account }) : message }),
      )
    },
    check() {
      void once(
        'check',
        () => ask(bridge, 'restart:check'),
        (restart) => set({ restart }),
      )
    },
    choosePause: (choosesPause) => set({ ...QUIET, choosesPause }),
    pause(untilMs) {
      const rest = untilMs === undefined ? [] : ([untilMs] as const)
      void once('pause', () => ask(bridge, 'schedule:pause', ...rest), receive)
    },
    resume: () => void once('pause', () => ask(bridge, 'schedule:resume'), receive),
  }
  return { store, ticker: createTicker(world), actions }
}

export const PopoverContext = createContext<Popover | undefined>(undefined)

export function usePopover(): Popover {
  const popover = useContext(PopoverContext)
  if (!popover) throw new Error('usePopover outside PopoverContext')
  return popover
}

export function useBusy(key: string): boolean {
  return useStore(usePopover().store, (state) => state.busy.has(key))
}
