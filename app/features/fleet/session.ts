/** This machine at work in its fleet: connected to the register, with the keys of the present epoch. */
import { AppError, messageOf } from '../../base/errors.ts'
import type { Ports, Unwatch } from '../../base/ports.ts'
import { type Register, RegisterFailure } from '../../base/register.ts'
import { FleetNode } from '../../engine/fleet/fleet-node.ts'
import type { SharedLogin } from '../../engine/fleet/grant-seal.ts'
import { FleetLayout } from '../../model/fleet-record.ts'
import type { ResolvedProvider } from '../../model/provider.ts'
import { addressOf, keysOf, type Membership, type MembershipFile } from './membership.ts'
import { readFleet, readKeys } from './roster.ts'
import { beSeenLater } from './seen.ts'

export interface SessionDeps {
  readonly ports: Ports
  readonly file: MembershipFile
  readonly resolve: (login: SharedLogin) => Promise<ResolvedProvider>
}

export class FleetSession {
  readonly register: Register
  readonly node: FleetNode
  readonly #deps: SessionDeps
  #membership: Membership
  #refused: AppError | undefined
  #unwatch: Unwatch = () => undefined
  #onKeys: () => void = () => undefined

  constructor(deps: SessionDeps, membership: Membership) {
    const { ports, resolve } = deps
    this.#deps = deps
    this.#membership = membership
    this.register = ports.registers.open(addressOf(membership))
    this.node = new FleetNode({
      ports,
      boot: ports.boot,
      node: membership.identity.node,
      name: membership.name,
      register: this.register,
      keys: keysOf(membership),
      resolve,
    })
  }

  get membership(): Membership {
    return this.#membership
  }

  /** Why this machine may not spend anything, although it has the keys: it is not the only one with its identity. */
  get refused(): AppError | undefined {
    return this.#refused
  }

  /** Works without the register, too. @throws AppError STORE_UNWRITABLE */
  async start(): Promise<void> {
    await this.node.start()
    if (this.node.grants.behind) return
    await this.beSeen()
    await this.#takeKeys()
  }

  /** @param onKeys new keys came to whoever stays: what did not open before does now */
  follow(onKeys: () => void): void {
    this.#onKeys = onKeys
    const { fleet } = new FleetLayout(this.#membership.fleet)
    this.#unwatch = this.register.watch(fleet, 0, (change) => {
      if (change.kind === 'changed') void this.#takeKeys()
    })
  }

  async beSeen(): Promise<void> {
    const { fleet, identity } = this.#membership
    const { ports } = this.#deps
    this.#refused = await beSeenLater({ ports, register: this.register, fleet }, identity, this.#refused)
  }

  /** Another process, or we, wrote down what has changed since. Where the register is, or who we are: then a new session is due. */
  take(membership: Membership): boolean {
    const isSame = sessionOf(membership) === sessionOf(this.#membership)
    if (isSame) {
      this.#membership = membership
      this.node.rekey(keysOf(membership))
    }
    return isSame
  }

  async stop(): Promise<void> {
    this.#unwatch()
    await this.node.stop()
  }

  async #takeKeys(): Promise<void> {
    const { ports, file } = this.#deps
    const { fleet, administrator, identity } = this.#membership
    try {
      const record = await readFleet(this.register, fleet, administrator)
      if (record.epoch <= this.#membership.keys.epoch) return
      const given = await readKeys(this.register, record, identity)
      if (!given) return
      const next = await file.change((now) => {
        const epochs = new Map([...now.keys.epochs, ...given.epochs])
        return { ...now, keys: { ...now.keys, epoch: Math.max(now.keys.epoch, given.epoch), epochs } }
      })
      this.take(next)
      await this.node.grants.putBack() // an administrator has begun anew: what is missing is not coming by itself
      ports.log.info('the fleet has new keys', { epoch: given.epoch })
      this.#onKeys()
    } catch (error) {
      if (!(error instanceof AppError || error instanceof RegisterFailure)) throw error
      ports.log.warn('the keys of the fleet could not be looked at', { error: messageOf(error) })
    }
  }
}

function sessionOf({ fleet, identity, members, ca, user, cluster, password }: Membership): string {
  return JSON.stringify([fleet, identity.node, members, ca, user, cluster, password.expose()])
}
