/** The fleet of this machine: what it shares, who belongs to it, and what a person does about that. */
import type { Bridge, RequestName, Requests } from '../../app/contract/channels.ts'
import type { Reply } from '../../app/contract/failure.ts'
import type { FleetInvitationView } from '../../app/contract/fleet.ts'
import { ask } from './bridge.ts'
import type { FleetBusy, FleetState } from './fleet-state.ts'
import type { AppStore } from './store.ts'

export interface FleetActions {
  loadFleet(): Promise<void>
  inviteToFleet(role: FleetInvitationView['role']): Promise<void>
  putInvitationAway(): void
  /** Waits until a machine of the fleet has answered. */
  joinFleet(invitation: string): Promise<void>
  shareWithFleet(profileId: string): Promise<void>
  takeOutOfFleet(profileId: string): Promise<void>
  /** @param nodeId undefined: none after all */
  askRemoveFromFleet(nodeId: string | undefined): void
  removeFromFleet(): Promise<void>
}

export function createFleetActions(bridge: Bridge, store: AppStore): FleetActions {
  const get = () => store.getState().fleet
  const set = (part: Partial<FleetState>): void => store.setState({ fleet: { ...get(), ...part } })

  /** One at a time: undefined while another is under way. */
  async function doing<N extends RequestName>(
    busy: FleetBusy,
    name: N,
    ...args: Parameters<Requests[N]>
  ): Promise<Reply<ReturnType<Requests[N]>> | undefined> {
    if (get().busy !== undefined) return undefined
    set({ busy, failure: undefined })
    const reply = await ask(bridge, name, ...args)
    set({ busy: undefined, failure: reply.ok ? undefined : reply.failure })
    if (!reply.ok) store.setState({ announcement: reply.failure.message })
    return reply
  }

  const actions: FleetActions = {
    async loadFleet() {
      const reply = await ask(bridge, 'fleet:get')
      if (reply.ok) set({ page: reply.value, failure: undefined })
      else set({ failure: reply.failure })
    },
    async inviteToFleet(role) {
      const reply = await doing('invite', 'fleet:invite', role)
      if (reply?.ok) set({ invitation: reply.value })
    },
    putInvitationAway() {
      set({ invitation: undefined })
      void actions.loadFleet()
    },
    async joinFleet(invitation) {
      const reply = await doing('join', 'fleet:join', invitation)
      if (reply?.ok) set({ page: reply.value })
    },
    async shareWithFleet(profileId) {
      const reply = await doing('share', 'fleet:share', profileId)
      if (reply?.ok) set({ page: reply.value })
    },
    async takeOutOfFleet(profileId) {
      const reply = await doing('take-out', 'fleet:take-out', profileId)
      if (reply?.ok) set({ page: reply.value })
    },
    askRemoveFromFleet: (nodeId) => set({ removing: nodeId, removed: undefined, failure: undefined }),
    async removeFromFleet() {
      const { removing } = get()
      if (removing === undefined) return
      const reply = await doing('remove', 'fleet:remove', removing)
      if (!reply?.ok) return
      set({ removed: reply.value, removing: undefined })
      await actions.loadFleet()
    },
  }
  return actions
}
