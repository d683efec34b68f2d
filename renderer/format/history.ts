/** The history as a list: which events, under which day. */
import type { HistoryEventView, HistoryKind } from '../../app/contract/views.ts'

export interface Day {
  /** Of its newest event. */
  readonly atMs: number
  readonly events: readonly HistoryEventView[]
}

export function matchingEvents(
  events: readonly HistoryEventView[],
  query: string,
): readonly HistoryEventView[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return events
  return events.filter((event) => {
    const text =
      `${event.account} ${event.providerId} ${event.profileId} ${event.message} ${event.cause ?? ''} ${event.askedBy}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
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

const TROUBLE: readonly HistoryKind[] = ['rejected', 'failed', 'login-failed', 'retrying']

export function troubled(events: readonly HistoryEventView[]): number {
  return events.filter((event) => TROUBLE.includes(event.kind)).length
}
