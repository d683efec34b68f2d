/** With the fleet's ticket: ours is taken too, and the request starts in time or not at all. */
import { type Presence, RegisterFailure } from '../../base/register.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import { WAIT_MS } from '../../model/refresh-policy.ts'
import { type FleetClaim, replaceTicket } from './claim-ticket.ts'
import type { FleetContext } from './context.ts'
import type { KnownGrant } from './fleet-grants.ts'
import { type Spending, spend } from './spend.ts'

/** Others can see that its owner lives for so long after it does not. */
const PRESENCE_MS = 20_000

/** Undefined: somebody was faster, on this machine or on another. @throws RegisterFailure; AppError STORE_UNWRITABLE */
export async function withTicket(
  tools: FleetContext,
  spending: Spending,
  freeRoom: () => Promise<void>,
): Promise<RefreshOutcome | undefined> {
  const { grant } = spending
  const spent = grant.record.fingerprint
  if (!(await isCurrent(tools, grant))) return undefined
  const presence = await showPresence(tools, spent)
  try {
    if (!(await tools.journal.claim(spent, grant.id, spending.claim.ticket.attempt))) return undefined
    try {
      const claim = await inTime(tools, grant, spending.claim)
      if (!claim) {
        await tools.journal.release(spent)
        return await waitForNews(tools, grant, WAIT_MS)
      }
      await freeRoom()
      return await spend(tools, { ...spending, claim })
    } finally {
      tools.journal.abandon(spent)
    }
  } finally {
    void presence?.leave()
  }
}

/**
 * A register that was put back from a backup has forgotten tickets as well, and gives them anew: what is to be spent has to
 * stand there still, as we know it. @throws RegisterFailure `gone-back`
 */
async function isCurrent({ register, layout, grants }: FleetContext, grant: KnownGrant): Promise<boolean> {
  const now = await register.read(layout.grant(grant.id))
  if (now?.revision === grant.revision) return true
  if (!now || now.revision < grant.revision)
    throw new RegisterFailure('gone-back', true, 'It shows an older login than it has told before.')
  grants.learn(now)
  return false
}

/** Too late since the ticket was asked for? Then it is asked for again; undefined when somebody took it over. */
async function inTime(
  tools: FleetContext,
  grant: KnownGrant,
  first: FleetClaim,
): Promise<FleetClaim | undefined> {
  let claim = first
  while (!claim.window.isOpen) {
    const key = tools.layout.ticket(grant.record.fingerprint)
    const again = await replaceTicket(tools, grant, { key, revision: claim.revision }, claim.ticket.attempt)
    if (again.kind !== 'ours') return undefined
    claim = again
  }
  return claim
}

/** Who waits for us sees that we live. Without it they may only take over sooner. */
async function showPresence(
  { register, layout, node }: FleetContext,
  fingerprint: string,
): Promise<Presence | undefined> {
  try {
    const made = await register.present(layout.present(fingerprint), node, PRESENCE_MS)
    return 'leave' in made ? made : undefined
  } catch (error) {
    if (error instanceof RegisterFailure) return undefined
    throw error
  }
}

/** Whatever is written of it next. */
export async function waitForNews(tools: FleetContext, grant: KnownGrant, ms: number): Promise<undefined> {
  await tools.grants.waitFor(grant.id, ({ revision }) => revision > grant.revision, ms)
}
