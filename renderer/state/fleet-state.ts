/** What the window knows of the fleet. */
import type { Failure } from '../../app/contract/failure.ts'
import type {
  FleetInvitationView,
  FleetPageView,
  FleetRemovalView,
  StartByHand,
} from '../../app/contract/fleet.ts'

export type FleetBusy = 'found' | 'invite' | 'join' | 'share' | 'take-out' | 'remove' | 'confirm' | 'leave'

export type FleetWay = 'found' | 'join'

export interface FleetState {
  /** Undefined until it was asked for; null: this machine is of none. */
  readonly page: FleetPageView | null | undefined
  /** How this machine is to come into one: that form is open. */
  readonly way: FleetWay | undefined
  readonly busy: FleetBusy | undefined
  /** Of what was asked for last. */
  readonly failure: Failure | undefined
  /** What a person starts while the founding waits. */
  readonly byHand: StartByHand | undefined
  /** Shown until somebody has come with it, or the person puts it away. */
  readonly invitation: FleetInvitationView | undefined
  /** Whoever came with the last one. */
  readonly joined: string | undefined
  /** The machine that is asked about. */
  readonly removing: string | undefined
  readonly removed: FleetRemovalView | undefined
  /** This machine is asked about. */
  readonly leaving: boolean
}

export const NO_FLEET: FleetState = {
  page: undefined,
  way: undefined,
  busy: undefined,
  failure: undefined,
  byHand: undefined,
  invitation: undefined,
  joined: undefined,
  removing: undefined,
  removed: undefined,
  leaving: false,
}

/**
 * The fleet as it is now. While its register is away its machines stay on the page as they were; and a machine that was not
 * there when the invitation was made has come with it.
 */
export function withPage(before: FleetState, page: FleetPageView | null): FleetState {
  if (!page) return { ...before, page, invitation: undefined, joined: undefined, leaving: false }
  const last = before.page?.fleet.id === page.fleet.id ? before.page.nodes : undefined
  const nodes = page.nodes ?? last
  const come = before.invitation && last && nodes?.find((node) => !last.some(({ id }) => id === node.id))
  return {
    ...before,
    page: nodes ? { ...page, nodes } : page,
    way: undefined,
    ...(come ? { invitation: undefined, joined: come.name } : {}),
  }
}
