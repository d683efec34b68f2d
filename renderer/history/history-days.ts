/** Which events the history shows: by what was typed, by kind, and under which day. */
import type { HistoryEventView, HistoryKind } from '../../app/contract/views.ts'
import { wordsOf } from '../model/profile-rows.ts'

export interface Day {
  /** Of its newest event. */
  readonly atMs: number
  readonly events: readonly HistoryEventView[]
}

/** @param providerName what a provider is called, by its id: a person types that */
export function matchingEvents(
  events: readonly HistoryEventView[],
  query: string,
  providerName: (providerId: string) => string = (id) => id,
): readonly HistoryEventView[] {
  const words = wordsOf(query)
  if (words.length === 0) return events
  return events.filter((event) => {
    const text =
      `${event.account} ${event.providerId} ${providerName(event.providerId)} ${event.profileId} ${event.message} ${event.cause ?? ''} ${event.askedBy}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** @param kinds none: all */
export function ofKinds(
  events: readonly HistoryEventView[],
  kinds: ReadonlySet<HistoryKind>,
): readonly HistoryEventView[] {
  return kinds.size === 0 ? events : events.filter((event) => kinds.has(event.kind))
}

/** @param events newest first */
export function byDay(events: readonly HistoryEventView[]): readonly Day[] {
  const days: { atMs: number; key: string; events: HistoryEventView[] }[] = []
  for (const event of events) {
    const key = new Date(event.atMs).toDateString()
    const last = days.at(-1)
    if (last?.key === key) last.events.push(event)
    else days.push({ atMs: event.atMs, key, events: [event] })
  }
  return days
}

/** In the order of the chips: what goes well first, then what wants a look. */
export const KINDS: readonly { readonly kind: HistoryKind; readonly label: string }[] = [
  { kind: 'refreshed', label: 'Renewed' },
  { kind: 'adopted', label: 'Taken over' },
  { kind: 'superseded', label: 'Races avoided' },
  { kind: 'signed-in', label: 'Signed in' },
  { kind: 'signed-out', label: 'Signed out' },
  { kind: 'imported', label: 'Imported' },
  { kind: 'repaired', label: 'Repaired' },
  { kind: 'forgotten', label: 'Forgotten' },
  { kind: 'withheld', label: 'Not given' },
  { kind: 'retrying', label: 'Retried' },
  { kind: 'failed', label: 'Failed' },
  { kind: 'login-failed', label: 'Sign-in failed' },
  { kind: 'rejected', label: 'Ended' },
]

export interface KindCount {
  readonly kind: HistoryKind
  readonly label: string
  readonly count: number
}

/** The kinds that occur, or that the person has chosen: a chosen one must stay within reach. */
export function kindCounts(
  events: readonly HistoryEventView[],
  chosen: ReadonlySet<HistoryKind>,
): readonly KindCount[] {
  const counts = new Map<HistoryKind, number>()
  for (const event of events) counts.set(event.kind, (counts.get(event.kind) ?? 0) + 1)
  return KINDS.map(({ kind, label }) => ({ kind, label, count: counts.get(kind) ?? 0 })).filter(
    ({ kind, count }) => count > 0 || chosen.has(kind),
  )
}

const TROUBLE: readonly HistoryKind[] = ['rejected', 'failed', 'login-failed', 'retrying']

export function troubled(events: readonly HistoryEventView[]): number {
  return events.filter((event) => TROUBLE.includes(event.kind)).length
}
