/** Histories as they come from a year of ordinary use: chains of refreshes, and a day with thousands of them. */
import type { HistoryEventView, HistoryKind, ProfileView } from '../../app/contract/views.ts'
import { DAY, HOUR, MINUTE } from '../format/time.ts'
import { sampleEvent } from './sample-crowd.ts'

/** The same events, each refresh of a login with the fingerprints of a chain that ends in its present one. */
export function chained(
  events: readonly HistoryEventView[],
  profiles: readonly ProfileView[],
): readonly HistoryEventView[] {
  const present = new Map(profiles.map((profile) => [profile.id, profile.fingerprint ?? '']))
  return events.map((event) => {
    const successor = present.get(event.profileId)
    if (successor === undefined || (event.kind !== 'refreshed' && event.kind !== 'signed-in')) return event
    const grant = print(`${event.profileId}:${event.atMs}`)
    present.set(event.profileId, grant)
    const { grant: _, ...rest } = event
    return event.kind === 'signed-in' ? { ...rest, successor } : { ...event, grant, successor }
  })
}

/** What went on by itself with some of the twelve, hours ago: each has its own rhythm. */
const ROUTINE: Readonly<Record<string, readonly (readonly [number, HistoryKind])[]>> = {
  'gemini-ada': [0.93, 1.86, 2.79, 3.72].map((hours) => [hours, 'refreshed']),
  'chutes-ada': [
    [0.1, 'retrying'],
    [1, 'refreshed'],
    [2, 'refreshed'],
  ],
  'acme-ada': [0.5, 1.5].map((hours) => [hours, 'adopted']),
}

/** @returns these events and the routine of the others, newest first */
export function withRoutine(
  events: readonly HistoryEventView[],
  profiles: readonly ProfileView[],
  nowMs: number,
): readonly HistoryEventView[] {
  const routine = profiles.flatMap((profile) =>
    (ROUTINE[profile.id] ?? []).map(([hours, kind]) =>
      sampleEvent(`routine-${profile.id}-${hours}`, profile, kind, nowMs - hours * HOUR),
    ),
  )
  return [...events, ...routine].sort((a, b) => b.atMs - a.atMs)
}

const MIX: readonly HistoryKind[] = [
  'retrying',
  'adopted',
  'superseded',
  'rejected',
  'signed-in',
  'repaired',
  'imported',
  'failed',
  'login-failed',
]

/** Unevenly in time and over the logins, as it really is; the same at each call. Newest first. */
export function denseHistory(
  nowMs: number,
  profiles: readonly ProfileView[],
  count: number,
  spanMs = 30 * DAY,
): readonly HistoryEventView[] {
  const random = seeded(7)
  return Array.from({ length: count }, (_, at) => {
    // Squared: more of them lately, and more with the first logins.
    const profile = profiles[Math.floor(random() ** 2 * profiles.length)]
    const kind = random() < 0.8 ? 'refreshed' : (MIX[Math.floor(random() * MIX.length)] ?? 'refreshed')
    const atMs = nowMs - MINUTE - random() ** 2 * (spanMs - MINUTE)
    return profile ? sampleEvent(`dense-${at}`, profile, kind, Math.round(atMs)) : undefined
  })
    .filter((event) => event !== undefined)
    .sort((a, b) => b.atMs - a.atMs)
}

/** 12 hex digits, as fingerprints are. */
function print(text: string): string {
  let a = 0x811c9dc5
  let b = 0x1234567
  for (const char of text) {
    a = Math.imul(a ^ char.charCodeAt(0), 0x01000193)
    b = Math.imul(b ^ char.charCodeAt(0), 0x85ebca6b)
  }
  return ((a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0')).slice(0, 12)
}

/** Mulberry32: the same numbers on every machine. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
