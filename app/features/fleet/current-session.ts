/** This machine's session in its fleet: the one of now, opened by whoever needs it first; what it brings is taken over here. */
import { AppError, fromFailure, messageOf } from '../../base/errors.ts'
import type { Register } from '../../base/register.ts'
import type { KnownGrant } from '../../engine/fleet/fleet-grants.ts'
import type { SharedLogin } from '../../engine/fleet/grant-seal.ts'
import type { ResolvedProvider } from '../../model/provider.ts'
import type { FleetDeps } from './deps.ts'
import { fleetNotices } from './fleet-notices.ts'
import { problemOf } from './fleet-view.ts'
import { addressOf, inNoFleet, type Membership, type MembershipFile } from './membership.ts'
import { providerOfShared } from './place-shared.ts'
import { receiveShared } from './receive-shared.ts'
import { readSigned } from './roster.ts'
import { FleetSession } from './session.ts'

export class CurrentSession {
  readonly #deps: FleetDeps
  readonly #file: MembershipFile
  #session: FleetSession | undefined
  #opening: Promise<unknown> = Promise.resolve()
  #receiving: Promise<void> = Promise.resolve()
  #isHost = false

  constructor(deps: FleetDeps, file: MembershipFile) {
    this.#deps = deps
    this.#file = file
  }

  /** Undefined before anybody needed it, and in no fleet. */
  get now(): FleetSession | undefined {
    return this.#session
  }

  /** From now on what the register tells is taken over by itself. */
  hold(): void {
    this.#isHost = true
  }

  /** @throws AppError ARGUMENT_INVALID in no fleet */
  async membership(): Promise<Membership> {
    const membership = await this.#file.read()
    if (!membership) throw inNoFleet()
    return membership
  }

  /** The one of now: another process may have joined, left, or taken new keys. @throws AppError ARGUMENT_INVALID in no fleet */
  open(): Promise<FleetSession> {
    const next = this.#opening.then(() => this.#opened())
    this.#opening = next.catch(() => undefined)
    return next
  }

  /** From the start, with what is kept of it by now. */
  async reopen(): Promise<FleetSession> {
    await this.#opening
    await this.#end()
    return this.open()
  }

  /** Everything the register knows as of now is here. @throws AppError FLEET_* */
  async connected(): Promise<FleetSession> {
    const made = await this.open()
    const problem = problemOf(made)
    if (problem) throw fromFailure(problem)
    return made
  }

  /** The register as it is, whichever it is: for whoever looks at what its administrator has signed there. */
  async withAnyRegister<T>(
    membership: Membership,
    work: (register: Register, cluster: string) => Promise<T>,
  ): Promise<T> {
    const { cluster: _, ...address } = addressOf(membership)
    const register = this.#deps.ports.registers.open(address)
    try {
      return await work(register, await register.identity())
    } finally {
      await register.close()
    }
  }

  /** It was put back from a backup. Once the administrator has said so, it is ours again. */
  async followRestored(membership: Membership): Promise<void> {
    await this.withAnyRegister(membership, async (register, cluster) => {
      const record = await readSigned(register, membership.fleet, membership.administrator)
      if (record.cluster === cluster && cluster !== membership.cluster)
        await this.#file.change((now) => ({ ...now, cluster }))
    })
    await this.reopen()
  }

  receiveAll(from: FleetSession): void {
    for (const grant of from.node.grants.all()) this.#receiveSoon(from, grant)
  }

  /** What was told so far is taken over, as far as that went. */
  received(): Promise<void> {
    return this.#receiving
  }

  /** How it stands, to whoever shows it. */
  tell(): void {
    const { notices, bus } = this.#deps
    if (!this.#session) return
    notices.put('fleet', fleetNotices(this.#deps, this.#session, problemOf(this.#session)))
    bus.emit('fleet')
  }

  async close(): Promise<void> {
    await this.#opening
    await this.#receiving
    await this.#session?.stop()
  }

  async #opened(): Promise<FleetSession> {
    const { ports, notices } = this.#deps
    const membership = await this.#file.read()
    if (this.#session && membership && this.#session.take(membership)) return this.#session
    await this.#end()
    if (!membership) {
      notices.put('fleet', new Map())
      throw inNoFleet()
    }
    const resolve = (login: SharedLogin) => this.#resolve(login)
    const made = new FleetSession({ ports, file: this.#file, resolve }, membership)
    await made.start()
    this.#session = made
    if (this.#isHost) this.#follow(made)
    return made
  }

  #follow(made: FleetSession): void {
    made.follow(() => this.receiveAll(made))
    made.node.grants.onChange((grant) => {
      if (grant) this.#receiveSoon(made, grant)
      else this.tell()
    })
    this.receiveAll(made)
  }

  #receiveSoon(from: FleetSession, grant: KnownGrant): void {
    this.#receiving = this.#receiving
      .then(() => receiveShared(this.#deps, from, grant))
      .then(() => this.tell())
      .catch((error: unknown) => {
        this.#deps.ports.log.warn('what the fleet shares could not be taken over', {
          error: messageOf(error),
        })
      })
  }

  async #end(): Promise<void> {
    await this.#session?.stop()
    this.#session = undefined
  }

  async #resolve(login: SharedLogin): Promise<ResolvedProvider> {
    const { findProvider, tools } = this.#deps
    const id = await providerOfShared(this.#deps, await this.membership(), login)
    const provider = findProvider(id)
    if (!provider) throw new AppError('PROVIDER_UNKNOWN', `Lamplighter does not know the provider "${id}".`)
    return tools.resolve(provider)
  }
}
