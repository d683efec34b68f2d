/** What is wrong besides single logins, in the words of a row: what it is, what follows, and the one thing that mends it. */
import { fileName } from '../../app/contract/file-name.ts'
import type { ProblemView } from '../../app/contract/problems.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { whenLabel } from '../format/dates.ts'
import type { Shape, Tone } from '../format/labels.ts'

/** `command`: a person runs it in a terminal. `details`: what to do is a sentence. */
export type Mend = 'look' | 'reveal' | 'settings' | 'command' | 'dismiss' | 'details'

/** Nothing but another look tells whether these are over. */
const PASSING: ReadonlySet<string> = new Set(['STORE_UNREADABLE', 'KEYCHAIN_UNAVAILABLE'])

export function mendOf({ attention, failure, path }: ProblemView): Mend {
  if (attention === 'told') return 'dismiss'
  if (failure.command !== undefined) return 'command'
  if (failure.field?.startsWith('hooks.')) return 'settings'
  if (PASSING.has(failure.code)) return 'look'
  return path === undefined ? 'details' : 'reveal'
}

/** "auth-profiles.json is damaged"; what is about no file says itself what it is. */
export function problemTitle({ path, failure }: ProblemView): string {
  if (path === undefined) return known(failure.message)
  const file = fileName(path)
  switch (failure.code) {
    case 'STORE_CORRUPT':
      return t('{file} is damaged', { file })
    case 'STORE_UNREADABLE':
      return t('{file} cannot be read', { file })
    case 'STORE_READ_ONLY':
    case 'STORE_UNWRITABLE':
      return t('{file} cannot be written', { file })
    case 'CONFIG_INVALID':
      return t('{file} is not understood', { file })
    default:
      return t('{file} is worth a look', { file })
  }
}

/** "OpenClaw · main · 3 logins cannot be read · since 14:02" */
export function problemLine(problem: ProblemView, nowMs: number): string {
  const { label, path, failure, sinceMs } = problem
  return [
    label ?? known(path === undefined ? failure.hint : failure.message),
    strickenInWords(problem),
    sinceMs === undefined ? undefined : t('since {when}', { when: whenLabel(sinceMs, nowMs) }),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Nothing where no login is known to be concerned. */
function strickenInWords({ profileIds }: ProblemView): string | undefined {
  const count = profileIds.length
  return count === 0
    ? undefined
    : t('{count, plural, one {# login} other {# logins}} cannot be read', { count })
}

/** The first words of the details: what follows from it. */
export function consequence({ attention, profileIds }: ProblemView): string {
  const count = profileIds.length
  if (count > 0)
    return t('{count, plural, one {# login} other {# logins}} cannot be read or renewed because of it.', {
      count,
    })
  return attention === 'needs-you'
    ? t('The logins in it cannot be read or renewed until it is mended.')
    : t('The logins in this list are renewed all the same.')
}

export function problemMark({ attention }: ProblemView): { readonly shape: Shape; readonly tone: Tone } {
  if (attention === 'needs-you') return { shape: 'triangle', tone: 'alarm' }
  return attention === 'look' ? { shape: 'diamond-open', tone: 'next' } : { shape: 'dash', tone: 'quiet' }
}

export function problemMatches(problem: ProblemView, words: readonly string[]): boolean {
  const { label = '', path = '', failure } = problem
  const text = `${problemTitle(problem)} ${label} ${path} ${known(failure.message)}`.toLowerCase()
  return words.every((word) => text.includes(word))
}
