/** Every check, in the order in which a person would ask. A check that breaks is a finding and stops none of the others. */
import { toFailure } from '../../base/errors.ts'
import { checkCopies, checkKeychains } from './check-copies.ts'
import { checkDuplicates } from './check-duplicates.ts'
import { checkJournal } from './check-journal.ts'
import { checkLocks, checkScheduler } from './check-locks.ts'
import { checkNetwork } from './check-network.ts'
import { checkPermissions } from './check-permissions.ts'
import { checkSealing } from './check-sealing.ts'
import { checkConfig, checkDrift, checkEntries, checkLogins, checkStores } from './check-stores.ts'
import { type Check, type DoctorDeps, type Finding, finding } from './finding.ts'

export interface CheckedFinding extends Finding {
  /** "stores", "clock and network". */
  readonly check: string
}

const REPORT = 'Look again. If it stays, save a support bundle (in the window: Settings) and report it.'

/** The last: what to do where a finding itself does not say. */
const CHECKS: readonly (readonly [string, Check, string?])[] = [
  ['configuration', checkConfig, 'Correct config.json: Lamplighter reads it again by itself.'],
  ['stores', checkStores, 'Give yourself back the right to read and write it, or restore it from a backup.'],
  ['entries', checkEntries, 'Sign in again to replace it.'],
  ['permissions', checkPermissions],
  ['old copies', checkCopies],
  ['keychains', checkKeychains],
  ['sealing', checkSealing, 'Unlock your session’s keychain, and look again.'],
  ['logins', checkLogins],
  ['drift', checkDrift],
  ['duplicates', checkDuplicates],
  ['locks', checkLocks],
  ['journal', checkJournal],
  ['schedule', checkScheduler],
  ['network', checkNetwork, 'Check the network and the endpoints in config.json.'],
]

export async function examine(tools: DoctorDeps): Promise<readonly CheckedFinding[]> {
  const findings: CheckedFinding[] = []
  for (const [check, run, otherwise = REPORT] of CHECKS) {
    for (const one of await runCheck(run, tools)) {
      const open = one.level === 'warn' || one.level === 'bad'
      findings.push({ check, ...one, ...(open && one.todo === undefined ? { todo: otherwise } : {}) })
    }
  }
  return findings
}

async function runCheck(check: Check, tools: DoctorDeps): Promise<readonly Finding[]> {
  try {
    return await check(tools)
  } catch (error) {
    const { message, hint, detail } = toFailure(error)
    return [finding('bad', [message, detail].filter(Boolean).join(' '), hint)]
  }
}
