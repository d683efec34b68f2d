/** Looks when something changed, decides, puts up what a person must know, and remembers it. */
import { messageOf } from '../../app/base/errors.ts'
import type { Clock, Files, Log } from '../../app/base/ports.ts'
import type { OverviewView } from '../../app/contract/views.ts'
import { decide, type NoticeStep } from './alert-policy.ts'
import { type AlertState, alertStateFile } from './alert-state.ts'
import type { Notice } from './alert-text.ts'
import type { AlertSettings } from './alerts.ts'
import type { NotificationCenter } from './notification-center.ts'

const COALESCE_MS = 2_000 // one cause often strikes several logins: then they are one notification
const AFTER_WAKE_MS = 15_000 // what lapsed in the night is refreshed first, paced; what is left then is worth saying
const TICK_MS = 60_000 // thresholds and quiet hours come by the clock, and nothing else tells of them
const PASSING_MS = 10_000 // some servers keep what should have closed itself

export interface NotifierDeps {
  /** What is so now. */
  readonly overview: () => OverviewView
  /** @returns unsubscribe */
  readonly onOverview: (listener: () => void) => () => void
  readonly settings: () => AlertSettings
  readonly board: NotificationCenter
  readonly clock: Clock
  readonly files: Files
  /** Absolute: notices.json in the state folder. */
  readonly statePath: string
  readonly log: Log
}

export interface Notifier {
  /** Resolves when what was told before is loaded; from then on it looks by itself. */
  start(): Promise<void>
  /** The machine woke: wait for the refreshes that follow, then say what is left at once. */
  wake(): void
  /** Takes down what is up and lets go. */
  stop(): Promise<void>
}

export function createNotifier(parts: NotifierDeps): Notifier {
  const { clock, board, log } = parts
  const file = alertStateFile(parts.files, parts.statePath, log)
  const end = new AbortController()
  const up = new Map<string, Notice>()
  let memory: AlertState = new Map()
  let previous: OverviewView | undefined
  let poked = true // the first look
  let woken = false
  let idle = new AbortController()
  let living: Promise<void> = Promise.resolve()
  let unsubscribe: () => void = () => undefined

  function poke(): void {
    poked = true
    idle.abort()
  }

  async function live(): Promise<void> {
    while (!end.signal.aborted) {
      if (!poked) await clock.sleep(TICK_MS, AbortSignal.any([idle.signal, end.signal]))
      await clock.sleep(COALESCE_MS, end.signal)
      while (woken && !end.signal.aborted) {
        woken = false
        await clock.sleep(AFTER_WAKE_MS, end.signal)
      }
      idle = new AbortController()
      poked = false
      if (!end.signal.aborted) await look()
    }
  }

  async function look(): Promise<void> {
    try {
      const next = parts.overview()
      const decision = decide({ previous, next, memory, settings: parts.settings(), nowMs: clock.now() })
      // What could not be shown was not told: the next look tries again.
      if (!(await carryOut(decision.steps))) return
      previous = next
      memory = decision.memory
      await file.save(memory)
    } catch (error) {
      log.warn('looking for something to notify failed', { reason: messageOf(error) })
    }
  }

  async function carryOut(steps: readonly NoticeStep[]): Promise<boolean> {
    for (const step of steps) {
      if (step.kind === 'close') {
        up.delete(step.slot)
        await board.close(step.slot)
        continue
      }
      if (step.kind === 'update' && !board.isUp(step.slot)) continue
      if (!(await board.show(step.slot, step.notice))) return false
      up.set(step.slot, step.notice)
      if (step.notice.passing) void pass(step.slot, step.notice)
    }
    return true
  }

  async function pass(slot: string, notice: Notice): Promise<void> {
    await clock.sleep(PASSING_MS, end.signal)
    if (end.signal.aborted || up.get(slot) !== notice) return
    up.delete(slot)
    await board.close(slot)
  }

  return {
    async start() {
      memory = await file.load()
      if (end.signal.aborted) return
      unsubscribe = parts.onOverview(poke)
      living = live()
    },
    wake() {
      woken = true
      poke()
    },
    async stop() {
      unsubscribe()
      end.abort()
      await living
      await board.stop()
    },
  }
}
