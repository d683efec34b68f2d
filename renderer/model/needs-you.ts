/** "One login needs you", "Two things are worth a look": what waits for a person, counted in words. */
import type { Noun } from '../../app/contract/problems.ts'
import { t } from '../../app/words/t.ts'
import { numberWord, sentence } from '../format/labels.ts'

export function needsYou(needing: number, noun: Noun): string {
  const counted = { needing, count: sentence(numberWord(needing)) }
  if (noun === 'login')
    return t('{needing, plural, one {{count} login needs} other {{count} logins need}} you', counted)
  return noun === 'file'
    ? t('{needing, plural, one {{count} file needs} other {{count} files need}} you', counted)
    : t('{needing, plural, one {{count} thing needs} other {{count} things need}} you', counted)
}
