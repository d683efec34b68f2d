/** The ways to a new access token, and which of them a login takes. A way is added before start(), whoever brings it. */

import { AppError } from '../../../base/errors.ts'
import type { Profile } from '../../../model/profile.ts'
import type { RefreshOutcome } from '../../../model/refresh-outcome.ts'

export interface RenewRequest {
  readonly askedBy: string
  /** How long the new access token has to be good for, milliseconds; 0: whatever the owner has. */
  readonly validForMs: number
  /** A server refused the present one. */
  readonly refused?: boolean
}

/**
 * @param onStored may be called as soon as new tokens are stored, although the work takes a little longer
 * @param onAsked is called when a request left for the provider, or may have
 */
export type Renewal = (
  onStored: (outcome: RefreshOutcome) => void,
  onAsked?: () => void,
) => Promise<RefreshOutcome>

/** What is to be done when its turn comes. Trouble is an outcome then. @throws AppError NOT_REFRESHABLE, NEEDS_LOGIN: not even to begin */
export type Renewer = (profile: Profile, request: RenewRequest) => Renewal

/** `refreshToken`: we spend it. `clientCredentials`: the client asks anew. `keyRotation`: a command of the person's makes a new key. `delegated`: the program that owns it is asked. `borrowed`: the machine that owns it is. `fleet`: one of the machines that share it does. */
export type RenewerName =
  | 'refreshToken'
  | 'clientCredentials'
  | 'keyRotation'
  | 'delegated'
  | 'borrowed'
  | 'fleet'

export type Renewers = Map<RenewerName, Renewer>

export function renewerOf({ grant }: Profile): RenewerName {
  const { mode, lender } = grant.current
  if (lender?.fleet !== undefined) return 'fleet'
  if (mode === 'borrowed' || mode === 'delegated') return mode
  if (grant.current.credential?.kind === 'api-key') return 'keyRotation'
  return grant.current.credential?.grantType === undefined ? 'refreshToken' : 'clientCredentials'
}

/** By the way that the login takes. @throws AppError NOT_REFRESHABLE, NEEDS_LOGIN */
export function renewalOf(
  renewers: ReadonlyMap<RenewerName, Renewer>,
  profile: Profile,
  request: RenewRequest,
): Renewal {
  const name = renewerOf(profile)
  const renewer = renewers.get(name)
  if (!renewer) throw new AppError('NOT_REFRESHABLE', `Nothing here renews a login of the kind "${name}".`)
  return renewer(profile, request)
}
