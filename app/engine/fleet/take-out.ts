/** A login leaves the fleet and becomes one machine's own again: with the fleet's ticket, so that nobody else spends it. */
import { AppError } from '../../base/errors.ts'
import { claimTicket } from './claim-ticket.ts'
import type { FleetContext } from './context.ts'
import { openSpend, type SharedLogin, sealGrant } from './grant-seal.ts'
import { unknownGrant } from './outcomes.ts'
import { writeForSure } from './write-for-sure.ts'

/** @returns it with its refresh token. @throws RegisterFailure; AppError NOT_REFRESHABLE, STORE_LOCKED */
export async function takeOut(tools: FleetContext, id: string): Promise<SharedLogin> {
  const { ports, keys, register, layout, node, grants } = tools
  const grant = grants.get(id)
  if (!grant || grant.record.state === 'left')
    throw new AppError('NOT_REFRESHABLE', unknownGrant(tools).message)
  const login = openSpend(ports, keys, id, grant.record)
  if (grant.record.state === 'ok') {
    const claim = await claimTicket(tools, grant, await tools.journal.read(grant.record.fingerprint))
    if (claim.kind !== 'ours') throw inUse()
  }
  const key = layout.grant(id)
  const text = JSON.stringify(sealGrant(ports, keys, id, login, { node, state: 'left' }))
  const made = await writeForSure(ports.clock, text, () => register.replace(key, text, grant.revision))
  if (made.kind === 'refused') throw inUse()
  grants.learn({ key, value: text, revision: made.revision })
  return login
}

function inUse(): AppError {
  return new AppError('STORE_LOCKED', 'Another machine of the fleet renews this login just now.', {
    hint: 'Nothing was changed. Try again in a moment.',
  })
}
