/** Words, shapes and tones for states and events. Shape and word come first; the tone only repeats them. */
import type { HistoryKind, OwnershipMode, ProfileView, StatusKind } from '../../app/contract/views.ts'

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
  due: { shape: 'half', tone: 'next', word: 'due' },
  refreshing: { shape: 'ring-open', tone: 'busy', word: 'refreshing' },
  retrying: { shape: 'ring-dotted', tone: 'next', word: 'retrying' },
  expired: { shape: 'ring', tone: 'next', word: 'expired, will refresh' },
  'needs-login': { shape: 'triangle', tone: 'alarm', word: 'needs sign-in' },
  held: { shape: 'square-open', tone: 'other', word: 'held' },
  static: { shape: 'dash', tone: 'quiet', word: 'static' },
  unknown: { shape: 'dash-dotted', tone: 'quiet', word: 'unknown' },
}

const HELD_WORD: Readonly<Record<OwnershipMode, string>> = {
  own: 'held',
  shared: 'held',
  delegated: 'delegated',
  watched: 'watched',
  borrowed: 'borrowed',
}

const EVENT: Readonly<Record<HistoryKind, Mark>> = {
  refreshed: { shape: 'disc', tone: 'good', word: 'Refreshed' },
  adopted: { shape: 'diamond', tone: 'other', word: 'Adopted' },
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
}

export function statusMark(kind: StatusKind): Mark {
  return STATUS[kind]
}

export function eventMark(kind: HistoryKind): Mark {
  return EVENT[kind]
}

/** The word beside the time: who holds it says more than "held". */
export function statusWord(profile: Pick<ProfileView, 'status' | 'owner'>): string {
  return profile.status.kind === 'held' ? HELD_WORD[profile.owner.mode] : STATUS[profile.status.kind].word
}

/** "1 login", "12 logins", "2,000 logins". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}
