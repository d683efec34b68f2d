/** What one agent holds, or all of them together, in whichever way this OpenClaw keeps it. */
import type { Ports } from '../../base/ports.ts'
import type { Credential } from '../../model/credential.ts'
import type { Entry, Holder } from '../../model/holder.ts'
import type { Provider } from '../../model/provider.ts'
import type { LastGenerations } from './database/last-generations.ts'
import { keptOtherwise, type RowKind, readLoginRow, WRITABLE } from './database/login-row.ts'
import { entryOf } from './entry.ts'
import { FENCE_LIFE_MS, standsFor } from './fence.ts'
import { parseStore, type StoredProfile } from './format.ts'
import type { Agent, Installation } from './locate.ts'
import { corrupt, readStore } from './read-file.ts'
import { storageVersionOf } from './storage-version.ts'

export type FindProvider = (storeProvider: string) => Provider | undefined

export interface ScanDeps {
  readonly ports: Pick<Ports, 'clock' | 'databases' | 'files' | 'random'>
  readonly find: FindProvider
  readonly generations: Pick<LastGenerations, 'find'>
}

/** One place, read from the disk just now. */
export interface AgentScan {
  readonly path: string
  /** As it stands there: what a write compares with. */
  readonly text: string
  readonly row?: RowKind
  readonly profiles: readonly StoredProfile[]
  readonly entries: readonly Entry[]
  /** When a fence that is there now was left behind, if it still is. */
  readonly againAtMs?: number
}

/** Undefined where it has no logins of its own. @throws AppError STORE_CORRUPT, STORE_UNREADABLE */
export async function scanAgent(
  deps: ScanDeps,
  agent: Agent,
  installation: Installation,
): Promise<AgentScan | undefined> {
  const { ports, find } = deps
  if (agent.shared && installation.shared?.trouble) throw installation.shared.trouble
  const era = await storageVersionOf(ports.files, agent, installation)
  if (era.kind === 'inherits') return undefined
  const { path } = era
  const read = era.kind === 'json' ? await readStore(ports, path) : await readRow(ports, path, era.row)
  if (!read) return undefined
  const writable = await ports.files.canWrite(path)
  const entries: Entry[] = []
  let againAtMs: number | undefined
  for (const profile of read.profiles) {
    if (profile.isHanded) continue
    const holder = holderOf(agent, path, profile.id)
    const fenced = 'updatedAtMs' in read ? await behind(deps, profile, holder, read.updatedAtMs) : undefined
    if (fenced?.isLost === false && 'updatedAtMs' in read) againAtMs = read.updatedAtMs + FENCE_LIFE_MS + 1
    entries.push(
      entryOf(profile, {
        holder,
        provider: find(profile.provider),
        writable,
        unknownVersion: read.unknownVersion,
        primary: agent.main || agent.shared === true,
        ...(fenced ? { fenced } : {}),
      }),
    )
  }
  const { text, profiles } = read
  return {
    path,
    text,
    profiles,
    entries,
    ...(era.kind === 'database' ? { row: era.row } : {}),
    ...(againAtMs === undefined ? {} : { againAtMs }),
  }
}

async function readRow(ports: ScanDeps['ports'], path: string, kind: RowKind) {
  const row = await readLoginRow(ports.databases, path, kind)
  if (!row) return undefined
  const parsed = parseStore(row.text)
  const isKnown = WRITABLE[kind].includes(row.schema)
  if (!parsed) throw isKnown ? corrupt(path) : keptOtherwise(path)
  const unknownVersion = isKnown ? parsed.unknownVersion : row.schema
  return { ...parsed, unknownVersion, text: row.text, updatedAtMs: row.updatedAtMs }
}

/** Undefined where there is no fence. */
async function behind(
  { ports, generations }: ScanDeps,
  { id, provider, fence }: StoredProfile,
  holder: Holder,
  updatedAtMs: number,
): Promise<{ readonly isLost: boolean; readonly kept?: Credential } | undefined> {
  if (!fence) return undefined
  const isLost = fence.state === 'failed' || ports.clock.now() - updatedAtMs > FENCE_LIFE_MS
  const kept = isLost ? await generations.find(holder.id) : undefined
  const token = fence.generation?.kind === 'access' ? kept?.accessToken : kept?.refreshToken
  const isIt =
    kept?.refreshToken !== undefined &&
    token !== undefined &&
    standsFor(fence, { profileId: id, provider, token: token.expose() }, (text) =>
      ports.random.sha256Hex(text),
    )
  return { isLost, ...(isIt ? { kept } : {}) }
}

export function holderOf(agent: Agent, path: string, profileId: string): Holder {
  return {
    store: 'openclaw',
    id: `openclaw:${agent.id}:${profileId}`,
    label: agent.shared ? 'OpenClaw' : `OpenClaw · ${agent.id}`,
    path,
    entry: profileId,
  }
}

/** Which agent a holder belongs to: `openclaw:<agent>:<profile>`. */
export function agentIdOf(holder: Holder): string {
  return holder.id.slice('openclaw:'.length, holder.id.length - holder.entry.length - 1)
}
