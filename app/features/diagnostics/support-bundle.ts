/**
 * What helps to find out what is wrong, as plain text a person reads before sending it: no token, no full email, no
 * value from config.json. It is put together on request, and goes nowhere by itself.
 */

import { AppError, messageOf } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import type { HistoryQuery } from '../../contract/channels.ts'
import type { HistoryEventView, OverviewView } from '../../contract/views.ts'
import type { Journal } from '../../engine/journal/journal.ts'
import { racesOf } from '../../history/race-query.ts'
import { configKeys } from './config-keys.ts'
import { locksFound } from './locks-found.ts'
import { shortener } from './shorten.ts'
import { age, eventLine, profileLines, raceLine } from './support-lines.ts'

export interface SupportDeps {
  readonly ports: Pick<Ports, 'clock' | 'files' | 'keyring' | 'paths' | 'process'>
  readonly overview: () => OverviewView
  readonly history: (query: HistoryQuery) => Promise<readonly HistoryEventView[]>
  readonly journal: Pick<Journal, 'all'>
  /** "Lamplighter" -> "0.1.0", "Electron" -> ..., as About names them. */
  readonly versions: Readonly<Record<string, string>>
}

const LAST_EVENTS = 60
const LAST_RACES = 20

/** A part that cannot be read is said in its place: the rest is still of use. */
export async function supportText(parts: SupportDeps): Promise<string> {
  const { ports } = parts
  const overview = parts.overview()
  const shorten = shortener({
    userHome: ports.paths.userHome,
    // Where nothing is known of a person, the window shows the profile's own name.
    accounts: overview.profiles.map(({ account }) => account).filter((account) => !account.includes(':')),
  })
  const nowMs = ports.clock.now()
  const sections: readonly (readonly [string, () => Promise<readonly string[]>])[] = [
    ['Lamplighter support bundle', async () => about(parts, nowMs)],
    ['Paths', async () => Object.entries(ports.paths).map(([name, path]) => `${name}: ${path}`)],
    ['Settings present (names only)', () => configKeys(ports.files, ports.paths.config)],
    ['Keys', async () => [`sealing key: ${await ports.keyring.kept()}`]],
    ['Where it looked', async () => placesOf(overview)],
    ['Schedule', async () => schedule(overview, nowMs)],
    [`Logins (${overview.profiles.length})`, async () => profileLines(overview.profiles, nowMs)],
    ['Journal', () => journalLines(parts.journal)],
    ['Locks', () => locksFound(ports.files, ports.paths.locks, overview.profiles, nowMs)],
    ['Races', async () => (await racesOf({ limit: LAST_RACES }, parts.history)).map(raceLine)],
    ['Last events', async () => (await parts.history({ limit: LAST_EVENTS })).map(eventLine)],
  ]
  const printed: string[] = []
  for (const [title, linesOf] of sections) {
    const lines = await orWhy(linesOf)
    printed.push([title, ...(lines.length === 0 ? ['none'] : lines).map((line) => `  ${line}`)].join('\n'))
  }
  return `${shorten(printed.join('\n\n'))}\n`
}

async function orWhy(linesOf: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await linesOf()
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'INTERNAL'
    return [`cannot be read (${code}): ${messageOf(error)}`]
  }
}

function about({ versions, ports }: SupportDeps, nowMs: number): readonly string[] {
  const { platform, label, pid } = ports.process
  return [
    ...Object.entries(versions).map(([name, version]) => `${name}: ${version}`),
    `system: ${platform}`,
    `process: ${label} (pid ${pid})`,
    `made: ${new Date(nowMs).toISOString()}`,
  ]
}

function placesOf({ places, problems }: OverviewView): readonly string[] {
  const found = places.map(({ label, path, found: what, problem }) => {
    const trouble = problem ? ` | ${problem.code}: ${problem.message}` : ''
    return `${label}: ${path} (${what})${trouble}`
  })
  return [...found, ...problems.map(({ code, message }) => `problem ${code}: ${message}`)]
}

function schedule({ scheduler }: OverviewView, nowMs: number): readonly string[] {
  const { running, paused, next } = scheduler
  const until = paused?.untilMs === undefined ? 'until resumed' : `for ${age(paused.untilMs - nowMs)} more`
  return [
    `runs in this process: ${running ? 'yes' : 'no'}`,
    `paused: ${paused ? until : 'no'}`,
    ...(next ? [`next: ${next.profileId} in ${age(next.atMs - nowMs)}`] : []),
  ]
}

async function journalLines(journal: Pick<Journal, 'all'>): Promise<readonly string[]> {
  const counts = new Map<string, number>()
  for (const { state } of await journal.all()) counts.set(state, (counts.get(state) ?? 0) + 1)
  return [...counts].sort().map(([state, count]) => `${state}: ${count}`)
}
