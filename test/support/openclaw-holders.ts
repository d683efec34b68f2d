/** OpenClaw's files and rows that hold what a fleet shares, for tests: made, and looked at from outside. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Core } from '../../app/core.ts'
import { movedMarker } from '../../app/stores/shared/moved-marker.ts'
import type { Home } from './home.ts'
import { OpenClawDatabase } from './openclaw-database.ts'

/** One agent of each kind: its logins in a file, and in a row of its own database. */
const [IN_FILE, IN_ROW] = ['main', 'coder']
/** What may change: the tokens, and what OpenClaw itself counts. */
const CHANGES = new Set(['access', 'refresh', 'expires', 'lastUsed'])

export function profileOf(login: string): string {
  return `acme:${login}@example.test`
}

/** The stored one, lapsed or not. */
export function accessOf(core: Core, login: string): string | undefined {
  const id = profileOf(login)
  if (!core.overview().profiles.some((profile) => profile.id === id)) return undefined
  return core.storedToken(id, Number.NEGATIVE_INFINITY)?.accessToken.expose()
}

export function generationIn(access: unknown): number | undefined {
  const found = /^CANARY-access-.+-(\d+)$/.exec(String(access))?.[1]
  return found === undefined ? undefined : Number(found)
}

/** @param logins their refresh tokens, by name; the access tokens have lapsed */
export async function putHolders(home: Home, logins: ReadonlyMap<string, string>): Promise<void> {
  const profiles = Object.fromEntries(
    [...logins].map(([login, refresh]) => [profileOf(login), entryOf(login, refresh)]),
  )
  const others = { 'openrouter:default': { type: 'api_key', provider: 'openrouter', key: 'CANARY-key' } }
  await home.writeAgent(IN_FILE, { ...profiles, ...others }, { future: IN_FILE })
  const row = OpenClawDatabase.agent(home.openclaw, IN_ROW)
  row.write(JSON.stringify({ version: 1, profiles: { ...profiles, ...others }, future: IN_ROW }))
}

export interface HolderLook {
  /** Of each login in each place. */
  readonly generations: ReadonlyMap<string, number>
  /** What is not as it should be. */
  readonly faults: readonly string[]
}

/** @param keeper what people call the fleet */
export function lookAtHolders(home: Home, logins: readonly string[], keeper: string): HolderLook {
  const generations = new Map<string, number>()
  const faults: string[] = []
  for (const agent of [IN_FILE, IN_ROW]) {
    const text = textOf(home, agent)
    const file = parsed(text)
    if (!file) {
      faults.push(`${home.openclaw} ${agent}: does not parse: ${text}`)
      continue
    }
    const { profiles, version, future } = file
    if (version !== 1 || future !== agent || !profiles['openrouter:default'])
      faults.push(`${home.openclaw} ${agent}: lost what is beside the logins`)
    for (const login of logins) {
      const entry = profiles[profileOf(login)] ?? {}
      const about = `${home.openclaw} ${agent} ${login}`
      const generation = generationIn(entry['access'])
      if (generation === undefined) faults.push(`${about}: no access token`)
      else generations.set(`${agent} ${login}`, generation)
      if (entry['refresh'] !== movedMarker(keeper)) faults.push(`${about}: ${entry['refresh']}`)
      if (restOf(entry) !== restOf(entryOf(login, '')))
        faults.push(`${about}: lost a field: ${restOf(entry)}`)
    }
  }
  return { generations, faults }
}

function textOf(home: Home, agent: string): string {
  if (agent === IN_FILE) return readFileSync(home.agentFile(agent), 'utf8')
  return OpenClawDatabase.at(rowPath(home.openclaw), 'agent').text() ?? ''
}

/** The database that an agent's row is in. */
export function rowPath(openclaw: string): string {
  return join(openclaw, 'agents', IN_ROW, 'agent', 'openclaw-agent.sqlite')
}

function parsed(
  text: string,
): (Record<string, unknown> & { profiles: Record<string, Record<string, unknown>> }) | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function entryOf(login: string, refresh: string): Record<string, unknown> {
  return {
    type: 'oauth',
    provider: 'acme',
    access: `CANARY-access-${login}-1`,
    refresh,
    expires: 1_000,
    email: `${login}@example.test`,
    chatgptPlanType: 'plus',
    somethingNew: { deep: [1, 2, { three: null }] },
  }
}

function restOf(entry: Record<string, unknown>): string {
  return JSON.stringify(Object.entries(entry).filter(([name]) => !CHANGES.has(name)))
}
