/** One event as one line of JSON, and the names of the files that hold them. Pure. */
import { z } from 'zod'
import { harmlessId, shownLine, shownWords } from '../base/outside-text.ts'
import type { HistoryQuery } from '../contract/channels.ts'
import type { HistoryEventView } from '../contract/views.ts'
import { redact } from '../model/redact.ts'

const LAST_DATE_MS = 8.64e15 // ECMA-262 §21.4.1.1: a later one cannot be shown

const eventSchema = z.object({
  id: z.string(),
  atMs: z.number().min(0).max(LAST_DATE_MS),
  kind: z.enum([
    'refreshed',
    'adopted',
    'superseded',
    'retrying',
    'rejected',
    'failed',
    'signed-in',
    'login-failed',
    'signed-out',
    'repaired',
    'imported',
    'forgotten',
    'withheld',
  ]),
  profileId: z.string(),
  providerId: z.string(),
  account: z.string(),
  grant: z.string().optional(),
  successor: z.string().optional(),
  cause: z.string().optional(),
  message: z.string(),
  detail: z.string().optional(),
  durationMs: z.number().optional(),
  times: z.number().int().optional(),
  askedBy: z.string(),
  process: z.string(),
  pid: z.number(),
  holders: z.number().optional(),
  foundIn: z.string().optional(),
})

/** Words from outside pass the net once more before they are kept for months. */
export function withoutSecrets(event: HistoryEventView): HistoryEventView {
  const { detail } = event
  return readable({
    ...event,
    message: redact(event.message),
    ...(detail === undefined ? {} : { detail: redact(detail) }),
  })
}

/** As it is kept and as it is read: the file may have been written by an older Lamplighter, or not by one. */
function readable(event: HistoryEventView): HistoryEventView {
  const { message, detail } = event
  return {
    ...event,
    profileId: harmlessId(event.profileId),
    providerId: shownLine(event.providerId),
    account: shownLine(event.account),
    message: shownWords(message),
    ...(detail === undefined ? {} : { detail: shownWords(detail) }),
    askedBy: shownLine(event.askedBy),
    process: shownLine(event.process),
  }
}

/** ASCII only: a line cut anywhere is still UTF-8, and cannot spoil the file for a strict reader. */
export function toLine(event: HistoryEventView): string {
  const ascii = JSON.stringify(event).replace(
    /[\u007f-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `${ascii}\n`
}

export interface ParsedLines {
  /** As written: oldest first. */
  readonly events: readonly HistoryEventView[]
  /** Lines that are torn, or not ours. */
  readonly skipped: number
}

export function parseLines(text: string): ParsedLines {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const events = lines.map(parseLine).filter((event) => event !== undefined)
  return { events, skipped: lines.length - events.length }
}

function parseLine(line: string): HistoryEventView | undefined {
  try {
    const parsed = eventSchema.safeParse(JSON.parse(line))
    return parsed.success ? readable(withoutUndefined(parsed.data)) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function withoutUndefined(data: z.infer<typeof eventSchema>): HistoryEventView {
  return Object.fromEntries(
    Object.entries(data).filter(([, v]) => v !== undefined),
  ) as unknown as HistoryEventView
}

export function isWanted(event: HistoryEventView, query: HistoryQuery): boolean {
  if (query.profileId !== undefined && event.profileId !== query.profileId) return false
  return query.sinceMs === undefined || event.atMs >= query.sinceMs
}

/** "2026-01.jsonl", "2026-01-2.jsonl": a month (UTC), and its parts once a file is full. */
export interface FileName {
  readonly name: string
  readonly month: string
  readonly part: number
}

export function monthOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 7)
}

export function fileName(month: string, part: number): FileName {
  return { name: `${month}${part === 1 ? '' : `-${part}`}.jsonl`, month, part }
}

/** Ours among these names, newest first. */
export function historyFiles(names: readonly string[]): readonly FileName[] {
  return names
    .map((name) => /^(\d{4}-\d{2})(?:-(\d{1,4}))?\.jsonl$/.exec(name))
    .filter((match) => match !== null)
    .map(([name, month = '', part]) => ({ name, month, part: Number(part ?? 1) }))
    .sort((a, b) => (a.month === b.month ? b.part - a.part : a.month < b.month ? 1 : -1))
}
