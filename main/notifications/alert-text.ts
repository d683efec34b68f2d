/** What a notification says: who does what next. Pure; no codes, and no address but the account's own label. */
import { shown } from '../../app/base/outside-text.ts'
import type { ConsentAnswer } from '../../app/contract/consent.ts'
import type { ProfileView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { inARow, locale, t } from '../../app/words/t.ts'
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
  return [...(login ? [{ key: 'login', label: t('Sign in'), action: login }] : []), ...choices]
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
    title: t('{count, plural, one {# login needs} other {# logins need}} you', { count }),
    body: shorten(
      t('{names}. Open Lamplighter to see what to do for each.', { names: names(profiles) }),
      MOST_BODY,
    ),
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
    title: one
      ? t('{account} has expired', { account: shorten(first.account, 40) })
      : t('{profiles} logins have expired', { profiles: profiles.length }),
    body: tidy(
      inARow([
        why === '' ? t('They could not be renewed.') : known(why),
        one
          ? t('Lamplighter tries again by itself and says when it works.')
          : t('Lamplighter tries again by itself and says when they work.'),
        one ? '' : `${names(profiles)}.`,
      ]),
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
      ? t('{account} is well again', { account: shorten(first.account, MOST_TITLE) })
      : t('{profiles} logins are well again', { profiles: profiles.length }),
    body: one
      ? t('{providerName}: nothing to do.', { providerName: first.providerName })
      : shorten(t('{names}. Nothing to do.', { names: names(profiles) }), MOST_BODY),
    urgency: 'low',
    passing: true,
    click: { kind: 'open', ...(one ? { profileId: first.id } : {}) },
  }
}

function titleFor({ account }: ProfileView, concern: Alert, nowMs: number): string {
  if (concern.kind === 'not-sent') return t('{account} cannot be renewed', { account: shorten(account, 40) })
  if (STORING.has(concern.kind)) return t('{account} could not be saved', { account: shorten(account, 40) })
  if (concern.kind === 'scope-narrowed')
    return t('{account} lost permissions', { account: shorten(account, 40) })
  if (concern.kind !== 'ends') return t('{account} needs you', { account: shorten(account, 40) })
  const leftMs = concern.endsAtMs - nowMs
  return leftMs <= 0
    ? t('{account} has ended', { account: shorten(account, 40) })
    : t('{account}: {duration} left', { account: shorten(account, 40), duration: duration(leftMs) })
}

function bodyFor(profile: ProfileView, concern: Alert, nowMs: number): string {
  const { providerName: provider, whereLine: where } = profile
  switch (concern.kind) {
    case 'needs-login':
      return profile.advice.startsWith(provider)
        ? known(profile.advice)
        : `${provider}: ${known(profile.advice)}`
    case 'other-account':
      return t('{provider} answered for another account, so nothing was changed. {signIn} as {account}.', {
        provider,
        signIn: signIn(profile),
        account: profile.account,
      })
    case 'unwritable':
      return t(
        'The new {provider} tokens are safe with Lamplighter, which keeps trying. Make sure that it can write to {where}.',
        { provider, where },
      )
    case 'not-sent':
      return t(
        'New {provider} tokens could not be saved, so none were asked for. Make sure that Lamplighter can write to {where}.',
        { provider, where },
      )
    case 'holder-unwritable':
      return t(
        'Some files still hold the old {provider} tokens ({where}). Open Lamplighter to see which, then repair them.',
        { provider, where },
      )
    case 'scope-narrowed': {
      const what = concern.lost === '' ? t('some permissions') : concern.lost
      return t('{provider} took away: {what}. {signIn} to ask for it again.', {
        provider,
        what,
        signIn: signIn(profile),
      })
    }
    case 'ends':
      return endsBody(profile, moment(concern.endsAtMs), concern.endsAtMs <= nowMs)
  }
}

function endsBody(profile: ProfileView, when: string, over: boolean): string {
  const { providerName: provider } = profile
  return over
    ? t('{provider} ended this login on {when}. {signIn} to bring {agents} back.', {
        provider,
        when,
        signIn: signIn(profile),
        agents: agents(profile),
      })
    : t(
        '{provider} ends this login on {when}, and no renewal can extend it. {signIn} before then to keep {agents} going.',
        { provider, when, signIn: signIn(profile), agents: agents(profile) },
      )
}

function signIn({ can, owner }: ProfileView): string {
  return can.login || owner.refreshedBy === 'Lamplighter'
    ? t('Sign in')
    : t('Sign in with {refreshedBy}', { refreshedBy: owner.refreshedBy })
}

function agents({ holders }: ProfileView): string {
  const files = new Set(holders.map((holder) => holder.path)).size
  return files > 1 ? t('{files} agents', { files }) : t('it')
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
  return new Intl.DateTimeFormat(locale(), parts).format(atMs)
}

function names(profiles: readonly ProfileView[]): string {
  const some = profiles.slice(0, MOST_NAMES).map((profile) => shorten(profile.account, 40))
  const more = profiles.length - some.length
  return more > 0 ? t('{some} and {more} more', { some: some.join(', '), more }) : some.join(', ')
}

/** One line, and no address of anybody else: other people read over a shoulder. */
function tidy(text: string, account: string): string {
  const own = text.replace(/[^\s@(),;:<>"]+@[^\s@(),;:<>"]*[^\s@(),;:<>".]/g, (address) =>
    address === account ? address : t('another account'),
  )
  return shorten(own, MOST_BODY)
}

function shorten(text: string, most: number): string {
  const characters = Array.from(shown(text.replace(/[\p{Cc}\s]+/gu, ' ')).trim())
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('')
}
