/** Everything that could be wrong with the fleet of this machine, looked at and not changed. */
import type { Ports } from '../../base/ports.ts'
import type { Failure } from '../../contract/failure.ts'
import { type Finding, finding } from '../diagnostics/finding.ts'
import { keysOf, type Membership } from './membership.ts'
import { isAdmitted, nameOf, readFleet, readRoster } from './roster.ts'
import { lastSeenMs } from './seen.ts'
import type { FleetSession } from './session.ts'

/** A laptop that sleeps over a holiday is no news; a machine that is gone for a month had better be removed. */
const GONE_MS = 30 * 24 * 60 * 60_000
const INVITE_AGAIN = 'If it is gone for good, remove it: lamplighter fleet remove'

/** @param problem what keeps it from working now @throws RegisterFailure; AppError FLEET_* */
export async function checkFleet(
  ports: Pick<Ports, 'clock' | 'random'>,
  session: FleetSession,
  problem: Failure | undefined,
): Promise<readonly Finding[]> {
  const { membership } = session
  const about = `${membership.name}, as ${membership.machineName}, ${membership.role}`
  if (problem) return [finding('bad', `${about}: ${problem.message}`, problem.hint)]
  const startedMs = ports.clock.now()
  const record = await readFleet(session.register, membership.fleet, membership.administrator)
  const roster = await readRoster(session.register, record)
  const tookMs = ports.clock.now() - startedMs
  const reached = finding('ok', `${about}: its register answers within ${tookMs} ms`)
  const own = roster.find(({ node }) => node === membership.identity.node)
  const isOne = own !== undefined && isAdmitted(own, record)
  const keys = keysOf(membership)
  return [
    reached,
    isOne
      ? finding('ok', `this machine is one of ${roster.length} that its administrator has signed`)
      : finding('bad', 'this machine is not on the roster any more', 'Ask for an invitation.'),
    keys.epoch === record.epoch
      ? finding('ok', `the keys are those of the present epoch, ${record.epoch}`)
      : finding(
          'warn',
          `the keys are of epoch ${keys.epoch}, and the fleet is at ${record.epoch}`,
          'They come by themselves while Lamplighter runs: lamplighter serve',
        ),
    ...keepers(roster.filter(({ role }) => role === 'keeper').length),
    ...shared(session, membership),
    ...(await gone(ports, session, keys, roster)),
  ]
}

function keepers(count: number): readonly Finding[] {
  if (count > 1) return []
  return [
    finding(
      'note',
      'only one machine is a keeper: while it is off, nothing is renewed',
      'Invite another one: lamplighter fleet invite',
    ),
  ]
}

function shared({ node }: FleetSession, { toRenew }: Membership): readonly Finding[] {
  const all = node.grants.all().map(({ record }) => record.state)
  const ended = all.filter((state) => state === 'rejected').length
  return [
    finding('ok', `${all.filter((state) => state === 'ok').length} logins are shared`),
    ...(ended > 0
      ? [
          finding(
            'warn',
            `${ended} of the shared logins have ended`,
            'Sign in again on a keeper, and share anew.',
          ),
        ]
      : []),
    ...(toRenew.length > 0
      ? [
          finding(
            'warn',
            `${toRenew.length} logins that a removed machine could spend are not renewed yet`,
            'It goes on while Lamplighter runs here: lamplighter serve',
          ),
        ]
      : []),
  ]
}

async function gone(
  ports: Pick<Ports, 'clock' | 'random'>,
  { register, membership }: FleetSession,
  keys: ReturnType<typeof keysOf>,
  roster: Awaited<ReturnType<typeof readRoster>>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const node of roster) {
    const seenMs = await lastSeenMs(register, membership.fleet, node)
    if (seenMs !== undefined && ports.clock.now() - seenMs < GONE_MS) continue
    const name = nameOf({ ports, keys }, node)
    const since = seenMs === undefined ? 'was never there since it joined' : 'was not there for a month'
    findings.push(finding('note', `${name} ${since}`, `${INVITE_AGAIN} ${name}`))
  }
  return findings
}
