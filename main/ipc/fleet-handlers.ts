/** What the window asks of the fleet. */
import type { RegisterAddress } from '../../app/base/register.ts'
import type {
  FleetFounding,
  FleetInvitationView,
  FleetNews,
  FleetPageView,
  StartByHand,
} from '../../app/contract/fleet.ts'
import type { Core } from '../../app/core.ts'
import { Secret } from '../../app/model/secret.ts'
import type { OwnEtcd, OwnEtcdWish } from '../../app/platform/fleet/own-etcd.ts'
import type { Handlers } from './handle.ts'

export interface FleetDesktop {
  /** An etcd of the fleet's own on this machine. */
  install(
    wish: OwnEtcdWish,
    how: { readonly signal: AbortSignal; readonly onByHand: (start: StartByHand) => void },
  ): Promise<OwnEtcd>
  /** A fleet stands on it: what only its founding needed goes. */
  installed(): Promise<void>
  tell(news: FleetNews): void
}

/** Somebody at the other machine may have to start Lamplighter first. */
const JOIN_WAIT_MS = 15 * 60_000

export function createFleetHandlers(
  core: Core,
  desktop: FleetDesktop,
): Pick<Handlers, Extract<keyof Handlers, `fleet:${string}`>> {
  let stop = new AbortController()
  const begin = (): AbortSignal => {
    stop = new AbortController()
    return stop.signal
  }
  return {
    'fleet:get': () => fleetPage(core),
    'fleet:found': (founding) => foundFleet(core, desktop, founding, begin()),
    'fleet:invite': (role) => invite(core, role),
    'fleet:join': (invitation, machine) => joinFleet(core, invitation, machine, begin()),
    'fleet:stop': () => {
      stop.abort()
      return true
    },
    'fleet:share': (profileId) => core.fleet.share(profileId).then(() => fleetPage(core)),
    'fleet:take-out': (profileId) => core.fleet.takeOut(profileId).then(() => fleetPage(core)),
    'fleet:remove': (nodeId) => core.fleet.removeNode(nodeId),
    'fleet:confirm-restore': () => core.fleet.confirmRestored().then(() => fleetPage(core)),
    'fleet:leave': (force) => core.fleet.leave(force).then(() => fleetPage(core)),
  }
}

/** Its machines, too, as long as its register can be asked: what keeps it from that stands in the view. */
async function fleetPage(core: Core): Promise<FleetPageView | null> {
  const fleet = await core.fleet.view()
  if (!fleet) return null
  if (fleet.problem) return { fleet }
  return { fleet, nodes: await core.fleet.nodes() }
}

async function foundFleet(
  core: Core,
  desktop: FleetDesktop,
  { name, machine, register }: FleetFounding,
  signal: AbortSignal,
): Promise<FleetPageView | null> {
  const about = { name, ...(machine === undefined ? {} : { machineName: machine }) }
  if (register.kind === 'there') await core.fleet.found({ ...about, root: addressOf(register) })
  else {
    const { kind: _, ...wish } = register
    const onByHand = (start: StartByHand): void => desktop.tell({ kind: 'by-hand', ...start })
    const { root } = await desktop.install(wish, { signal, onByHand })
    await core.fleet.found({ ...about, root })
    await desktop.installed()
  }
  return fleetPage(core)
}

function addressOf({
  members,
  user,
  password,
  ca,
}: Extract<FleetFounding['register'], { readonly kind: 'there' }>): RegisterAddress {
  return { members, user, password: new Secret(password), ...(ca === undefined ? {} : { ca }) }
}

/** Shown on purpose: it is for another machine, once, and a running Lamplighter admits whoever comes with it. */
async function invite(core: Core, role: FleetInvitationView['role']): Promise<FleetInvitationView> {
  const { text, untilMs } = await core.fleet.invite(role)
  return { text: text.expose(), role, untilMs }
}

async function joinFleet(
  core: Core,
  invitation: string,
  machine: string | undefined,
  stop: AbortSignal,
): Promise<FleetPageView | null> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(JOIN_WAIT_MS)])
  await core.fleet.join(invitation, machine, { signal, onAsked: () => undefined })
  return fleetPage(core)
}
