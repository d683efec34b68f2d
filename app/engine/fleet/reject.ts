/** A shared login that has ended: in this machine's journal, and in the register, so that nobody tries again. */
import type { Failure } from '../../contract/failure.ts'
import type { RefreshOutcome, RejectCause } from '../../model/refresh-outcome.ts'
import type { FleetContext } from './context.ts'
import type { KnownGrant } from './fleet-grants.ts'
import { openSpend, sealGrant } from './grant-seal.ts'
import { writeForSure } from './write-for-sure.ts'

/** Where another answer stands in the register by now, that one is true. @throws RegisterFailure */
export async function reject(
  tools: FleetContext,
  grant: KnownGrant,
  cause: RejectCause,
  failure: Failure,
): Promise<RefreshOutcome> {
  const { ports, keys, register, layout, node } = tools
  const spent = grant.record.fingerprint
  await tools.journal.rejected(spent, failure)
  const login = openSpend(ports, keys, grant.id, grant.record)
  const key = layout.grant(grant.id)
  const text = JSON.stringify(sealGrant(ports, keys, grant.id, login, { node, state: 'rejected' }))
  const made = await writeForSure(ports.clock, text, () => register.replace(key, text, grant.revision))
  if (made.kind === 'refused') return { kind: 'superseded', grant: spent }
  tools.grants.learn({ key, value: text, revision: made.revision })
  return { kind: 'rejected', cause, grant: spent, failure }
}
