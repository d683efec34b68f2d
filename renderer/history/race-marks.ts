/** A race in the list: its mark, its processes, and how long it took. */
import type { HistoryEventView, RaceProcessView, RaceView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { exactTime } from '../format/dates.ts'
import type { Mark } from '../format/labels.ts'
import { duration } from '../format/time.ts'

/** Red only where a person has to act. */
export function raceMark(race: Pick<RaceView, 'needsYou'>): Mark {
  return { shape: 'twins', tone: race.needsYou ? 'alarm' : 'other', word: t('Race') }
}

const PARTS: Readonly<Record<RaceProcessView['part'], string>> = {
  refreshed: t('got the new tokens'),
  adopted: t('used the new tokens'),
  refused: t('was refused'),
  failed: 'failed',
}

/** "pid 4711, used the new tokens" */
export function processInWords({ pid, part }: RaceProcessView): string {
  return pid === undefined ? PARTS[part] : t('pid {pid}, {parts}', { pid, parts: PARTS[part] })
}

/** "3 Mar 2026, 09:41:07, all within 40 ms" */
export function raceSpan(events: readonly HistoryEventView[]): string {
  const times = events.map(({ atMs }) => atMs)
  const [first, last] = [Math.min(...times), Math.max(...times)]
  if (times.length === 0) return ''
  return first === last
    ? exactTime(first)
    : t('{when}, all within {duration}', { when: exactTime(first), duration: duration(last - first) })
}
