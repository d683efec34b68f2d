/** Who holds a lock, and what taking it away would mean, in words. */
import type { LockView } from '../../app/contract/views.ts'
import { coarse, MINUTE } from '../format/time.ts'

/** "Held by pid 4711 for 4 min.": coarse, so that it need not tick. */
export function lockInWords(lock: LockView, nowMs: number): string {
  const who = lock.pid === undefined ? '' : ` by pid ${lock.pid}`
  const elapsed = lock.sinceMs === undefined ? undefined : nowMs - lock.sinceMs
  const age =
    elapsed === undefined ? '' : elapsed < MINUTE ? ', for less than a minute' : `, for ${coarse(elapsed)}`
  switch (lock.state) {
    case 'live':
      return `Held${who}${age}.`
    case 'suspended':
      return `Held${who}${age}. That process is stopped; everybody waits until it goes on or ends.`
    case 'dead': {
      const since = elapsed === undefined ? '' : elapsed < MINUTE ? ' just now' : ` ${coarse(elapsed)} ago`
      return `Left behind${who}${since}. Whoever needs it next takes it over.`
    }
    case 'unknown':
      return `Held${age}. It does not say by whom.`
  }
}

/** What a person agrees to. */
export function removalInWords(lock: LockView): string {
  const whose = lock.pid === undefined ? 'It does not say who holds it.' : `Process ${lock.pid} has ended.`
  const rule =
    lock.thresholdMs === undefined
      ? ''
      : ` It is older than the ${coarse(lock.thresholdMs)} after which its own program takes it for abandoned.`
  const how =
    lock.state === 'unknown'
      ? 'Lamplighter watches it for half a minute first, and removes it only if nobody touches it.'
      : 'It is removed only if it is still the same lock.'
  return `${whose}${rule} ${how}`
}
