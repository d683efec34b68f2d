/** The line over the list, and what changed since the last look. */
import { isDown } from '../../app/contract/is-down.ts'
import type { OverviewView, ProfileView, QueuedView, StatusKind } from '../../app/contract/views.ts'
import { counted } from '../format/labels.ts'

export interface SummaryPart {
  readonly id: string
  readonly count: number
  readonly word: string
  readonly alarm: boolean
}

/** In the order shown; the last ones are the first to go when there is no room. The parts add up to the total. */
const PARTS: readonly { id: string; word: string; kinds: readonly StatusKind[]; alarm?: true }[] = [
  { id: 'fresh', word: 'fresh', kinds: ['fresh'] },
  { id: 'due', word: 'due', kinds: ['due', 'expired'] },
  { id: 'needs-login', word: 'needs sign-in', kinds: ['needs-login'], alarm: true },
  { id: 'refreshing', word: 'refreshing', kinds: ['refreshing'] },
  { id: 'retrying', word: 'retrying', kinds: ['retrying'] },
  { id: 'held', word: 'held elsewhere', kinds: ['held'] },
  { id: 'static', word: 'static', kinds: ['static'] },
  { id: 'unknown', word: 'unknown', kinds: ['unknown'] },
]

export function summarise(profiles: readonly ProfileView[]): readonly SummaryPart[] {
  const counts = new Map<StatusKind, number>()
  for (const { status } of profiles) counts.set(status.kind, (counts.get(status.kind) ?? 0) + 1)
  return PARTS.map(({ id, word, kinds, alarm }) => {
    const count = kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0)
    return { id, count, word: alarm && count > 1 ? 'need sign-in' : word, alarm: alarm ?? false }
  }).filter((part) => part.count > 0)
}

/** After the number of consumers that wait for a token: "waiting, 4 at a time". */
export function queueWords(atOnce: number | undefined): string {
  return atOnce === undefined ? 'waiting' : `waiting, ${atOnce} at a time`
}

const MOST_NAMES = 8

/** Who they are, first come first. */
export function queueWho(queue: readonly QueuedView[]): string {
  const shown = queue.slice(0, MOST_NAMES).map(({ askedBy }) => askedBy)
  const hidden = queue.length - shown.length
  return [...shown, ...(hidden > 0 ? [`and ${hidden} more`] : [])].join(', ')
}

/** What stops whoever uses them: those that wait for a sign-in, and those that lapsed and could not be renewed. */
export function notWorking({ profiles, atMs }: OverviewView): {
  readonly signIn: number
  readonly down: number
} {
  const signIn = profiles.filter((profile) => profile.status.kind === 'needs-login').length
  return { signIn, down: profiles.filter((profile) => isDown(profile, atMs)).length }
}

/**
 * What a screen reader hears, politely, when states changed between two looks. Empty for nothing worth saying:
 * a refresh that starts or a token that becomes due is business as usual.
 */
export function changesInWords(before: OverviewView | undefined, after: OverviewView): string {
  if (!before) return ''
  const old = new Map(before.profiles.map((profile) => [profile.id, profile.status.kind]))
  const said = after.profiles
    .filter((profile) => old.has(profile.id) && old.get(profile.id) !== profile.status.kind)
    .map((profile) => changeOf(profile, old.get(profile.id)))
    .filter((text) => text !== '')
  return said.length > 3 ? `${counted(said.length, 'login')} changed state.` : said.join(' ')
}

function changeOf(profile: ProfileView, was: StatusKind | undefined): string {
  const who = `${profile.providerName}, ${profile.account}`
  if (profile.status.kind === 'needs-login') return `${who}: needs sign-in.`
  if (profile.status.kind === 'retrying')
    return `${who}: the refresh did not succeed; it will be tried again.`
  if (profile.status.kind === 'fresh') {
    return was === 'needs-login' ? `${who}: signed in.` : was === 'unknown' ? '' : `${who}: refreshed.`
  }
  return ''
}
