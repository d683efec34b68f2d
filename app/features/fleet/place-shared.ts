/** What the fleet shares, among the logins of this machine: an entry of our vault that the fleet refreshes. */
import { withLock } from '../../base/with-lock.ts'
import type { SharedLogin } from '../../engine/fleet/grant-seal.ts'
import type { Lender } from '../../model/holder.ts'
import type { Profile } from '../../model/profile.ts'
import { here, type NodeDeps } from '../nodes/connection/deps.ts'
import { definition } from '../nodes/connection/protocol.ts'
import { ensureProvider } from '../nodes/inventory/ensure-provider.ts'
import type { Membership } from './membership.ts'
import { withoutRefreshToken } from './shared-renewer.ts'

export function sharedProfile(deps: NodeDeps, fleet: string, id: string): Profile | undefined {
  return here(deps).find(({ grant }) =>
    grant.entries.some(({ lender }) => lender?.fleet === fleet && lender.profile === id),
  )
}

const LOCK_WAIT_MS = 30_000 // a write to the register that is not heard of is repeated for 20 s

/** One process of this machine at a time: two would put the same login into the list twice. */
export function placing<T>(ports: NodeDeps['ports'], work: () => Promise<T>): Promise<T> {
  return withLock(ports, 'fleet-place', LOCK_WAIT_MS, work)
}

/** As this machine calls it. Who shares a login vouches for where its tokens go. @throws AppError PROVIDER_UNKNOWN, CONFIG_INVALID */
export function providerOfShared(
  deps: NodeDeps,
  { fleet, name }: Pick<Membership, 'fleet' | 'name'>,
  { provider, definition: said }: SharedLogin,
): Promise<string> {
  const theirs = said === undefined ? undefined : definition.safeParse(said).data
  const asked = { provider, definition: theirs }
  return ensureProvider(deps, { machine: fleet, name }, asked, theirs?.tokenEndpoint ?? theirs?.issuer)
}

/** A first copy here. @throws AppError PROVIDER_UNKNOWN, CONFIG_INVALID, STORE_UNWRITABLE */
export async function placeShared(
  deps: NodeDeps,
  membership: Pick<Membership, 'fleet' | 'name' | 'role'>,
  id: string,
  login: SharedLogin,
): Promise<void> {
  const { vault, ports } = deps
  const provider = await providerOfShared(deps, membership, login)
  const credential = withoutRefreshToken(login.credential)
  const { email, id: sub } = credential.account
  const wanted = `${provider}:${email ?? sub ?? id}`
  const taken = new Set((await vault.scan()).entries.map(({ holder }) => holder.entry))
  const entry = taken.has(wanted) ? `${wanted}#${ports.random.token(4)}` : wanted
  const { fleet, name, role } = membership
  const reads = role === 'reader' ? { reads: true } : {}
  const borrowed: Lender = { machine: fleet, name, profile: id, fleet, ...reads }
  await vault.add({ id: entry, provider, credential, borrowed })
}
