/** Bringing logins over, or sending them: what can be chosen, and what each choice comes to on both machines. */
import type {
  BringResultView,
  Comparison,
  NodeProfileView,
  NodeView,
  Way,
  WayView,
} from '../../app/contract/nodes.ts'
import type { HistoryEventView, HistoryKind, LoginView, ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { type Copy, orderedProfiles } from './node-text.ts'

/** `bring`: from the node to this machine. `send`: the other way. */
export type Direction = 'bring' | 'send'

export interface TransferLogin extends Copy {
  /** As the machine it comes from calls it. */
  readonly id: string
  readonly providerId: string
  readonly providerName: string
  readonly account: string
  readonly whereLine: string
  /** Undefined where the other machine has nothing to compare it with. */
  readonly comparison: Comparison | undefined
  /** Labels of what would be written; unknown when sending. */
  readonly targets: readonly string[]
  readonly ways: readonly WayView[]
}

/** What stood there when the person began: it must not change under their hands. */
export interface Transfer {
  readonly direction: Direction
  readonly nodeId: string
  readonly nodeName: string
  readonly logins: readonly TransferLogin[]
}

/** The way that is chosen for each login. */
export type Ways = Readonly<Record<string, Way>>

export const WAYS: readonly Way[] = ['move', 'borrow', 'sign-in', 'copy']

export function transferOf(direction: Direction, node: NodeView, profiles: readonly ProfileView[]): Transfer {
  const logins = direction === 'bring' ? orderedProfiles(node.profiles) : sentTo(node, profiles)
  return { direction, nodeId: node.id, nodeName: node.name, logins }
}

function sentTo(node: NodeView, profiles: readonly ProfileView[]): readonly TransferLogin[] {
  const theirs = new Map<string, NodeProfileView>()
  for (const profile of node.profiles) {
    if (profile.localId !== undefined) theirs.set(profile.localId, profile)
  }
  return node.sendable.flatMap(({ profileId, ways }): TransferLogin | [] => {
    const profile = profiles.find(({ id }) => id === profileId)
    if (!profile) return []
    return { ...profile, comparison: theirs.get(profileId)?.comparison, targets: [], ways }
  })
}

/** There is a way to bring it over. */
export function selectable(login: Pick<TransferLogin, 'ways'>): boolean {
  return login.ways.some(({ possible }) => possible)
}

export function wayOf(login: TransferLogin, way: Way | undefined): WayView | undefined {
  return login.ways.find((view) => view.way === way)
}

/** What is chosen before the person says anything: never an emergency. */
export function suggestedWays(transfer: Transfer): Ways {
  return Object.fromEntries(
    transfer.logins.flatMap(({ id, ways }) => {
      const view = ways.find(({ possible, suggested, risky }) => possible && suggested && !risky)
      return view ? [[id, view.way]] : []
    }),
  )
}

/** Where this side has the older copy or none: the rest would change nothing, or is the person's to settle. */
export function suggestedLogins(transfer: Transfer): ReadonlySet<string> {
  const ways = suggestedWays(transfer)
  const wanted: readonly (Comparison | undefined)[] =
    transfer.direction === 'bring' ? ['newer-there', 'only-there'] : ['newer-here']
  return new Set(
    transfer.logins
      .filter(({ id, comparison }) => ways[id] !== undefined && wanted.includes(comparison))
      .map(({ id }) => id),
  )
}

/** The ways that can be chosen for all at once: an emergency is chosen login by login. */
export function commonWays(logins: readonly TransferLogin[]): readonly Way[] {
  return WAYS.filter((way) => logins.some((login) => harmless(login, way)))
}

/** That way for as many as it is possible for; the others keep theirs. */
export function oneWay(logins: readonly TransferLogin[], way: Way, ways: Ways): Ways {
  const able = logins.filter((login) => harmless(login, way))
  return { ...ways, ...Object.fromEntries(able.map(({ id }) => [id, way])) }
}

function harmless(login: TransferLogin, way: Way): boolean {
  const view = wayOf(login, way)
  return view?.possible === true && !view.risky
}

/** Chosen emergencies that nobody has agreed to. */
export function unagreed(
  logins: readonly TransferLogin[],
  ways: Ways,
  agreed: ReadonlySet<string>,
): readonly TransferLogin[] {
  return logins.filter((login) => wayOf(login, ways[login.id])?.risky && !agreed.has(login.id))
}

export function undecided(logins: readonly TransferLogin[], ways: Ways): readonly TransferLogin[] {
  return logins.filter((login) => !wayOf(login, ways[login.id])?.possible)
}

const NAMES: Readonly<Record<Direction, Readonly<Record<Way, string>>>> = {
  bring: { move: t('Move'), borrow: t('Borrow'), 'sign-in': t('Sign in here'), copy: t('Copy') },
  send: { move: t('Move'), borrow: t('Lend'), 'sign-in': t('Sign in there'), copy: t('Copy') },
}

export function wayName(way: Way, direction: Direction): string {
  return NAMES[direction][way]
}

/** What each machine does or gets; the machine itself stands over it. */
export interface BothSides {
  readonly here: string
  readonly there: string
}

const SIDES: Readonly<Record<Way, { readonly source: string; readonly target: string }>> = {
  move: {
    source: t('Gives up its refresh token, and asks for each new token from then on.'),
    target: t('Gets the login itself, and renews it at once and from then on.'),
  },
  borrow: {
    source: t('Goes on renewing it. Nothing else changes.'),
    target: t('Gets the access token only, and asks for the next one before it expires.'),
  },
  'sign-in': {
    source: t('Nothing changes.'),
    target: t('Gets a login of its own, once you have signed in.'),
  },
  copy: { source: t('Keeps what it has.'), target: t('Gets the same tokens.') },
}

export function bothSides(way: Way, direction: Direction): BothSides {
  const { source, target } = SIDES[way]
  return direction === 'bring' ? { here: target, there: source } : { here: source, there: target }
}

/** Logins that go the same way come to the same thing: it is said once. */
export function byWay(
  logins: readonly TransferLogin[],
  ways: Ways,
): readonly { readonly way: Way; readonly logins: readonly TransferLogin[] }[] {
  return WAYS.map((way) => ({ way, logins: logins.filter(({ id }) => ways[id] === way) })).filter(
    (group) => group.logins.length > 0,
  )
}

export type BringRow = BringResultView['rows'][number]

/** How far one row has come; a login that has to be signed in to goes on after the rest is over. */
export type RowState = 'done' | 'failed' | 'waiting'

export function rowState(row: BringRow, login: LoginView | undefined): RowState {
  if (row.failure) return 'failed'
  if (row.loginId === undefined || login?.step.kind === 'done') return 'done'
  return login?.step.kind === 'failed' ? 'failed' : 'waiting'
}

/** The login of a row, or the one that was begun in its place after it had failed. */
export function loginOfRow(
  row: BringRow,
  rows: readonly BringRow[],
  logins: Readonly<Record<string, LoginView>>,
): LoginView | undefined {
  const first = row.loginId === undefined ? undefined : logins[row.loginId]
  if (!first) return undefined
  const others = new Set(rows.flatMap(({ loginId }) => (loginId === row.loginId ? [] : (loginId ?? []))))
  return Object.values(logins)
    .filter(
      ({ id, providerId, profileId, startedAtMs }) =>
        !others.has(id) &&
        providerId === first.providerId &&
        profileId === first.profileId &&
        startedAtMs >= first.startedAtMs,
    )
    .reduce((latest, login) => (login.startedAtMs >= latest.startedAtMs ? login : latest), first)
}

/** Those that want a person first; decided once, so that no row jumps away while it is being signed in to. */
export function orderedResult(rows: readonly BringRow[]): readonly BringRow[] {
  const weight = (row: BringRow) => (row.failure ? 0 : row.loginId !== undefined ? 1 : 2)
  return [...rows].sort((a, b) => weight(a) - weight(b))
}

/** A loan and a copy were written beside a backup. A moved login is only here now: taking its files back would lose it. */
export function canTakeBack({ way }: BringRow): boolean {
  return way === 'borrow' || way === 'copy'
}

/** What taking back would do, where it does not do it to every row. */
export function takeBackPromise(rows: readonly BringRow[]): string {
  const hasMoved = rows.some((row) => row.way === 'move' && !row.failure)
  return hasMoved
    ? t(
        'What was borrowed or copied can be taken back. What was moved stays here: send it back to return it.',
      )
    : t('What was written here can be taken back: every file was kept as it was.')
}

/** "12 of 15 logins brought over", "Nothing was sent". */
export function resultHeadline(
  direction: Direction,
  states: readonly RowState[],
): { readonly title: string; readonly rest: readonly string[] } {
  const done = states.filter((state) => state === 'done').length
  const failed = states.filter((state) => state === 'failed').length
  const waiting = states.length - done - failed
  const bring = direction === 'bring'
  const fails = failed > 0 ? [t('{failed} failed', { failed })] : []
  if (done === 0 && waiting > 0) {
    const title = t(
      '{waiting, plural, one {# login waits for you to sign in} other {# logins wait for you to sign in}}',
      { waiting },
    )
    return { title, rest: fails }
  }
  const waits = t('{waiting, plural, one {# waits} other {# wait}} for you to sign in', { waiting })
  const rest = [...(waiting > 0 ? [waits] : []), ...fails]
  if (done === 0) return { title: bring ? t('Nothing was brought over') : t('Nothing was sent'), rest: [] }
  return { title: doneWords(done, states.length, bring), rest }
}

function doneWords(done: number, all: number, bring: boolean): string {
  const logins = counted(all, 'login')
  if (done === all) return bring ? t('{logins} brought over', { logins }) : t('{logins} sent', { logins })
  return bring
    ? t('{done} of {logins} brought over', { done, logins })
    : t('{done} of {logins} sent', { done, logins })
}

const ENDS: readonly HistoryKind[] = ['imported', 'refreshed', 'adopted', 'signed-in', 'failed', 'rejected']

/** Those that the history told of since it began: the answer for all of them comes only at the end. */
export function heardOf(
  logins: readonly TransferLogin[],
  events: readonly HistoryEventView[],
  sinceMs: number,
): readonly string[] {
  const heard = new Set(
    events
      .filter(({ atMs, kind }) => atMs >= sinceMs && ENDS.includes(kind))
      .map(({ providerId, account }) => `${providerId} ${account}`),
  )
  return logins.filter(({ providerId, account }) => heard.has(`${providerId} ${account}`)).map(({ id }) => id)
}
