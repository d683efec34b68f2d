/** Who holds a lock, in words. */
import type { LockView } from '../../app/contract/views.ts'
import { coarse, MINUTE } from './time.ts'

/** "Held by pid 4711 for 4 min.": coarse, so that it need not tick. */
export function lockInWords(lock: LockView, nowMs: number): string {
  const who = lock.pid === undefined ? '' : ` by pid ${lock.pid}`
  const elapsed = lock.sinceMs === undefined ? undefined : nowMs - lock.sinceMs
  const age =
    elapsed === undefined ? '' : elapsed < MINUTE ? ', for less than a minute' : `, for ${coarse(elapsed)}`
  switch (lock.state) {
    case 'live':
      return `Held${who}${age}.`
    case 'dead': {
      const since = elapsed === undefined ? '' : elapsed < MINUTE ? ' just now' : ` ${coarse(elapsed)} ago`
      return `Left behind${who}${since}. Whoever needs it next takes it over.`
    }
    case 'unknown':
      return `Held${age}. It does not say by whom.`
  }
}
