/** The machines of the fleet as its register tells them, and as they were last while it is away. */
import { messageOf } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import type { FleetNodeView } from '../../contract/fleet.ts'
import { nodesOf } from './fleet-view.ts'
import type { Membership, MembershipFile } from './membership.ts'
import type { FleetSession } from './session.ts'

export class FleetNodes {
  readonly #ports: Pick<Ports, 'clock' | 'random' | 'log'>
  readonly #file: MembershipFile
  #last: { readonly fleet: string; readonly nodes: readonly FleetNodeView[] } | undefined
  #isHost = false

  constructor(ports: Pick<Ports, 'clock' | 'random' | 'log'>, file: MembershipFile) {
    this.#ports = ports
    this.#file = file
  }

  /** From now on they are written down, for the next start. */
  hold(): void {
    this.#isHost = true
  }

  /** @throws RegisterFailure; AppError FLEET_* */
  async ask(made: FleetSession): Promise<readonly FleetNodeView[]> {
    const nodes = await nodesOf(this.#ports, made)
    this.#last = { fleet: made.membership.fleet, nodes }
    if (this.#isHost) await this.#note(nodes)
    return nodes
  }

  /** Empty before a host of this machine has asked. */
  last(made: FleetSession | undefined): readonly FleetNodeView[] {
    if (!made) return []
    const { fleet, identity, nodes = [] } = made.membership
    if (this.#last?.fleet === fleet) return this.#last.nodes
    return nodes.map((node) => ({ ...node, isThis: node.id === identity.node }))
  }

  /** Who they are, not when each was there: that is another every few minutes. */
  async #note(all: readonly FleetNodeView[]): Promise<void> {
    const nodes = all.map(({ id, name, role }) => ({ id, name, role }))
    const isSame = (now: Membership) => JSON.stringify(now.nodes) === JSON.stringify(nodes)
    try {
      await this.#file.change((now) => (isSame(now) ? now : { ...now, nodes }))
    } catch (error) {
      this.#ports.log.warn('the machines of the fleet could not be noted', { error: messageOf(error) })
    }
  }
}
