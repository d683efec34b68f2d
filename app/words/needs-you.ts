/** "One login needs you", "2 files need you": what waits for a person, counted. */
import { t } from './t.ts'

/** @param count in words, or in digits */
export function needsYou(
  { count: needing, noun }: { readonly count: number; readonly noun: 'login' | 'file' | 'thing' },
  count: string,
): string {
  const counted = { needing, count }
  if (noun === 'login')
    return t('{needing, plural, one {{count} login needs} other {{count} logins need}} you', counted)
  return noun === 'file'
    ? t('{needing, plural, one {{count} file needs} other {{count} files need}} you', counted)
    : t('{needing, plural, one {{count} thing needs} other {{count} things need}} you', counted)
}
