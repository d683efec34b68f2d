/** What a refresh on this machine is about, where it is worth beginning. */

import { fromFailure } from '../../../base/errors.ts'
import type { Profile } from '../../../model/profile.ts'
import { type Provider, providerOf } from '../../../model/provider.ts'
import { needsLogin } from '../../../model/usable-token.ts'
import type { ProfileRegistry } from '../../profiles/profile-registry.ts'
import type { RefreshTarget, RenewTarget } from '../attempt.ts'
import type { RefreshContext } from '../context.ts'

export interface RenewerDeps {
  readonly tools: RefreshContext
  readonly profiles: ProfileRegistry
  readonly findProvider: (name: string) => Provider | undefined
}

/** Whoever renews it. @throws AppError NOT_REFRESHABLE, NEEDS_LOGIN */
export function renewTarget({ profiles }: Pick<RenewerDeps, 'profiles'>, profile: Profile): RenewTarget {
  const seen = profile.grant.current.credential
  const { notRefreshable, status, mayTryAgain } = profiles.assessment(profile)
  if (notRefreshable || !seen) throw fromFailure(notRefreshable ?? CANNOT)
  if (status.kind === 'needs-login' && !mayTryAgain) throw needsLogin(profile, status.failure)
  return { profile, seen }
}

/** We do, at a provider that we know. @throws AppError NOT_REFRESHABLE, NEEDS_LOGIN */
export function ownTarget(deps: RenewerDeps, profile: Profile): RefreshTarget {
  const target = renewTarget(deps, profile)
  const provider = deps.findProvider(profile.provider)
  if (!provider) throw fromFailure(CANNOT)
  return { ...target, provider: providerOf(provider, profile.grant.current) }
}

const CANNOT = { code: 'NOT_REFRESHABLE', message: 'It cannot be renewed.' }
