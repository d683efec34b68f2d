/** Words, shapes and tones for states and events. Shape and word come first; the tone only repeats them. */
import type { Failure } from '../../app/contract/failure.ts'
import type { HistoryKind, ProfileView, StatusKind } from '../../app/contract/views.ts'
import { inARow, locale, t } from '../../app/words/t.ts'

export type Tone = 'good' | 'next' | 'busy' | 'alarm' | 'other' | 'quiet'

export type Shape =
  | 'disc'
  | 'half'
  | 'ring-open'
  | 'ring-dotted'
  | 'ring'
  | 'triangle'
  | 'square-open'
  | 'dash'
  | 'dash-dotted'
  | 'diamond'
  | 'diamond-open'
  | 'square'
  | 'cross'
  | 'target'
  | 'plus'
  | 'arrow'
  | 'twins'

export interface Mark {
  readonly shape: Shape
  readonly tone: Tone
  readonly word: string
}

const STATUS: Readonly<Record<StatusKind, Mark>> = {
  fresh: { shape: 'disc', tone: 'good', word: t('fresh') },
  due: { shape: 'half', tone: 'next', word: t('renewing soon') },
  refreshing: { shape: 'ring-open', tone: 'busy', word: t('renewing') },
  retrying: { shape: 'ring-dotted', tone: 'next', word: t('trying again') },
  expired: { shape: 'ring', tone: 'next', word: t('expired, renews by itself') },
  'needs-login': { shape: 'triangle', tone: 'alarm', word: t('needs you') },
  held: { shape: 'square-open', tone: 'other', word: t('kept by others') },
  static: { shape: 'dash', tone: 'quiet', word: t('never expires') },
  unknown: { shape: 'dash-dotted', tone: 'quiet', word: t('cannot be read') },
}

const EVENT: Readonly<Record<HistoryKind, Mark>> = {
  refreshed: { shape: 'disc', tone: 'good', word: t('Renewed') },
  adopted: { shape: 'diamond', tone: 'other', word: t('Taken over') },
  superseded: { shape: 'diamond-open', tone: 'busy', word: t('Race avoided') },
  retrying: { shape: 'half', tone: 'next', word: t('Will retry') },
  rejected: { shape: 'square', tone: 'alarm', word: t('Ended by the provider') },
  failed: { shape: 'cross', tone: 'next', word: t('Failed') },
  'signed-in': { shape: 'target', tone: 'good', word: t('Signed in') },
  'login-failed': { shape: 'cross', tone: 'quiet', word: t('Sign-in failed') },
  'signed-out': { shape: 'diamond-open', tone: 'quiet', word: t('Signed out') },
  repaired: { shape: 'plus', tone: 'good', word: t('Repaired') },
  imported: { shape: 'arrow', tone: 'good', word: t('Imported') },
  forgotten: { shape: 'dash', tone: 'quiet', word: t('Forgotten') },
  withheld: { shape: 'square-open', tone: 'other', word: t('Not given to a program') },
}

export function statusMark(kind: StatusKind): Mark {
  return STATUS[kind]
}

export function eventMark(kind: HistoryKind): Mark {
  return EVENT[kind]
}

/** The word beside the time: who renews it says more than that others keep it. */
export function statusWord({ status }: Pick<ProfileView, 'status'>): string {
  return status.kind === 'held' ? t('renewed by {by}', { by: status.by }) : STATUS[status.kind].word
}

/** "1 login", "12 logins", "2,000 logins". The nouns are written where it is called, so that a test finds them. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return t(`{count, plural, one {# ${one}} other {# ${many}}}`, { count })
}

const AND = new Intl.ListFormat(locale(), { type: 'conjunction' })

/** "main, research and billing" */
export function andList(names: readonly string[]): string {
  return AND.format(names)
}

/** "8 renewals, 1 race avoided", with the comma of the language; what is empty is left out. */
export function commaList(parts: readonly string[]): string {
  return parts.filter(Boolean).join(t(', '))
}

/** What a login is called where there is room for one name. */
export function calledOf({ name, account }: Pick<ProfileView, 'name' | 'account'>): string {
  return name ?? account
}

/** For words that go on after it. */
export function withoutStop(sentence: string): string {
  return sentence.replace(/[.。]$/, '')
}

/** What could not be done and what to do about it, where both stand in one line. */
export function failureWords({ message, hint }: Pick<Failure, 'message' | 'hint'>): string {
  return inARow([message, hint])
}
