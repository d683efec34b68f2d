/** What one agent holds, in whichever way its OpenClaw keeps it. */
import type { Ports } from '../../base/ports.ts'
import type { Failure } from '../../contract/failure.ts'
import type { Entry, Holder } from '../../model/holder.ts'
import type { Provider } from '../../model/provider.ts'
import { profilesIn } from './config.ts'
import { entryOf, IN_OPENCLAW, OPENCLAW } from './entry.ts'
import type { StoredProfile } from './format.ts'
import type { Agent, Installation } from './locate.ts'
import { readStore } from './read-file.ts'
import { storageVersionOf } from './storage-version.ts'

export type FindProvider = (storeProvider: string) => Provider | undefined

type LookPorts = Pick<Ports, 'clock' | 'files'>

const LEFTOVER = 'The auth-profiles.json beside it is a leftover that OpenClaw no longer reads.'

/** @throws AppError STORE_CORRUPT, STORE_UNREADABLE */
export async function scanAgent(
  ports: LookPorts,
  find: FindProvider,
  agent: Agent,
  installation: Installation,
): Promise<readonly Entry[]> {
  const era = await storageVersionOf(ports.files, agent, installation)
  if (era.kind === 'database') return databaseEntries(ports, agent, installation, era)
  const store = await readStore(ports, era.path)
  if (!store) return []
  const writable = await ports.files.canWrite(era.path)
  return store.profiles.map((profile) =>
    entryOf(profile, {
      holder: holderOf(agent, era.path, profile.id),
      provider: find(profile.provider),
      writable,
      newerVersion: store.newerVersion,
    }),
  )
}

export function holderOf(agent: Agent, path: string, profileId: string): Holder {
  return {
    store: 'openclaw',
    id: `openclaw:${agent.id}:${profileId}`,
    label: `OpenClaw · ${agent.id}`,
    path,
    entry: profileId,
  }
}

/** Which agent a holder belongs to: `openclaw:<agent>:<profile>`. */
export function agentIdOf(holder: Holder): string {
  return holder.id.slice('openclaw:'.length, holder.id.length - holder.entry.length - 1)
}

/**
 * Without looking into the database: names from the leftover file, else from openclaw.json, else one for the agent.
 * Tokens of a leftover are not shown, since the database's are newer; and nothing is known of those.
 */
async function databaseEntries(
  ports: LookPorts,
  agent: Agent,
  { config }: Installation,
  { path, leftover }: { readonly path: string; readonly leftover?: string },
): Promise<readonly Entry[]> {
  const problem = unread(path, leftover)
  const named = new Map<string, Pick<Entry, 'provider' | 'account'>>()
  for (const { id, provider, email, displayName } of profilesIn(config)) {
    const account = { ...(email ? { email } : {}), ...(displayName ? { name: displayName } : {}) }
    named.set(id, { provider, account })
  }
  const old = leftover === undefined ? undefined : await readStore(ports, leftover)
  for (const { id, provider, account } of old?.profiles ?? ([] as readonly StoredProfile[])) {
    named.set(id, { provider, account })
  }
  if (named.size === 0) named.set(agent.id, { provider: OPENCLAW, account: {} })
  return [...named].map(([id, about]) => ({
    holder: holderOf(agent, path, id),
    mode: 'watched',
    owner: OPENCLAW,
    ...IN_OPENCLAW,
    ...about,
    problem,
  }))
}

function unread(path: string, leftover: string | undefined): Failure {
  return {
    code: 'STORE_UNREADABLE',
    message: 'OpenClaw 2026.6 and newer: Lamplighter cannot read these logins yet.',
    hint: [`OpenClaw keeps them in ${path} and refreshes them there.`, leftover && LEFTOVER]
      .filter(Boolean)
      .join(' '),
  }
}
