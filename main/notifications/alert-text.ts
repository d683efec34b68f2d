/** What a notification says: who does what next. Pure; no codes, and no address but the account's own label. */
import { shown } from '../../app/base/outside-text.ts'
import type { ConsentAnswer } from '../../app/contract/consent.ts'
import type { ProfileView } from '../../app/contract/views.ts'
import { duration } from '../text/duration-text.ts'
import type { Alert } from './alerts.ts'

export type NoticeAction =
  | { readonly kind: 'open' | 'login'; readonly profileId?: string }
  /** Of a question that is open. */
  | { readonly kind: 'answer'; readonly questionId: string; readonly answer: ConsentAnswer }

export interface NoticeButton {
  /** What the desktop calls it when it is pressed; another one for each of a notification. */
  readonly key: string
  readonly label: string
  readonly action: NoticeAction
}

export interface Notice {
  readonly title: string
  readonly body: string
  readonly urgency: 'low' | 'normal'
  /** Closes by itself: nobody has to do anything. */
  readonly passing: boolean
  /** What a click does. */
  readonly click: NoticeAction
  /** What its button "Sign in" does, where it has one. */
  readonly login?: NoticeAction
  /** Its other buttons. */
  readonly choices?: readonly NoticeButton[]
}

/** All the buttons, where this desktop shows any. */
export function buttonsOf({ login, choices = [] }: Notice): readonly NoticeButton[] {
  return [...(login ? [{ key: 'login', label: 'Sign in', action: login }] : []), ...choices]
}

const MOST_NAMES = 5
const MOST_TITLE = 60
const MOST_BODY = 280

/** No sign-in helps there. */
const STORING: ReadonlySet<Alert['kind']> = new Set(['unwritable', 'not-sent', 'holder-unwritable'])

export function noticeFor(profile: ProfileView, concern: Alert, nowMs: number): Notice {
  const profileId = profile.id
  const storing = STORING.has(concern.kind)
  return {
    title: shorten(titleFor(profile, concern, nowMs), MOST_TITLE),
    body: tidy(bodyFor(profile, concern, nowMs), profile.account),
    urgency: 'normal',
    passing: false,
    click: { kind: 'open', profileId },
    ...(profile.can.login && !storing ? { login: { kind: 'login', profileId } } : {}),
  }
}

/** "3 logins need you" */
export function digestFor(profiles: readonly ProfileView[], urgency: Notice['urgency']): Notice {
  const count = profiles.length
  return {
    title: count === 1 ? '1 login needs you' : `${count} logins need you`,
    body: shorten(`${names(profiles)}. Open Lamplighter to see what to do for each.`, MOST_BODY),
    urgency,
    passing: false,
    click: { kind: 'open' },
  }
}

/** "5 logins have expired": whoever uses them fails until they can be renewed again. */
export function outageFor(profiles: readonly ProfileView[]): Notice {
  const [first] = profiles
  const one = profiles.length === 1 && first !== undefined
  const whys = new Set(
    profiles.map(({ status }) => (status.kind === 'retrying' ? status.failure.message : '')),
  )
  const why = whys.size === 1 ? [...whys].join('') : ''
  return {
    title: one ? `${shorten(first.account, 40)} has expired` : `${profiles.length} logins have expired`,
    body: tidy(
      `${why === '' ? 'They could not be renewed.' : why} Lamplighter tries again by itself and says when ${one ? 'it works' : 'they work'}. ${one ? '' : `${names(profiles)}.`}`,
      first?.account ?? '',
    ),
    urgency: 'normal',
    passing: false,
    click: { kind: 'open', ...(one ? { profileId: first.id } : {}) },
  }
}

