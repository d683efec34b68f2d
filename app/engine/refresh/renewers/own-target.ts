/** What a refresh on this machine is about, where it is worth beginning. */

import { fromFailure } from '../../../base/errors.ts'
import type { Profile } from '../../../model/profile.ts'
import { type Provider, providerOf } from '../../../model/provider.ts'
import { needsLogin } from '../../../model/usable-token.ts'
import type { ProfileRegistry } from '../../profiles/profile-registry.ts'
import type { RefreshTarget } from '../attempt.ts'
import type { RefreshContext } from '../context.ts'

export interface RenewerDeps {
  readonly tools: RefreshContext
  readonly profiles: ProfileRegistry
  readonly findProvider: (name: string) => Provider | undefined
}

/** @throws AppError NOT_REFRESHABLE, NEEDS_LOGIN */
export function ownTarget({ profiles, findProvider }: RenewerDeps, profile: Profile): RefreshTarget {
  const provider = findProvider(profile.provider)
  const seen = profile.grant.current.credential
  const { notRefreshable, status, mayTryAgain } = profiles.assessment(profile)
  if (notRefreshable || !provider || !seen) {
    const why = { code: 'NOT_REFRESHABLE', message: 'It cannot be refreshed.' }
    throw fromFailure(notRefreshable ?? why)
  }
  if (status.kind === 'needs-login' && !mayTryAgain) throw needsLogin(profile, status.failure)
  return { profile, provider: providerOf(provider, profile.grant.current), seen }
}
