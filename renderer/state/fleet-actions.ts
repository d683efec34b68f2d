/** The fleet of this machine: what it shares, who belongs to it, and what a person does about that. */
import type { Bridge, RequestName, Requests } from '../../app/contract/channels.ts'
import type { Reply } from '../../app/contract/failure.ts'
import type { FleetFounding, FleetInvitationView, FleetNews } from '../../app/contract/fleet.ts'
import { t } from '../../app/words/t.ts'
import { ask } from './bridge.ts'
import { type FleetBusy, type FleetState, type FleetWay, withPage } from './fleet-state.ts'
import type { AppStore } from './store.ts'

export interface FleetActions {
  loadFleet(): Promise<void>
  receiveFleet(news: FleetNews): void
  /** Opens a form; undefined closes it. */
  beginFleet(way: FleetWay | undefined): void
  /** Waits until its register answers, which a person may have to start. */
  foundFleet(founding: FleetFounding): Promise<void>
  inviteToFleet(role: FleetInvitationView['role']): Promise<void>
  putInvitationAway(): void
  /** Waits until a machine of the fleet has answered. @param machine absent: as this one calls itself */
  joinFleet(invitation: string, machine?: string): Promise<void>
  /** Founding or joining. */
  stopFleet(): Promise<void>
  shareWithFleet(profileId: string): Promise<void>
  takeOutOfFleet(profileId: string): Promise<void>
  /** @param nodeId undefined: none after all */
  askRemoveFromFleet(nodeId: string | undefined): void
  removeFromFleet(): Promise<void>
  /** Its register was put back from a backup, and every keeper is connected. */
  confirmRestoredFleet(): Promise<void>
  askLeaveFleet(isAsked: boolean): void
  leaveFleet(): Promise<void>
}

export function createFleetActions(bridge: Bridge, store: AppStore): FleetActions {
  const get = () => store.getState().fleet
  const set = (part: Partial<FleetState>): void => store.setState({ fleet: { ...get(), ...part } })
  const say = (announcement: string): void => store.setState({ announcement })
  let loading = false
  let isStale = false

  /** One at a time: undefined while another is under way. */
  async function doing<N extends RequestName>(
    busy: FleetBusy,
    name: N,
    ...args: Parameters<Requests[N]>
  ): Promise<Reply<ReturnType<Requests[N]>> | undefined> {
    if (get().busy !== undefined) return undefined
    set({ busy, failure: undefined })
    const reply = await ask(bridge, name, ...args)
    const wasStopped = !reply.ok && reply.failure.code === 'HOST_GONE'
    set({ busy: undefined, byHand: undefined, failure: reply.ok || wasStopped ? undefined : reply.failure })
    if (!reply.ok) say(reply.failure.message)
    return reply
  }

  type PageRequest =
    | 'fleet:found'
    | 'fleet:join'
    | 'fleet:share'
    | 'fleet:take-out'
    | 'fleet:confirm-restore'
    | 'fleet:leave'
  async function toPage<N extends PageRequest>(
    busy: FleetBusy,
    name: N,
    ...args: Parameters<Requests[N]>
  ): Promise<void> {
    const reply = await doing(busy, name, ...args)
    if (reply?.ok) store.setState({ fleet: withPage(get(), reply.value) })
  }

  const actions: FleetActions = {
    async loadFleet() {
      isStale = true
      if (loading) return
      loading = true
      while (isStale) {
        isStale = false
        const reply = await ask(bridge, 'fleet:get')
        if (!reply.ok) {
          if (get().page === undefined) set({ failure: reply.failure })
          continue
        }
        const { joined } = get()
        store.setState({ fleet: withPage(get(), reply.value) })
        const come = get().joined
        if (come !== undefined && come !== joined) say(t('{name} has joined the fleet.', { name: come }))
      }
      loading = false
    },
    receiveFleet(news) {
      if (news.kind === 'by-hand') {
        const { kind: _, ...byHand } = news
        set({ byHand })
      } else if (get().page !== undefined) void actions.loadFleet()
    },
    beginFleet: (way) => set({ way }),
    foundFleet: (founding) => toPage('found', 'fleet:found', founding),
    async inviteToFleet(role) {
      const reply = await doing('invite', 'fleet:invite', role)
      if (reply?.ok) set({ invitation: reply.value, joined: undefined })
    },
    putInvitationAway() {
      set({ invitation: undefined })
      void actions.loadFleet()
    },
    joinFleet: (invitation, machine) =>
      machine === undefined
        ? toPage('join', 'fleet:join', invitation)
        : toPage('join', 'fleet:join', invitation, machine),
    async stopFleet() {
      await ask(bridge, 'fleet:stop')
    },
    shareWithFleet: (profileId) => toPage('share', 'fleet:share', profileId),
    takeOutOfFleet: (profileId) => toPage('take-out', 'fleet:take-out', profileId),
    askRemoveFromFleet: (nodeId) =>
      set({ removing: nodeId, removed: undefined, joined: undefined, failure: undefined }),
    async removeFromFleet() {
      const { removing } = get()
      if (removing === undefined) return
      const reply = await doing('remove', 'fleet:remove', removing)
      if (!reply?.ok) return
      set({ removed: reply.value, removing: undefined })
      await actions.loadFleet()
    },
    confirmRestoredFleet: () => toPage('confirm', 'fleet:confirm-restore'),
    askLeaveFleet: (leaving) => set({ leaving, failure: undefined }),
    leaveFleet: () => toPage('leave', 'fleet:leave', get().page?.fleet.administrator ?? false),
  }
  return actions
}
