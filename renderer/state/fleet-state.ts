/** What the window knows of the fleet. */
import type { Failure } from '../../app/contract/failure.ts'
import type { FleetInvitationView, FleetPageView, FleetRemovalView } from '../../app/contract/fleet.ts'

export type FleetBusy = 'invite' | 'join' | 'share' | 'take-out' | 'remove'

export interface FleetState {
  /** Undefined until it was asked for; null: this machine is of none. */
  readonly page: FleetPageView | null | undefined
  readonly busy: FleetBusy | undefined
  /** Of what was asked for last. */
  readonly failure: Failure | undefined
  /** Shown until the person puts it away. */
  readonly invitation: FleetInvitationView | undefined
  /** The machine that is asked about. */
  readonly removing: string | undefined
  readonly removed: FleetRemovalView | undefined
}

export const NO_FLEET: FleetState = {
  page: undefined,
  busy: undefined,
  failure: undefined,
  invitation: undefined,
  removing: undefined,
  removed: undefined,
}
