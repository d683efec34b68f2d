/** The list: which profiles, in which order, under which headings. */
import type { ProfileView } from '../../app/contract/views.ts'
import type { Range } from '../format/visible-rows.ts'
import { byAccount, comparing, type SortId } from './sort.ts'

export type FilterId = 'all' | 'needs-you' | 'due' | 'held'

export const FILTERS: readonly { readonly id: FilterId; readonly label: string }[] = [
  { id: 'all', label: 'All' },
  { id: 'needs-you', label: 'Needs you' },
  { id: 'due', label: 'Due' },
  { id: 'held', label: 'Held elsewhere' },
]

export type ListRow =
  | { readonly type: 'group'; readonly id: string; readonly name: string; readonly count: number }
  | { readonly type: 'profile'; readonly id: string; readonly profile: ProfileView }

/**
 * By provider, then by account, under headings; in any other order without them. The order is made anew with each
 * overview and never at a tick: a row must not jump away while it is being read.
 */
export function listRows(
  profiles: readonly ProfileView[],
  query: string,
  filter: FilterId,
  sort: SortId = 'provider',
): readonly ListRow[] {
  if (sort !== 'provider') {
    return passing(profiles, query, filter)
      .sort(comparing(sort))
      .map((profile) => ({ type: 'profile', id: profile.id, profile }))
  }
  const groups = new Map<string, ProfileView[]>()
  for (const profile of passing(profiles, query, filter)) {
    const group = groups.get(profile.providerId)
    if (group) group.push(profile)
    else groups.set(profile.providerId, [profile])
  }
  return [...groups.entries()]
    .sort(([, a], [, b]) => named(a[0]?.providerName, b[0]?.providerName))
    .flatMap(([id, members]): ListRow[] => [
      { type: 'group', id: `group:${id}`, name: members[0]?.providerName ?? id, count: members.length },
      ...members.sort(byAccount).map((profile): ListRow => ({ type: 'profile', id: profile.id, profile })),
    ])
}

/** What to show first: what needs a person, else what is next, else the top of the list. */
export function mostPressing(
  profiles: readonly ProfileView[],
  nextId: string | undefined,
): string | undefined {
  const needs = profiles.find((profile) => profile.status.kind === 'needs-login')
  if (needs) return needs.id
  if (nextId !== undefined && profiles.some((profile) => profile.id === nextId)) return nextId
  const first = listRows(profiles, '', 'all').find((row) => row.type === 'profile')
  return first?.id
}

/** Those a refresh of "all that is due" takes along. */
export function dueNow(profiles: readonly ProfileView[]): readonly ProfileView[] {
  return profiles.filter(
    ({ status, can }) =>
      can.refresh && (status.kind === 'due' || status.kind === 'expired' || status.kind === 'retrying'),
  )
}

function passing(profiles: readonly ProfileView[], query: string, filter: FilterId): ProfileView[] {
  const words = wordsOf(query)
  return profiles.filter((profile) => passes(profile, filter) && matchesWords(profile, words))
}

export function wordsOf(query: string): readonly string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean)
}

function passes(profile: ProfileView, filter: FilterId): boolean {
  const { kind } = profile.status
  switch (filter) {
    case 'all':
      return true
    case 'needs-you':
      return kind === 'needs-login' || profile.warnings.length > 0
    case 'due':
      return kind === 'due' || kind === 'expired' || kind === 'retrying' || kind === 'refreshing'
    case 'held':
      return kind === 'held' || profile.owner.mode === 'watched' || profile.owner.mode === 'borrowed'
  }
}

export function matchesWords(profile: ProfileView, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const held = profile.holders.map((holder) => `${holder.label} ${holder.path} ${holder.entry}`).join(' ')
  const text =
    `${profile.account} ${profile.providerName} ${profile.providerId} ${profile.whereLine} ${held}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

function named(a = '', b = ''): number {
  return collator.compare(a, b)
}

/** A heading with those of its rows that are drawn; numbers are places in the list. */
export interface DrawnGroup {
  /** -1 for rows that stand under no heading. */
  readonly at: number
  /** Exclusive. */
  readonly end: number
  readonly rows: readonly number[]
}

/** @param also a row drawn wherever the list is scrolled to: it may have the focus */
export function drawnGroups(
  rows: readonly { readonly type: string }[],
  range: Range,
  also: number,
): readonly DrawnGroup[] {
  const headed = rows.flatMap((row, at) => (row.type === 'group' ? at : []))
  const starts = headed[0] === 0 ? headed : [-1, ...headed]
  return starts.flatMap((at, number): DrawnGroup | [] => {
    const end = starts[number + 1] ?? rows.length
    const from = Math.max(at + 1, range.start)
    const to = Math.min(end, range.end)
    const drawn = Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step)
    if (also > at && also < end && (also < from || also >= to)) drawn.push(also)
    const onScreen = at < range.end && end > range.start
    return onScreen || drawn.length > 0 ? { at, end, rows: drawn } : []
  })
}
