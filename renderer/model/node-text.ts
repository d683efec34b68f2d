/** Another machine in words: whether it was reached, and how each of its logins compares with ours. */
import type { Comparison, NodeProfileView, NodeView, ReachView } from '../../app/contract/nodes.ts'
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import type { Mark } from '../format/labels.ts'
import { ago, countdown } from '../format/time.ts'

const COMPARISON: Readonly<Record<Comparison, Mark>> = {
  fork: { shape: 'triangle', tone: 'alarm', word: t('two owners') },
  'newer-there': { shape: 'disc', tone: 'good', word: t('newer there') },
  'only-there': { shape: 'plus', tone: 'good', word: t('only there') },
  'other-account': { shape: 'diamond-open', tone: 'other', word: t('other account') },
  'newer-here': { shape: 'half', tone: 'quiet', word: t('newer here') },
  'borrowed-here': { shape: 'square-open', tone: 'other', word: t('borrowed here') },
  'borrowed-there': { shape: 'square', tone: 'other', word: t('borrowed there') },
  same: { shape: 'dash', tone: 'quiet', word: t('same') },
  unreadable: { shape: 'cross', tone: 'quiet', word: t('not readable') },
}

/** Ours alone: the other machine has nothing to compare it with. */
const ONLY_HERE: Mark = { shape: 'plus', tone: 'good', word: t('only here') }

/** What wants a person comes first, then what could be brought over, then what needs nothing. */
const ORDER = Object.keys(COMPARISON) as readonly Comparison[]

export const FORK_MEANS = t(
  'Both machines can spend its refresh token: whoever renews first signs the other one out.',
)

export function comparisonMark(comparison: Comparison | undefined): Mark {
  return comparison === undefined ? ONLY_HERE : COMPARISON[comparison]
}

export function orderedProfiles(profiles: readonly NodeProfileView[]): readonly NodeProfileView[] {
  return [...profiles].sort((a, b) => ORDER.indexOf(a.comparison) - ORDER.indexOf(b.comparison))
}

/** "1 two owners" reads badly, so forks are left to `forks`. In the same order. */
export function comparisonCounts(
  profiles: readonly NodeProfileView[],
): readonly { readonly word: string; readonly count: number }[] {
  return ORDER.filter((comparison) => comparison !== 'fork')
    .map((comparison) => ({
      word: COMPARISON[comparison].word,
      count: profiles.filter((profile) => profile.comparison === comparison).length,
    }))
    .filter(({ count }) => count > 0)
}

/** Logins that two machines can spend: what a person has to settle. */
export function forks(nodes: readonly NodeView[]): number {
  return nodes.flatMap(({ profiles }) => profiles).filter(({ comparison }) => comparison === 'fork').length
}

/** How we got there, in words that stay true until the next look. */
export function reachMark(reach: ReachView): Mark {
  switch (reach.kind) {
    case 'unknown':
      return { shape: 'dash-dotted', tone: 'quiet', word: t('not looked at yet') }
    case 'asking':
      return { shape: 'ring-open', tone: 'busy', word: t('asking…') }
    case 'unreachable':
      return { shape: 'cross', tone: 'next', word: t('not reached') }
    case 'reached':
      return REACHED[reach.by](reach.version === undefined ? 'Lamplighter' : `Lamplighter ${reach.version}`)
  }
}

const REACHED: Readonly<Record<'host' | 'cli' | 'files', (lamplighter: string) => Mark>> = {
  host: (lamplighter) => ({
    shape: 'disc',
    tone: 'good',
    word: t('{lamplighter} runs there', { lamplighter }),
  }),
  cli: (lamplighter) => ({
    shape: 'half',
    tone: 'good',
    word: t('{lamplighter} is installed there, not running', { lamplighter }),
  }),
  files: () => ({ shape: 'ring', tone: 'quiet', word: t('files only, no Lamplighter there') }),
}

/** Something can be brought over or sent: what a node held when it last answered can be looked at, no more. */
export function inReach({ reach }: NodeView): boolean {
  return reach.kind === 'reached' || reach.kind === 'asking'
}

/** "looked 3 min ago", "tried just now"; empty before the first answer. */
export function lookedAt(reach: ReachView, nowMs: number): string {
  if (reach.kind === 'reached') return t('looked {ago}', { ago: ago(nowMs - reach.atMs) })
  return reach.kind === 'unreachable' ? t('tried {ago}', { ago: ago(nowMs - reach.atMs) }) : ''
}

/** A copy of a login, on either machine. */
export type Copy = Pick<ProfileView, 'status' | 'accessExpiresAtMs'>

/** "5 h 10 min left", "expired 3 min ago", "needs you": short enough to stand beside the other copy. */
export function copyInWords(copy: Copy, nowMs: number): string {
  if (copy.status.kind === 'needs-login') return t('needs you')
  if (copy.accessExpiresAtMs === undefined) {
    return copy.status.kind === 'static' ? t('no expiry') : t('expiry not known')
  }
  const left = copy.accessExpiresAtMs - nowMs
  return left > 0 ? t('{left} left', { left: countdown(left) }) : t('expired {ago}', { ago: ago(-left) })
}

/** Which of the two copies is the one to keep; undefined where neither is. */
export function newerSide(comparison: Comparison): 'there' | 'here' | undefined {
  if (comparison === 'newer-there' || comparison === 'only-there') return 'there'
  return comparison === 'newer-here' ? 'here' : undefined
}

/** What one would do with it next, on its button; undefined where the copies are as they should be. */
export function nextFor(comparison: Comparison): string | undefined {
  if (comparison === 'fork') return t('Settle')
  if (comparison === 'newer-here') return t('Send there')
  if (comparison === 'same' || comparison === 'borrowed-there') return undefined
  return t('Bring over')
}

/** By what the owner of a borrowed login is called: its name, or what is typed after ssh. */
export function nodeCalled(nodes: readonly NodeView[] | undefined, called: string): NodeView | undefined {
  return nodes?.find(({ id, name }) => id === called || name === called)
}

/** "3 nodes", with what is worth knowing before any of them is read. */
export function nodesSummary(nodes: readonly NodeView[]): readonly { word: string; alarm: boolean }[] {
  const unreached = nodes.filter(({ reach }) => reach.kind === 'unreachable').length
  const forked = forks(nodes)
  return [
    ...(forked > 0
      ? [
          {
            word: t('{forked} {forked, plural, one {login has} other {logins have}} two owners', { forked }),
            alarm: true,
          },
        ]
      : []),
    ...(unreached > 0 ? [{ word: t('{unreached} not reached', { unreached }), alarm: false }] : []),
  ]
}
