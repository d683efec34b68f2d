/** Who holds a lock, and what taking it away would mean, in words. */
import type { LockView } from '../../app/contract/views.ts'
import { inARow, t } from '../../app/words/t.ts'
import { coarse, MINUTE } from '../format/time.ts'

/** "Held by pid 4711 for 4 min.": coarse, so that it need not tick. */
export function lockInWords(lock: LockView, nowMs: number): string {
  const who = lock.pid === undefined ? '' : t(' by pid {pid}', { pid: lock.pid })
  const elapsed = lock.sinceMs === undefined ? undefined : nowMs - lock.sinceMs
  const age =
    elapsed === undefined
      ? ''
      : elapsed < MINUTE
        ? t(', for less than a minute')
        : t(', for {time}', { time: coarse(elapsed) })
  switch (lock.state) {
    case 'live':
      return t('Held{who}{age}.', { who, age })
    case 'suspended':
      return t('Held{who}{age}. That process is stopped; everybody waits until it goes on or ends.', {
        who,
        age,
      })
    case 'dead': {
      const since =
        elapsed === undefined
          ? ''
          : elapsed < MINUTE
            ? t(' just now')
            : t(' {time} ago', { time: coarse(elapsed) })
      return t('Left behind{who}{since}. Whoever needs it next takes it over.', { who, since })
    }
    case 'unknown':
      return t('Held{age}. It does not say by whom.', { age })
  }
}

/** What a person agrees to. */
export function removalInWords(lock: LockView): string {
  const whose =
    lock.pid === undefined
      ? t('It does not say who holds it.')
      : t('Process {pid} has ended.', { pid: lock.pid })
  const rule =
    lock.thresholdMs === undefined
      ? ''
      : t('It is older than the {time} after which its own program takes it for abandoned.', {
          time: coarse(lock.thresholdMs),
        })
  const how =
    lock.state === 'unknown'
      ? t('Lamplighter watches it for half a minute first, and removes it only if nobody touches it.')
      : t('It is removed only if it is still the same lock.')
  return inARow([whose, rule, how])
}
