/** The newcomer's way in: it asks as a guest, waits until an administrator's machine answers, and is a machine of the fleet. */
import { AppError } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import type { Register } from '../../base/register.ts'
import { readAnswer } from './answer.ts'
import { askToJoin, receiveKeys } from './enrol.ts'
import { type FullInvitation, parseInvitation } from './invitation-text.ts'
import type { Membership, MembershipFile } from './membership.ts'
import { makeNodeIdentity, type NodeIdentity } from './node-identity.ts'

export interface JoinDeps {
  readonly ports: Pick<Ports, 'clock' | 'random' | 'registers'>
  readonly file: MembershipFile
}

/** How often it is looked for the answer. */
const POLL_MS = 1_000

/**
 * @param onAsked it is said who asks, and waited for an administrator from now on
 * @throws RegisterFailure; AppError FLEET_REFUSED, FLEET_WENT_BACK, ARGUMENT_INVALID, HOST_GONE when `signal` aborted
 */
export async function join(
  { ports, file }: JoinDeps,
  text: string,
  machineName: string,
  {
    onAsked,
    signal,
  }: { readonly onAsked: (invitation: FullInvitation) => void; readonly signal: AbortSignal },
): Promise<Membership> {
  const invitation = parseInvitation(text)
  const identity = await identityFor(file, invitation)
  const register = ports.registers.open(invitation.address)
  try {
    await askToJoin(ports, register, invitation, identity, machineName)
    onAsked(invitation)
    const membership = await untilAdmitted(ports, register, invitation, { identity, machineName, signal })
    await file.put({ membership })
    return membership
  } finally {
    await register.close()
  }
}

/** The same as before, when this invitation was being answered already. */
async function identityFor(file: MembershipFile, invitation: FullInvitation): Promise<NodeIdentity> {
  const known = await file.read()
  if (known) {
    throw new AppError('ARGUMENT_INVALID', `This machine is of the fleet "${known.name}" already.`, {
      hint: 'Leave that one first: lamplighter fleet leave',
    })
  }
  const before = await file.joining()
  if (before?.invitation === invitation.id) return before.identity
  const identity = await makeNodeIdentity()
  await file.put({ joining: { invitation: invitation.id, identity } })
  return identity
}

async function untilAdmitted(
  { clock }: Pick<Ports, 'clock'>,
  register: Register,
  invitation: FullInvitation,
  {
    identity,
    machineName,
    signal,
  }: {
    readonly identity: NodeIdentity
    readonly machineName: string
    readonly signal: AbortSignal
  },
): Promise<Membership> {
  const { fleet, name, role, administrator, untilMs, address } = invitation
  for (;;) {
    const answer = await readAnswer(register, invitation, identity)
    const keys = answer && (await receiveKeys(register, invitation, identity))
    if (answer && keys) {
      const { members, ca, cluster = '' } = address
      const { naming, epoch, epochs } = keys
      return {
        ...{ fleet, name, machineName, role, administrator, identity, cluster, ...answer },
        ...{ members: [...members], ...(ca === undefined ? {} : { ca }) },
        keys: { naming, epoch, epochs },
        ...{ invitations: [], toRenew: [], removed: [] },
      }
    }
    if (signal.aborted) throw new AppError('HOST_GONE', 'Nobody has answered yet. Join again to go on.')
    if (clock.now() > untilMs) throw tooLate()
    await clock.sleep(POLL_MS, signal)
  }
}

function tooLate(): AppError {
  return new AppError('FLEET_REFUSED', 'The invitation is over, and nobody has answered.', {
    hint: "An administrator's Lamplighter has to run meanwhile: lamplighter serve, or lamplighter fleet invite until you have joined.",
  })
}
