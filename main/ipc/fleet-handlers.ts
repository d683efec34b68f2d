/** What the window asks of the fleet. */
import type { FleetInvitationView, FleetPageView } from '../../app/contract/fleet.ts'
import type { Core } from '../../app/core.ts'
import type { Handlers } from './handle.ts'

/** Somebody at the other machine may have to start Lamplighter first. */
const JOIN_WAIT_MS = 15 * 60_000

export function createFleetHandlers(core: Core): Pick<Handlers, Extract<keyof Handlers, `fleet:${string}`>> {
  return {
    'fleet:get': () => fleetPage(core),
    'fleet:invite': (role) => invite(core, role),
    'fleet:join': (invitation) => joinFleet(core, invitation),
    'fleet:share': (profileId) => core.fleet.share(profileId).then(() => fleetPage(core)),
    'fleet:take-out': (profileId) => core.fleet.takeOut(profileId).then(() => fleetPage(core)),
    'fleet:remove': (nodeId) => core.fleet.removeNode(nodeId),
  }
}

/** Its machines, too, as long as its register can be asked: what keeps it from that stands in the view. */
async function fleetPage(core: Core): Promise<FleetPageView | null> {
  const fleet = await core.fleet.view()
  if (!fleet) return null
  if (fleet.problem) return { fleet }
  return { fleet, nodes: await core.fleet.nodes() }
}

/** Shown on purpose: it is for another machine, once, and a running Lamplighter admits whoever comes with it. */
async function invite(core: Core, role: FleetInvitationView['role']): Promise<FleetInvitationView> {
  const { text, untilMs } = await core.fleet.invite(role)
  return { text: text.expose(), role, untilMs }
}

async function joinFleet(core: Core, invitation: string): Promise<FleetPageView | null> {
  const signal = AbortSignal.timeout(JOIN_WAIT_MS)
  await core.fleet.join(invitation, undefined, { signal, onAsked: () => undefined })
  return fleetPage(core)
}
