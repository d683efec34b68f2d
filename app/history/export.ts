/** The history as a file for other programs: CSV (RFC 4180) or JSON. Pure. */
import type { HistoryEventView } from '../contract/views.ts'

const VERSION = 1

/** Header and value of each column, in order. */
const COLUMNS: readonly (readonly [string, (event: HistoryEventView) => string | number | undefined])[] = [
  ['time', (event) => isoOf(event.atMs)],
  ['kind', (event) => event.kind],
  ['profile', (event) => event.profileId],
  ['provider', (event) => event.providerId],
  ['account', (event) => event.account],
  ['message', (event) => event.message],
  ['cause', (event) => event.cause],
  ['detail', (event) => event.detail],
  ['duration_ms', (event) => event.durationMs],
  ['grant', (event) => event.grant],
  ['successor', (event) => event.successor],
  ['holders', (event) => event.holders],
  ['asked_by', (event) => event.askedBy],
  ['process', (event) => event.process],
  ['pid', (event) => event.pid],
  ['id', (event) => event.id],
]

/** What a spreadsheet would take for a formula and run (CWE-1236); also behind spaces, which some drop. */
const FORMULA = /^\s*[=+\-@\t\r]/

/** RFC 4180: CRLF, a header line, quotes where they are needed. UTF-8 without a byte order mark. */
export function toCsv(events: readonly HistoryEventView[]): string {
  const header = COLUMNS.map(([name]) => name)
  const rows = events.map((event) => COLUMNS.map(([, read]) => cell(read(event))))
  return [header, ...rows].map((row) => `${row.join(',')}\r\n`).join('')
}

/** `at` is ISO 8601; everything else is named as in the window. */
export function toJson(events: readonly HistoryEventView[]): string {
  const dated = events.map((event) => ({ at: isoOf(event.atMs), ...event }))
  return `${JSON.stringify({ version: VERSION, events: dated }, null, 2)}\n`
}

export function exportHistory(format: 'csv' | 'json', events: readonly HistoryEventView[]): string {
  return format === 'csv' ? toCsv(events) : toJson(events)
}

function cell(value: string | number | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value) // our own counters: never a formula
  const harmless = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** A clock may have been set anywhere; ECMA-262 §21.4.1.1 has no date beyond this. */
function isoOf(atMs: number): string {
  return Math.abs(atMs) <= 8.64e15 ? new Date(atMs).toISOString() : ''
}
