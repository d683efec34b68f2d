/** The list: which profiles, in which order, under which headings. */
import type { ProblemView } from '../../app/contract/problems.ts'
import type { SecurityFindingView } from '../../app/contract/security.ts'
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import type { Range } from '../format/visible-rows.ts'
import { ATTENTIONS, type Attention, attentionOf } from './attention.ts'
import { findingMatches, worthALook } from './findings.ts'
import { problemMatches } from './problems.ts'
import { programsOf } from './programs.ts'
import { comparing, programOf, type SortId } from './sort.ts'

export type FilterId = 'all' | Attention

export type ListRow =
  | {
      readonly type: 'group'
      readonly id: string
      readonly name: string
      readonly count: number
      /** Not all of them are logins. */
      readonly isMixed?: true
      /** Which of the groups by attention it is. */
      readonly attention?: Attention
    }
  /** Logins of one provider or program that are all well, as a row of small squares until somebody opens it. */
  | {
      readonly type: 'fold'
      readonly id: string
      readonly name: string
      readonly open: boolean
      readonly members: readonly ProfileView[]
    }
  | { readonly type: 'profile'; readonly id: string; readonly profile: ProfileView }
  /** A file that cannot be used, or what else is wrong besides a login. */
  | { readonly type: 'problem'; readonly id: string; readonly problem: ProblemView }
  /** A file with secrets that could be safer. */
  | { readonly type: 'finding'; readonly id: string; readonly finding: SecurityFindingView }

/** By what the logins of a large group are folded. */
export type FoldBy = 'provider' | 'program'

/** A group of more than this is folded: nobody reads forty rows in which nothing has to be done. */
export const FOLD_FROM = 24

export interface ListWish {
  readonly query?: string
  readonly filter?: FilterId
  /** Only what this program holds. */
  readonly program?: string | undefined
  readonly sort?: SortId
  readonly foldBy?: FoldBy
  /** Ids of the folds that are open. */
  readonly opened?: ReadonlySet<string>
  readonly findings?: readonly SecurityFindingView[]
  readonly problems?: readonly ProblemView[]
  /** When the overview was made. */
  readonly nowMs: number
}

/**
 * What needs a person first, under headings; or by provider or program, under theirs; in any other order without. The
 * order is made anew with each overview and never at a tick: a row must not jump away while it is being read.
 */
export function listRows(profiles: readonly ProfileView[], wish: ListWish): readonly ListRow[] {
  const { sort = 'attention', filter = 'all', query = '', nowMs } = wish
  const found = passing(profiles, wish).sort(comparing(sort))
  const pressing = problemRows(wish, 'needs-you')
  const files = [...problemRows(wish, 'look'), ...findingRows(wish)]
  const isFiles = files.every((row) => row.type === 'finding')
  const last = under('group:files', isFiles ? t('Files worth a look') : t('Worth a look'), files)
  if (sort === 'provider' || sort === 'program') {
    const nameOf = sort === 'program' ? programOf : ({ providerName }: ProfileView) => providerName
    return [...under('group:needs-you', t('Needs you'), pressing), ...headed(found, nameOf), ...last]
  }
  if (sort !== 'attention') return [...pressing, ...found.map(profileRow), ...last]
  const groups = grouped(found, (profile) => attentionOf(profile, nowMs))
  return ATTENTIONS.flatMap(({ id, label }): readonly ListRow[] => {
    const members = groups.get(id) ?? []
    const beside = id === 'needs-you' ? pressing : id === 'look' ? files : []
    const count = members.length + beside.length
    if (count === 0) return []
    const heading = {
      type: 'group',
      id: `group:${id}`,
      name: label,
      count,
      attention: id,
      ...(beside.length > 0 ? { isMixed: true as const } : {}),
    } as const
    const quiet =
      id !== 'needs-you' &&
      id !== 'look' &&
      filter === 'all' &&
      wish.program === undefined &&
      query.trim() === ''
    const folds = quiet && members.length > FOLD_FROM
    return [heading, ...(folds ? folded(id, members, wish) : members.map(profileRow)), ...beside]
  })
}

function profileRow(profile: ProfileView): ListRow {
  return { type: 'profile', id: profile.id, profile }
}

function under(id: string, name: string, rows: readonly ListRow[]): readonly ListRow[] {
  return rows.length > 0 ? [{ type: 'group', id, name, count: rows.length, isMixed: true }, ...rows] : []
}

function problemRows(wish: ListWish, group: 'needs-you' | 'look'): readonly ListRow[] {
  return passingProblems(wish)
    .filter(({ attention }) => (attention === 'needs-you') === (group === 'needs-you'))
    .map((problem) => ({ type: 'problem', id: problem.id, problem }))
}

