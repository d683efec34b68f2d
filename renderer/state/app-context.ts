/** How components reach the store, the actions and the present moment. */
import { createContext, useContext, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { shallow } from 'zustand/shallow'
import type { Bridge } from '../../app/contract/channels.ts'
import { createTicker, type Ticker, type TickerWorld } from '../format/ticker.ts'
import { type Actions, createActions } from './actions.ts'
import { type AppState, type AppStore, createAppStore } from './store.ts'

export interface AppDeps {
  readonly store: AppStore
  readonly actions: Actions
  readonly ticker: Ticker
  readonly platform: Bridge['platform']
}

export const AppContext = createContext<AppDeps | undefined>(undefined)

export function createApp(bridge: Bridge, world: TickerWorld): AppDeps {
  const store = createAppStore()
  const actions = createActions(bridge, store, () => world.now())
  return { store, actions, ticker: createTicker(world), platform: bridge.platform }
}

export function useApp(): AppDeps {
  const parts = useContext(AppContext)
  if (!parts) throw new Error('useApp outside AppContext')
  return parts
}

export function useActions(): Actions {
  return useApp().actions
}

/** Renders again only when the selected part changed. */
export function useAppState<T>(select: (state: AppState) => T): T {
  return useStore(useApp().store, useStable(select))
}

/**
 * Words that depend on the time. Renders again only when the words change; `targetsMs` are the moments they count
 * towards, which the ticker keeps an eye on while the component is on screen.
 */
export function useTicked<T>(compute: (nowMs: number) => T, targetsMs: readonly number[]): T {
  const { ticker } = useApp()
  const key = targetsMs.join()
  useEffect(() => ticker.watch(key === '' ? [] : key.split(',').map(Number)), [ticker, key])
  return useStore(
    ticker.store,
    useStable((state: { readonly nowMs: number }) => compute(state.nowMs)),
  )
}

/** The same value as last time when nothing in it changed: what useStore needs to see no change. */
function useStable<S, T>(select: (state: S) => T): (state: S) => T {
  const last = useRef<{ readonly value: T } | undefined>(undefined)
  return (state) => {
    const value = select(state)
    if (last.current && shallow(last.current.value, value)) return last.current.value
    last.current = { value }
    return value
  }
}
