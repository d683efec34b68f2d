/**
 * The one timer behind every countdown. It wakes when the words of something on screen change: each second while
 * anything shown ends within ten minutes, else at the next minute or hour; not at all while nobody can see it.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { nextChangeMs, SECOND } from './time.ts'

/** Clocks jump and laptops sleep: never trust one timer for longer. */
export const MAX_TICK_MS = 30 * SECOND

export interface TickerWorld {
  now(): number
  /** @returns cancels it */
  after(ms: number, run: () => void): () => void
  hidden(): boolean
  onVisibility(run: () => void): () => void
}

export interface Ticker {
  /** The present moment in whole seconds, so that all countdowns turn over together. */
  readonly store: StoreApi<{ readonly nowMs: number }>
  /** Something on screen counts towards these moments. @returns forgets them */
  watch(targetsMs: readonly number[]): () => void
  stop(): void
}

export function createTicker(world: TickerWorld): Ticker {
  const store = createStore<{ readonly nowMs: number }>(() => ({ nowMs: wholeSecond(world.now()) }))
  const watched = new Set<readonly number[]>()
  let cancel: (() => void) | undefined

  function plan(): void {
    cancel?.()
    cancel = undefined
    if (world.hidden() || watched.size === 0) return
    const now = world.now()
    const due = wholeSecond(now) + delayFor([...watched].flat(), wholeSecond(now))
    cancel = world.after(due - now, tick)
  }

  function tick(): void {
    store.setState({ nowMs: wholeSecond(world.now()) })
    plan()
  }

  const unlisten = world.onVisibility(() => (world.hidden() ? plan() : tick()))
  return {
    store,
    watch(targetsMs) {
      watched.add(targetsMs)
      plan()
      return () => {
        watched.delete(targetsMs)
        plan()
      }
    },
    stop() {
      watched.clear()
      unlisten()
      plan()
    },
  }
}

/** Milliseconds until the first of these targets changes its words. */
export function delayFor(targetsMs: readonly number[], nowMs: number): number {
  return targetsMs.reduce((least, target) => Math.min(least, nextChangeMs(target - nowMs)), MAX_TICK_MS)
}

/** The browser's own clock and visibility. */
export function browserWorld(): TickerWorld {
  return {
    now: () => Date.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    hidden: () => document.hidden,
    onVisibility(run) {
      document.addEventListener('visibilitychange', run)
      return () => document.removeEventListener('visibilitychange', run)
    },
  }
}

function wholeSecond(ms: number): number {
  return Math.floor(ms / SECOND) * SECOND
}
