/** One entry right before it is written: still what the caller thinks it is, and ours to write. */

import { AppError } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import type { Credential } from '../../model/credential.ts'
import { sameTokens } from '../../model/expiry.ts'
import type { Entry, Holder } from '../../model/holder.ts'
import type { Provider } from '../../model/provider.ts'
import { entryOf } from './entry.ts'
import type { Agent, Installation } from './locate.ts'
import { type ReadStore, readStore } from './read-file.ts'
import type { FindProvider } from './scan-agent.ts'
import { storageVersionOf } from './storage-version.ts'

export interface ToWrite {
  readonly store: ReadStore
  readonly provider: Provider | undefined
}

/** @throws AppError STORE_READ_ONLY, STORE_CORRUPT, STORE_UNREADABLE */
export async function checkWritable(
  ports: Pick<Ports, 'clock' | 'files'>,
  find: FindProvider,
  { agent, installation }: { readonly agent: Agent; readonly installation: Installation },
  holder: Holder,
  expected: Credential,
): Promise<ToWrite | 'gone' | 'changed'> {
  const era = await storageVersionOf(ports.files, agent, installation)
  if (era.kind === 'database') throw inDatabase(holder)
  const store = await readStore(ports, holder.path)
  const profile = store?.profiles.find(({ id }) => id === holder.entry)
  if (!store || !profile) return 'gone'
  const provider = find(profile.provider)
  const writable = await ports.files.canWrite(holder.path)
  const entry = entryOf(profile, { holder, provider, writable, newerVersion: store.newerVersion })
  if (!entry.credential || !sameTokens(entry.credential, expected)) return 'changed'
  if (entry.problem) throw new AppError('STORE_READ_ONLY', entry.problem.message, hintOf(entry))
  if (entry.mode !== 'shared' && !entry.writable) {
    throw new AppError('STORE_READ_ONLY', entry.note ?? `${entry.owner} refreshes ${holder.entry}.`)
  }
  return { store, provider }
}

export function inDatabase(holder: Holder): AppError {
  return new AppError('STORE_READ_ONLY', `${holder.label} keeps its logins in OpenClaw's own database.`, {
    hint: 'Sign in with: openclaw models auth login',
  })
}

function hintOf({ problem }: Entry): { readonly hint: string } | undefined {
  return problem?.hint === undefined ? undefined : { hint: problem.hint }
}
