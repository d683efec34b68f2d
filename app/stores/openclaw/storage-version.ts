/**
 * OpenClaw kept its logins in three ways, one after the other:
 *   A  `auth-profiles.json`, locked by a folder beside it (proper-lockfile), to 2026.2.12
 *   B  `auth-profiles.json`, locked by a file beside it; `auth-state.json` came later, to 2026.5.28
 *   C  a database for each agent, since 2026.5.30; a JSON file that is still there is a leftover nobody reads
 * This cannot see whether a database has logins in it: its being there decides, since spending a token that the
 * database also holds would end the login.
 */

import { join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import { isOlder, versionIn } from './config.ts'
import type { Agent, Installation } from './locate.ts'

export type LockForm = 'file' | 'folder'

export type StorageVersion =
  | { readonly kind: 'json'; readonly path: string; readonly lockForm: LockForm }
  /** @param leftover an `auth-profiles.json` beside the database */
  | { readonly kind: 'database'; readonly path: string; readonly leftover?: string }

const STORE = 'auth-profiles.json'
const AGENT_DATABASE = 'openclaw-agent.sqlite'
const FIRST_WITH_LOCK_FILE = [2026, 2, 13] as const // read from the npm packages 2026.2.12 and 2026.2.19
const FIRST_WITH_DATABASE = [2026, 5, 30] as const
const SMALLEST_DATABASE = 512 // bytes: one page of the smallest size; an empty file is no database

export function storePath(folder: string): string {
  return join(folder, STORE)
}

export async function storageVersionOf(
  files: Ports['files'],
  agent: Agent,
  installation: Installation,
): Promise<StorageVersion> {
  const path = storePath(agent.folder)
  const database = await databaseOf(files, agent, installation)
  if (database)
    return { kind: 'database', path: database, ...((await files.stat(path)) ? { leftover: path } : {}) }
  return { kind: 'json', path, lockForm: lockFormOf(installation) }
}

async function databaseOf(
  files: Ports['files'],
  agent: Agent,
  { state, config }: Installation,
): Promise<string | undefined> {
  const own = join(agent.folder, AGENT_DATABASE)
  if (await isDatabase(files, own)) return own
  const version = versionIn(config)
  if (!version || isOlder(version, FIRST_WITH_DATABASE)) return undefined
  const shared = join(state, 'state', 'openclaw.sqlite')
  return (await isDatabase(files, shared)) ? shared : undefined
}

async function isDatabase(files: Ports['files'], path: string): Promise<boolean> {
  const found = await files.stat(path)
  return found?.kind === 'file' && found.size >= SMALLEST_DATABASE
}

/** Both forms keep both kinds of OpenClaw out; the right one also lets it clean up after us if we are killed. */
function lockFormOf({ config }: Installation): LockForm {
  return isOlder(versionIn(config), FIRST_WITH_LOCK_FILE) ? 'folder' : 'file'
}
