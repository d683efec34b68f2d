/** A provider has another endpoint than its logins were made at: which logins that is about, and a person's word that it is right. */
import type { IssuerChange } from '../../contract/views.ts'
import type { Profile } from '../../model/profile.ts'
import { labelOf } from '../../model/profile-view.ts'
import { type Provider, providerOf } from '../../model/provider.ts'
import { isSameServer, issuedBy } from '../../oauth/issued-by.ts'
import type { RefreshContext } from './context.ts'

/** @param accepting from now on their tokens go to the new endpoint. @throws AppError PROVIDER_UNREACHABLE, STORE_CORRUPT */
export async function issuerChanges(
  { issuers, resolve }: RefreshContext,
  provider: Provider,
  profiles: readonly Profile[],
  accepting = false,
): Promise<readonly IssuerChange[]> {
  const known = await issuers.read()
  const changes: IssuerChange[] = []
  for (const profile of profiles) {
    const its = providerOf(provider, profile.grant.current)
    const now = issuedBy(its, await resolve(its))
    const holders = profile.grant.entries.map(({ holder }) => holder)
    const moved = holders.filter(({ id }) => {
      const was = known.get(id)
      return was !== undefined && !isSameServer(was, now)
    })
    const was = moved[0] && known.get(moved[0].id)?.tokenEndpoint
    if (was === undefined) continue
    if (accepting) await issuers.record(moved, now)
    changes.push({ profileId: profile.id, account: labelOf(profile), was, now: now.tokenEndpoint })
  }
  return changes
}
