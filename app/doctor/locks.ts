/** Who holds which lock, and for how long? Removal is offered only where its owner itself would take it for abandoned. */
import type { LockView } from '../contract/views.ts'
import { LOCK_STALE_MS } from '../refresh/policy.ts'
import { type Check, type Finding, finding, orOk } from './finding.ts'

/** After that, OpenClaw takes a lock away by itself (every version so far). */
const OPENCLAW_STALE_MS = 30_000

export const checkLocks: Check = async ({ ports, overview, locksOf }) => {
  const seen = new Map<string, LockView>()
  for (const { id } of overview.profiles) for (const lock of await locksOf(id)) seen.set(lock.path, lock)
  const nowMs = ports.clock.now()
  return orOk(
    [...seen.values()].map((lock) => aboutLock(lock, nowMs)),
    'No login is locked.',
  )
}

export function aboutLock(lock: LockView, nowMs: number): Finding {
  const ageMs = lock.sinceMs === undefined ? undefined : Math.max(0, nowMs - lock.sinceMs)
  const age = ageMs === undefined ? '' : `, for ${Math.round(ageMs / 1000)} s`
  const who = lock.pid === undefined ? 'an unknown process' : `process ${lock.pid}`
  const isOurs = lock.label.startsWith('Lamplighter')
  if (lock.state === 'dead') {
    const what = `${lock.label} was left behind by ${who}, which has ended${age}: ${lock.path}`
    if (isOurs) return finding('note', what, 'Nothing to do: the next refresh takes it over.')
    return ageMs !== undefined && ageMs > OPENCLAW_STALE_MS
      ? finding('warn', what, `Nothing uses it any more. If it stays, remove ${lock.path}`)
      : finding('note', what, 'Nothing to do yet: its program clears it away after half a minute.')
  }
  const what = `${lock.label} is held by ${who}${age}: ${lock.path}`
  if (ageMs === undefined || ageMs <= LOCK_STALE_MS) return finding('note', what)
  const ask = lock.pid === undefined ? 'See what uses it' : `See what process ${lock.pid} is doing`
  return finding('warn', what, `${ask}; a refresh takes seconds. Do not remove the lock of a living process.`)
}

/** Who refreshes ahead of time? */
export const checkScheduler: Check = async ({ ports, overview }) => {
  const holder = await ports.lock.holder('scheduler')
  const { paused } = overview.scheduler
  const pause = paused
    ? [finding('note', 'Refreshing ahead of time is paused.', 'Resume it in the window.')]
    : []
  if (holder?.alive) return [finding('ok', `Process ${holder.pid} refreshes logins ahead of time.`), ...pause]
  const what = 'No Lamplighter is running, so logins are refreshed only when somebody asks.'
  return [finding('note', what, 'Start the application, and let it start with your session.'), ...pause]
}
