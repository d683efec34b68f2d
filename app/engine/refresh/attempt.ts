/** What one attempt is about, and what it found when its turn came. */

import type { Credential } from '../../model/credential.ts'
import type { HeldEntry } from '../../model/holder.ts'
import type { Profile } from '../../model/profile.ts'
import type { Provider } from '../../model/provider.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'

export interface RenewTarget {
  readonly profile: Profile
  /** What the caller saw: anything else that is usable when our turn comes is adopted instead of spending. */
  readonly seen: Credential
  /** A server refused the access token that the caller saw: it is no good, although it has not lapsed. */
  readonly refused?: boolean
}

/** We spend the refresh token ourselves. */
export interface RefreshTarget extends RenewTarget {
  readonly provider: Provider
  /** Called once a request left this machine, or may have. */
  readonly onAsked?: () => void
  /** Called as soon as new tokens are stored: before the journal is settled and the locks are let go. */
  readonly onStored?: (outcome: RefreshOutcome) => void
}

export interface HoldersFound {
  readonly kind: 'look'
  readonly entries: readonly HeldEntry[]
  readonly current: HeldEntry
  readonly credential: Credential
  /** Of the refresh token that would be spent. */
  readonly fingerprint: string
  /** What is stored is not what the caller saw, and it works. */
  readonly adopt: boolean
}
