/** Who holds which lock, and for how long? Removal is offered only where its owner itself would take it for abandoned. */
import type { LockView } from '../../contract/views.ts'
import { LOCK_STALE_MS } from '../../model/refresh-policy.ts'
import { type Check, type Finding, finding, orOk } from './finding.ts'

export const checkLocks: Check = async ({ ports, overview, locksOf }) => {
  const seen = new Map<string, readonly [LockView, string]>()
  for (const { id } of overview.profiles)
    for (const lock of await locksOf(id)) seen.set(lock.path, [lock, id])
  const nowMs = ports.clock.now()
  return orOk(
    [...seen.values()].map(([lock, id]) => aboutLock(lock, nowMs, id)),
    'No login is locked.',
  )
}

export function aboutLock(lock: LockView, nowMs: number, profileId = 'PROFILE'): Finding {
  const ageMs = lock.sinceMs === undefined ? undefined : Math.max(0, nowMs - lock.sinceMs)
  const age = ageMs === undefined ? '' : `, for ${Math.round(ageMs / 1000)} s`
  const who = lock.pid === undefined ? 'an unknown process' : `process ${lock.pid}`
  if (lock.state === 'dead') return aboutDead(lock, `${who}, which has ended${age}`, profileId)
  const what = `${lock.label} is held by ${who}${lock.state === 'suspended' ? ', which is stopped' : ''}${age}: ${lock.path}`
  if (lock.state === 'suspended') {
    const todo = `Let process ${lock.pid} go on, or end it: until then nobody can renew this login.`
    return finding('warn', what, todo)
  }
  if (lock.removable) {
    return finding('warn', what, `It does not say who uses it. ${removal(lock, profileId)}`)
  }
  if (ageMs === undefined || ageMs <= LOCK_STALE_MS) return finding('note', what)
  const ask = lock.pid === undefined ? 'See what uses it' : `See what process ${lock.pid} is doing`
  return finding('warn', what, `${ask}; a renewal takes seconds. Do not remove the lock of a living process.`)
}

function aboutDead(lock: LockView, who: string, profileId: string): Finding {
  const what = `${lock.label} was left behind by ${who}: ${lock.path}`
  if (lock.thresholdMs === undefined) {
    return finding('note', what, 'Nothing to do: the next renewal takes it over.')
  }
  if (lock.removable) return finding('warn', what, `Nothing uses it any more. ${removal(lock, profileId)}`)
  const afterS = Math.round(lock.thresholdMs / 1000)
  return finding('note', what, `Nothing to do yet: its program clears it away once it is ${afterS} s old.`)
}

function removal({ path }: LockView, profileId: string): string {
  return `If it stays, take it away with: lamplighter locks ${profileId} --remove ${path}`
}

/** Who refreshes ahead of time? */
export const checkScheduler: Check = async ({ ports, overview }) => {
  const holder = await ports.lock.holder('scheduler')
  const { paused } = overview.scheduler
  const pause = paused
    ? [
        finding(
          'note',
          'Renewing ahead of time is paused.',
          'Resume it in the window, or: lamplighter resume',
        ),
      ]
    : []
  if (holder?.alive) return [finding('ok', `Process ${holder.pid} renews logins ahead of time.`), ...pause]
  const what = 'No Lamplighter is running, so logins are renewed only when somebody asks.'
  return [finding('note', what, 'Start the application, and let it start with your session.'), ...pause]
}
