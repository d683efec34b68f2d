/** Words, shapes and tones for states and events. Shape and word come first; the tone only repeats them. */
import type { HistoryKind, ProfileView, StatusKind } from '../../app/contract/views.ts'

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
  fresh: { shape: 'disc', tone: 'good', word: 'fresh' },
  due: { shape: 'half', tone: 'next', word: 'renewing soon' },
  refreshing: { shape: 'ring-open', tone: 'busy', word: 'renewing' },
  retrying: { shape: 'ring-dotted', tone: 'next', word: 'trying again' },
  expired: { shape: 'ring', tone: 'next', word: 'expired, renews by itself' },
  'needs-login': { shape: 'triangle', tone: 'alarm', word: 'needs you' },
  held: { shape: 'square-open', tone: 'other', word: 'kept by others' },
  static: { shape: 'dash', tone: 'quiet', word: 'never expires' },
  unknown: { shape: 'dash-dotted', tone: 'quiet', word: 'cannot be read' },
}

const EVENT: Readonly<Record<HistoryKind, Mark>> = {
  refreshed: { shape: 'disc', tone: 'good', word: 'Renewed' },
  adopted: { shape: 'diamond', tone: 'other', word: 'Taken over' },
  superseded: { shape: 'diamond-open', tone: 'busy', word: 'Race avoided' },
  retrying: { shape: 'half', tone: 'next', word: 'Will retry' },
  rejected: { shape: 'square', tone: 'alarm', word: 'Ended by the provider' },
  failed: { shape: 'cross', tone: 'next', word: 'Failed' },
  'signed-in': { shape: 'target', tone: 'good', word: 'Signed in' },
  'login-failed': { shape: 'cross', tone: 'quiet', word: 'Sign-in failed' },
  'signed-out': { shape: 'diamond-open', tone: 'quiet', word: 'Signed out' },
  repaired: { shape: 'plus', tone: 'good', word: 'Repaired' },
  imported: { shape: 'arrow', tone: 'good', word: 'Imported' },
  forgotten: { shape: 'dash', tone: 'quiet', word: 'Forgotten' },
  withheld: { shape: 'square-open', tone: 'other', word: 'Not given to a program' },
}

export function statusMark(kind: StatusKind): Mark {
  return STATUS[kind]
}

export function eventMark(kind: HistoryKind): Mark {
  return EVENT[kind]
}

/** The word beside the time: who renews it says more than that others keep it. */
export function statusWord({ status }: Pick<ProfileView, 'status'>): string {
  return status.kind === 'held' ? `renewed by ${status.by}` : STATUS[status.kind].word
}

/** "1 login", "12 logins", "2,000 logins". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** In words up to twelve: "three", "13". */
export function numberWord(count: number): string {
  return NUMBERS[count] ?? count.toLocaleString('en-GB')
}

/** With a capital at its beginning. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const AND = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** "main, research and billing" */
export function andList(names: readonly string[]): string {
  return AND.format(names)
}

/** What a login is called where there is room for one name. */
export function calledOf({ name, account }: Pick<ProfileView, 'name' | 'account'>): string {
  return name ?? account
}
