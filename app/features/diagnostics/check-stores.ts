/** Can the files that hold logins be read, understood and written? */

import type { Ports } from '../../base/ports.ts'
import { NOT_UNDERSTOOD } from '../../config/unknown-fields.ts'
import type { OverviewView } from '../../contract/views.ts'
import { signInHere } from '../../model/usable-token.ts'
import { type Check, type Finding, finding, orOk } from './finding.ts'

export const checkStores: Check = async ({ ports, overview }) => {
  const found = overview.places.map(({ label, path, found: what, problem }) =>
    problem
      ? finding('bad', `${label}: ${problem.message}`, problem.hint)
      : finding('ok', `${label}: ${path} (${what})`),
  )
  return [...found, ...(await unwritable(ports, overview))]
}

/** Every file that we would have to write. */
async function unwritable(ports: Ports, overview: OverviewView): Promise<readonly Finding[]> {
  const ours = overview.profiles.filter(({ owner }) => owner.mode === 'own' || owner.mode === 'shared')
  const paths = new Set(ours.flatMap(({ holders }) => holders.map((holder) => holder.path)))
  const findings: Finding[] = []
  for (const path of paths) {
    if (await ports.files.canWrite(path)) continue
    findings.push(
      finding('bad', `${path} cannot be written.`, 'Make the file and its folder writable for you.'),
    )
  }
  return findings
}

/** Entries in files that were understood as a whole. */
export const checkEntries: Check = ({ overview }) => {
  const problems = new Map<string, Finding>()
  const said = new Set(overview.places.map(({ problem }) => problem?.message)) // of the whole file, by checkStores
  for (const { holders } of overview.profiles) {
    for (const { problem } of holders) {
      if (problem && !said.has(problem.message))
        problems.set(problem.message, finding('warn', problem.message, problem.hint))
    }
  }
  return [...problems.values()]
}

export const checkLogins: Check = ({ overview }) => {
  const dead = overview.profiles.filter(({ status }) => status.kind === 'needs-login')
  const findings = dead.map(({ id, account, advice, can, owner }) =>
    finding(
      'bad',
      `${account} (${id}): ${advice}`,
      can.login ? signInHere(id) : `Sign in with ${owner.refreshedBy}, which keeps it.`,
    ),
  )
  const alive = overview.profiles.length - dead.length
  return orOk(findings, alive === 0 ? 'There are no logins yet.' : 'No login needs a new sign-in.')
}

export const checkDrift: Check = ({ overview }) => {
  const findings = overview.profiles.flatMap(({ id, account, holders, can, owner }) => {
    const behind = holders.filter((holder) => holder.drift)
    if (behind.length === 0) return []
    const where = behind.map((holder) => holder.path).join(', ')
    const withoutRefresh = can.login
      ? signInHere(id)
      : `Only ${owner.refreshedBy} renews it: sign in there again.`
    const todo = can.refresh ? `Run: lamplighter refresh ${id}` : withoutRefresh
    return [finding('warn', `${account} (${id}) has other tokens in: ${where}`, todo)]
  })
  return orOk(findings, 'All files that share a login hold the same tokens.')
}

export const checkConfig: Check = ({ overview }) => {
  const findings = overview.problems.map(({ code, message, hint }) =>
    finding(code === NOT_UNDERSTOOD ? 'warn' : 'bad', message, hint),
  )
  return orOk(findings, 'The configuration is understood.')
}
