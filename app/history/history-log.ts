/**
 * What happened, for people and for finding out why: JSONL that many processes append to, a file for each month.
 * It is a record, not a source of truth: a line that cannot be read is counted and passed over.
 */

import { AppError } from '../base/errors.ts'
import type { Ports, Unwatch } from '../base/ports.ts'
import type { HistoryQuery } from '../contract/channels.ts'
import type { HistoryEventView } from '../contract/views.ts'
import {
  type FileName,
  fileName,
  historyFiles,
  isWanted,
  monthOf,
  parseLines,
  toLine,
  withoutSecrets,
} from './event-file.ts'

const MAX_FILES = 24 // two years of ordinary use
const MAX_FILE_BYTES = 8 * 1024 * 1024 // some 20,000 events: still read in a blink
const MAX_ANSWER = 5_000 // a busy month: one line each, read in a blink

type HistoryPorts = Pick<Ports, 'clock' | 'files' | 'random' | 'log' | 'paths'>

export interface HistoryLog {
  /** Resolves once it is written. @throws AppError STORE_UNWRITABLE */
  append(event: Omit<HistoryEventView, 'id'>): Promise<HistoryEventView>
  /** Newest first, at most 5,000. */
  query(query: HistoryQuery): Promise<readonly HistoryEventView[]>
  /** Every new event from now on, of this process and of others, each once. */
  subscribe(listener: (event: HistoryEventView) => void): Unwatch
  /** Lines passed over at the last query. */
  readonly skipped: number
}

export function createHistoryLog(ports: HistoryPorts): HistoryLog {
  const { files } = ports
  const folder = ports.paths.history
  const begun = new Set<string>() // files this process has appended to
  const told = new Set<string>() // ids of this process' own events
  const listeners = new Set<(event: HistoryEventView) => void>()
  let skipped = 0
  let unwatch: Unwatch | undefined

  const tell = (event: HistoryEventView): void => {
    for (const listener of listeners) listener(event)
  }

  const append = async (body: Omit<HistoryEventView, 'id'>): Promise<HistoryEventView> => {
    const event = withoutSecrets({ ...body, id: `${body.atMs.toString(36)}-${ports.random.token(6)}` })
    const { path, isNew } = await pickFile(ports, body.atMs)
    // Somebody's torn line must not swallow ours; empty lines mean nothing.
    const lead = isNew || begun.has(path) ? '' : '\n'
    begun.add(path)
    if (unwatch) told.add(event.id)
    await files.append(path, lead + toLine(event))
    if (isNew) await dropOldest(ports)
    tell(event)
    return event
  }

  const query = async (wanted: HistoryQuery): Promise<readonly HistoryEventView[]> => {
    const limit = Math.min(wanted.limit ?? MAX_ANSWER, MAX_ANSWER)
    const oldest = wanted.sinceMs === undefined ? '' : monthOf(wanted.sinceMs)
    const found: HistoryEventView[] = []
    skipped = 0
    for (const { name, month } of historyFiles(await files.list(folder))) {
      if (found.length >= limit || month < oldest) break
      const parsed = parseLines((await readFile(ports, `${folder}/${name}`)) ?? '')
      skipped += parsed.skipped
      found.push(...parsed.events.filter((event) => isWanted(event, wanted)).reverse())
    }
    if (skipped > 0) ports.log.warn('lines of the history were not understood', { lines: skipped, folder })
    return found.sort((a, b) => b.atMs - a.atMs).slice(0, limit)
  }

  return {
    append,
    query,
    get skipped() {
      return skipped
    },
    subscribe(listener) {
      listeners.add(listener)
      unwatch ??= followOthers(ports, (event) => {
        if (!told.delete(event.id)) tell(event)
      })
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        unwatch?.()
        unwatch = undefined
      }
    },
  }
}

async function pickFile(ports: HistoryPorts, atMs: number): Promise<{ path: string; isNew: boolean }> {
  const month = monthOf(atMs)
  const folder = ports.paths.history
  const newest = historyFiles(await ports.files.list(folder)).find((file) => file.month === month)
  if (!newest) return { path: `${folder}/${fileName(month, 1).name}`, isNew: true }
  const size = (await ports.files.stat(`${folder}/${newest.name}`))?.size ?? 0
  if (size < MAX_FILE_BYTES) return { path: `${folder}/${newest.name}`, isNew: false }
  return { path: `${folder}/${fileName(month, newest.part + 1).name}`, isNew: true }
}

async function dropOldest(ports: HistoryPorts): Promise<void> {
  const old = historyFiles(await ports.files.list(ports.paths.history)).slice(MAX_FILES)
  for (const { name } of old) await ports.files.remove(`${ports.paths.history}/${name}`)
}

/** Undefined when it is there and cannot be read now. */
async function readFile(ports: HistoryPorts, path: string): Promise<string | undefined> {
  try {
    return (await ports.files.read(path)) ?? ''
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    ports.log.warn('a file of the history could not be read', { path, error })
    return undefined
  }
}

/** Reads what was added to the newest files whenever the folder changes. */
function followOthers(ports: HistoryPorts, onEvent: (event: HistoryEventView) => void): Unwatch {
  const sinceMs = ports.clock.now()
  const read = new Map<string, number>() // characters of each file that are behind us
  let turn = Promise.resolve()
  let closed = false

  const catchUp = async ({ name }: FileName): Promise<void> => {
    const path = `${ports.paths.history}/${name}`
    const text = await readFile(ports, path)
    if (text === undefined) return // what is behind us stays behind us
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    const from = read.get(path)
    read.set(path, whole.length)
    for (const event of parseLines(whole.slice(from ?? 0)).events) {
      if (!closed && (from !== undefined || event.atMs >= sinceMs)) onEvent(event)
    }
  }

  const look = async (): Promise<void> => {
    const newest = historyFiles(await ports.files.list(ports.paths.history)).slice(0, 2) // around midnight, two
    for (const file of newest.reverse()) await catchUp(file)
  }

  const unwatch = ports.files.watch(ports.paths.history, () => {
    turn = turn
      .then(look)
      .catch((error: unknown) => ports.log.warn('the history could not be followed', { error }))
  })
  return () => {
    closed = true
    unwatch()
  }
}
