/** A fleet without machines: an invitation is shown, whoever is removed is gone, and joining takes the sample. */
import type { Requests } from '../../app/contract/channels.ts'
import type { FleetPageView, SharedLoginView } from '../../app/contract/fleet.ts'
import { Refusal } from './fake-imports.ts'

export interface FakeFleetWorld {
  /** Absent: this machine is of none. */
  readonly fleet?: FleetPageView
  now(): number
}

const INVITATION = `lamplighter-fleet:${'c2FtcGxl'.repeat(90)}`

export function createFakeFleet(world: FakeFleetWorld) {
  let page: FleetPageView | null = world.fleet ?? null

  function change(profileId: string, state: 'ok' | 'left'): FleetPageView | null {
    if (!page) return null
    const shared = page.fleet.shared.filter((one) => one.profileId !== profileId)
    const fleet = { ...page.fleet, shared: [...shared, { id: profileId, profileId, state, generation: 1 }] }
    page = { ...page, fleet }
    return page
  }

  return {
    'fleet:get': () => page,
    'fleet:found': ({ name, machine = 'attic' }) => {
      const { fleet, nodes = [] } = sampleFleet(world.now())
      const first = nodes.filter(({ isThis }) => isThis).map((node) => ({ ...node, name: machine }))
      page = { fleet: { ...fleet, name, machine }, nodes: first }
      return page
    },
    'fleet:stop': () => true,
    'fleet:confirm-restore': () => {
      if (!page) return page
      const { problem: _, ...fleet } = page.fleet
      page = { ...page, fleet }
      return page
    },
    'fleet:leave': () => {
      page = null
      return page
    },
    'fleet:invite': (role) => ({ text: INVITATION, role, untilMs: world.now() + 3_600_000 }),
    'fleet:join': (invitation) => {
      if (!invitation.startsWith('lamplighter-fleet:'))
        throw new Refusal({ code: 'ARGUMENT_INVALID', message: 'This is not a whole invitation to a fleet.' })
      page = sampleFleet(world.now())
      return page
    },
    'fleet:share': (profileId) => change(profileId, 'ok'),
    'fleet:take-out': (profileId) => change(profileId, 'left'),
    'fleet:remove': (nodeId) => {
      const node = page?.nodes?.find(({ id }) => id === nodeId)
      if (!page || !node)
        throw new Refusal({ code: 'NODE_UNKNOWN', message: `The fleet has no machine "${nodeId}".` })
      page = { ...page, nodes: (page.nodes ?? []).filter((one) => one !== node) }
      return { name: node.name, role: node.role, renewed: node.role === 'keeper' ? 1 : 0, left: 0, kept: 0 }
    },
  } satisfies Partial<Requests>
}

export function sampleFleet(nowMs: number, shared: readonly SharedLoginView[] = []): FleetPageView {
  const node = { isThis: false, seenMs: nowMs - 120_000 }
  return {
    fleet: {
      ...{ id: '49af53664753d5c5', name: 'home', machine: 'attic', role: 'keeper', administrator: true },
      register: ['https://attic:2389'],
      contactMs: nowMs,
      shared,
    },
    nodes: [
      { ...node, id: '1f00000000000001', name: 'attic', role: 'keeper', isThis: true },
      { ...node, id: '1f00000000000002', name: 'rack', role: 'keeper' },
      { ...node, id: '1f00000000000003', name: 'laptop', role: 'reader', seenMs: nowMs - 86_400_000 },
    ],
  }
}
