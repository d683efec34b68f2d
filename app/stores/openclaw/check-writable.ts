/** One entry right before it is written: still what the caller thinks it is, and ours to write. */

import { AppError } from '../../base/errors.ts'
import type { Credential } from '../../model/credential.ts'
import { sameTokens } from '../../model/expiry.ts'
import type { Entry, Holder } from '../../model/holder.ts'
import type { Agent, Installation } from './locate.ts'
import { type AgentScan, type ScanDeps, scanAgent } from './scan-agent.ts'

/**
 * @param expected undefined where only a fence stands, which nobody has the tokens of
 * @throws AppError STORE_READ_ONLY, STORE_CORRUPT, STORE_UNREADABLE
 */
export async function checkWritable(
  deps: ScanDeps,
  { agent, installation }: { readonly agent: Agent; readonly installation: Installation },
  holder: Holder,
  expected: Credential | undefined,
): Promise<AgentScan | 'gone' | 'changed'> {
  const found = await scanAgent(deps, agent, installation)
  const entry = found?.entries.find((one) => one.holder.id === holder.id)
  if (!found || !entry) return 'gone'
  if (found.path !== holder.path) throw inDatabase(holder)
  if (!isExpected(entry, expected)) return 'changed'
  if (entry.problem) throw new AppError('STORE_READ_ONLY', entry.problem.message, hintOf(entry))
  if (entry.mode !== 'shared' && !entry.writable) {
    throw new AppError('STORE_READ_ONLY', entry.note ?? `${holder.entry} is renewed by ${entry.owner}.`)
  }
  return found
}

function isExpected({ credential, ended }: Entry, expected: Credential | undefined): boolean {
  if (!credential || !expected) return !credential && !expected && ended !== undefined
  return sameTokens(credential, expected)
}

/** A file that OpenClaw has left for its database: nobody reads it any more. */
export function inDatabase(holder: Holder): AppError {
  return new AppError('STORE_READ_ONLY', `OpenClaw keeps ${holder.entry} in its database by now.`, {
    hint: 'The next look finds it there: lamplighter list',
  })
}

function hintOf({ problem }: Entry): { readonly hint: string } | undefined {
  return problem?.hint === undefined ? undefined : { hint: problem.hint }
}
