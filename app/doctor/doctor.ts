/** Every check, in the order in which a person would ask. A check that breaks is a finding and stops none of the others. */
import { toFailure } from '../errors.ts'
import { type Check, type DoctorTools, type Finding, finding } from './finding.ts'
import { checkJournal } from './journal.ts'
import { checkLocks, checkScheduler } from './locks.ts'
import { checkNetwork } from './network.ts'
import { checkPermissions } from './permissions.ts'
import { checkSealing } from './sealing.ts'
import { checkConfig, checkDrift, checkDuplicates, checkEntries, checkLogins, checkStores } from './stores.ts'

export interface CheckedFinding extends Finding {
  /** "stores", "clock and network". */
  readonly check: string
}

const CHECKS: readonly (readonly [string, Check])[] = [
  ['configuration', checkConfig],
  ['stores', checkStores],
  ['entries', checkEntries],
  ['permissions', checkPermissions],
  ['sealing', checkSealing],
  ['logins', checkLogins],
  ['drift', checkDrift],
  ['duplicates', checkDuplicates],
  ['locks', checkLocks],
  ['journal', checkJournal],
  ['schedule', checkScheduler],
  ['network', checkNetwork],
]

export async function examine(tools: DoctorTools): Promise<readonly CheckedFinding[]> {
  const findings: CheckedFinding[] = []
  for (const [check, run] of CHECKS) {
    for (const one of await runCheck(run, tools)) findings.push({ check, ...one })
  }
  return findings
}

async function runCheck(check: Check, tools: DoctorTools): Promise<readonly Finding[]> {
  try {
    return await check(tools)
  } catch (error) {
    const { message, hint, detail } = toFailure(error)
    return [finding('bad', [message, detail].filter(Boolean).join(' '), hint)]
  }
}
