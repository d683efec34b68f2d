/**
 * OpenClaw kept its logins in three ways, one after the other:
 *   A  `auth-profiles.json`, locked by a folder beside it (proper-lockfile), to 2026.2.12
 *   B  `auth-profiles.json`, locked by a file beside it; `auth-state.json` came later, to 2026.5.28
 *   C  rows in databases, since 2026.5.30: one that all agents share, and one for each agent with logins of its own; a
 *      JSON file that is still there is a leftover nobody reads
 */

import { join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import { isOlder, versionIn } from './config.ts'
import type { RowKind } from './database/login-row.ts'
import { isDatabase } from './database/shared-store.ts'
import type { Agent, Installation } from './locate.ts'

export type LockForm = 'file' | 'folder'

export type StorageVersion =
  | { readonly kind: 'json'; readonly path: string; readonly lockForm: LockForm }
  | { readonly kind: 'database'; readonly path: string; readonly row: RowKind }
  /** All its logins are in the row that the agents share. */
  | { readonly kind: 'inherits' }

const STORE = 'auth-profiles.json'
const AGENT_DATABASE = 'openclaw-agent.sqlite'
const FIRST_WITH_LOCK_FILE = [2026, 2, 13] as const // read from the npm packages 2026.2.12 and 2026.2.19
const FIRST_WITH_DATABASE = [2026, 5, 30] as const

export function storePath(folder: string): string {
  return join(folder, STORE)
}

export function agentDatabase(folder: string): string {
  return join(folder, AGENT_DATABASE)
}

export async function storageVersionOf(
  files: Ports['files'],
  agent: Agent,
  installation: Installation,
): Promise<StorageVersion> {
  const { shared } = installation
  if (agent.shared) return { kind: 'database', path: shared?.path ?? agent.folder, row: 'shared' }
  const own = agentDatabase(agent.folder)
  if (await isDatabase(files, own)) return { kind: 'database', path: own, row: 'agent' }
  const version = versionIn(installation.config)
  const isNew = version !== undefined && !isOlder(version, FIRST_WITH_DATABASE)
  if (shared && (isNew || shared.location !== undefined || shared.trouble)) return { kind: 'inherits' }
  return { kind: 'json', path: storePath(agent.folder), lockForm: lockFormOf(installation) }
}

/** Both forms keep both kinds of OpenClaw out; the right one also lets it clean up after us if we are killed. */
function lockFormOf({ config }: Installation): LockForm {
  return isOlder(versionIn(config), FIRST_WITH_LOCK_FILE) ? 'folder' : 'file'
}