/** "ada@example.test is well again", "3 logins are well again" */
export function allClearFor(profiles: readonly ProfileView[]): Notice {
  const [first] = profiles
  const one = profiles.length === 1 && first !== undefined
  return {
    title: one
      ? `${shorten(first.account, MOST_TITLE)} is well again`
      : `${profiles.length} logins are well again`,
    body: one
      ? `${first.providerName}: nothing to do.`
      : shorten(`${names(profiles)}. Nothing to do.`, MOST_BODY),
    urgency: 'low',
    passing: true,
    click: { kind: 'open', ...(one ? { profileId: first.id } : {}) },
  }
}

function titleFor({ account }: ProfileView, concern: Alert, nowMs: number): string {
  if (concern.kind === 'not-sent') return `${shorten(account, 40)} cannot be renewed`
  if (STORING.has(concern.kind)) return `${shorten(account, 40)} could not be saved`
  if (concern.kind === 'scope-narrowed') return `${shorten(account, 40)} lost permissions`
  if (concern.kind !== 'ends') return `${shorten(account, 40)} needs you`
  const leftMs = concern.endsAtMs - nowMs
  return leftMs <= 0
    ? `${shorten(account, 40)} has ended`
    : `${shorten(account, 40)}: ${duration(leftMs)} left`
}

function bodyFor(profile: ProfileView, concern: Alert, nowMs: number): string {
  const { providerName: provider, whereLine: where } = profile
  switch (concern.kind) {
    case 'needs-login':
      return profile.advice.startsWith(provider) ? profile.advice : `${provider}: ${profile.advice}`
    case 'other-account':
      return `${provider} answered for another account, so nothing was changed. ${signIn(profile)} as ${profile.account}.`
    case 'unwritable':
      return `The new ${provider} tokens are safe with Lamplighter, which keeps trying. Make sure that it can write to ${where}.`
    case 'not-sent':
      return `New ${provider} tokens could not be saved, so none were asked for. Make sure that Lamplighter can write to ${where}.`
    case 'holder-unwritable':
      return `Some files still hold the old ${provider} tokens (${where}). Open Lamplighter to see which, then repair them.`
    case 'scope-narrowed': {
      const what = concern.lost === '' ? 'some permissions' : concern.lost
      return `${provider} took away: ${what}. ${signIn(profile)} to ask for it again.`
    }
    case 'ends':
      return endsBody(profile, moment(concern.endsAtMs), concern.endsAtMs <= nowMs)
  }
}

function endsBody(profile: ProfileView, when: string, over: boolean): string {
  const { providerName: provider } = profile
  return over
    ? `${provider} ended this login on ${when}. ${signIn(profile)} to bring ${agents(profile)} back.`
    : `${provider} ends this login on ${when}, and no renewal can extend it. ${signIn(profile)} before then to keep ${agents(profile)} going.`
}

function signIn({ can, owner }: ProfileView): string {
  return can.login || owner.refreshedBy === 'Lamplighter' ? 'Sign in' : `Sign in with ${owner.refreshedBy}`
}

function agents({ holders }: ProfileView): string {
  const files = new Set(holders.map((holder) => holder.path)).size
  return files > 1 ? `${files} agents` : 'it'
}

/** "Thu 15 Jan, 17:20", local: a notification is read later than it is written, so "in 3 h" would go stale. */
function moment(atMs: number): string {
  const parts = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  } as const
  return new Intl.DateTimeFormat('en-GB', parts).format(atMs)
}

function names(profiles: readonly ProfileView[]): string {
  const some = profiles.slice(0, MOST_NAMES).map((profile) => shorten(profile.account, 40))
  const more = profiles.length - some.length
  return more > 0 ? `${some.join(', ')} and ${more} more` : some.join(', ')
}

/** One line, and no address of anybody else: other people read over a shoulder. */
function tidy(text: string, account: string): string {
  const own = text.replace(/[^\s@(),;:<>"]+@[^\s@(),;:<>"]*[^\s@(),;:<>".]/g, (address) =>
    address === account ? address : 'another account',
  )
  return shorten(own, MOST_BODY)
}

function shorten(text: string, most: number): string {
  const characters = Array.from(shown(text.replace(/[\p{Cc}\s]+/gu, ' ')).trim())
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('')
}