/** Those that the search and the filter leave; what is only told stands with what is worth a look. */
export function passingProblems({ problems = [], filter = 'all', program, query = '' }: ListWish) {
  const words = wordsOf(query)
  return problems.filter(
    (problem) =>
      (filter === 'all' || filter === (problem.attention === 'needs-you' ? 'needs-you' : 'look')) &&
      (program === undefined || problem.label?.split(' · ')[0] === program) &&
      problemMatches(problem, words),
  )
}

/** They belong to no program's list, and to what is worth a look. */
function findingRows({ findings = [], filter = 'all', program, query = '' }: ListWish): readonly ListRow[] {
  if (program !== undefined || (filter !== 'all' && filter !== 'look')) return []
  const words = wordsOf(query)
  return worthALook(findings)
    .filter((finding) => findingMatches(finding, words))
    .map((finding) => ({ type: 'finding', id: finding.id, finding }))
}

function headed(found: readonly ProfileView[], nameOf: (profile: ProfileView) => string): readonly ListRow[] {
  return [...grouped(found, nameOf)].flatMap(([name, members]): readonly ListRow[] => [
    { type: 'group', id: `group:${name}`, name, count: members.length },
    ...members.map(profileRow),
  ])
}

function folded(
  group: Attention,
  found: readonly ProfileView[],
  { opened = NONE, foldBy = 'provider' }: ListWish,
): readonly ListRow[] {
  const nameOf = foldBy === 'program' ? programOf : (profile: ProfileView) => profile.providerName
  return [...grouped(found, (profile) => foldId(group, profile, foldBy))]
    .map(([id, members]) => ({ id, members, name: members[0] ? nameOf(members[0]) : '' }))
    .sort((a, b) => b.members.length - a.members.length || collator.compare(a.name, b.name))
    .flatMap(({ id, members, name }): readonly ListRow[] => {
      if (members.length === 1) return members.map(profileRow)
      const open = opened.has(id)
      return [{ type: 'fold', id, name, open, members }, ...(open ? members.map(profileRow) : [])]
    })
}

export function foldId(group: Attention, profile: ProfileView, foldBy: FoldBy = 'provider'): string {
  return foldBy === 'program'
    ? `fold:${group}:program:${programOf(profile)}`
    : `fold:${group}:${profile.providerId}`
}

const NONE: ReadonlySet<string> = new Set()

function grouped<K>(
  profiles: readonly ProfileView[],
  keyOf: (profile: ProfileView) => K,
): ReadonlyMap<K, readonly ProfileView[]> {
  const groups = new Map<K, ProfileView[]>()
  for (const profile of profiles) {
    const key = keyOf(profile)
    const group = groups.get(key)
    if (group) group.push(profile)
    else groups.set(key, [profile])
  }
  return groups
}

/** What to show first among those the list shows: what needs a person, what is worth a look, what is next, the first. */
export function mostPressing(
  profiles: readonly ProfileView[],
  wish: ListWish,
  nextId: string | undefined,
): string | undefined {
  const found = passing(profiles, wish).sort(comparing('attention'))
  const first = (attention: Attention) => found.find((one) => attentionOf(one, wish.nowMs) === attention)
  const problem = (attention: string) => passingProblems(wish).find((one) => one.attention === attention)
  const pressing =
    first('needs-you') ??
    problem('needs-you') ??
    first('look') ??
    problem('look') ??
    found.find(({ id }) => id === nextId)
  if (pressing) return pressing.id
  return listRows(found, wish).find((row) => row.type === 'profile')?.id ?? found[0]?.id
}

/** Those a refresh of "all that is due" takes along. */
export function dueNow(profiles: readonly ProfileView[]): readonly ProfileView[] {
  return profiles.filter(
    ({ status, can }) =>
      can.refresh && (status.kind === 'due' || status.kind === 'expired' || status.kind === 'retrying'),
  )
}

/** Those that the search and the filter leave. */
export function passing(profiles: readonly ProfileView[], wish: ListWish): ProfileView[] {
  const { filter = 'all', program, nowMs } = wish
  const words = wordsOf(wish.query ?? '')
  return profiles.filter(
    (profile) =>
      (filter === 'all' || attentionOf(profile, nowMs) === filter) &&
      (program === undefined || programsOf(profile).has(program)) &&
      matchesWords(profile, words),
  )
}

export function wordsOf(query: string): readonly string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean)
}

export function matchesWords(profile: ProfileView, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const held = profile.holders.map((holder) => `${holder.label} ${holder.path} ${holder.entry}`).join(' ')
  const text =
    `${profile.name ?? ''} ${profile.account} ${profile.providerName} ${profile.providerId} ${profile.whereLine} ${held}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

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
