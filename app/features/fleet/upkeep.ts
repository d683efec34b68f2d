/** What a host looks after again and again: its own word in the register, what was left undone, and who was invited. */
import { AppError, messageOf, toFailure } from '../../base/errors.ts'
import type { Unwatch } from '../../base/ports.ts'
import { RegisterFailure } from '../../base/register.ts'
import type { Failure } from '../../contract/failure.ts'
import type { FleetNodeView } from '../../contract/fleet.ts'
import { admitInvited, closeInvitations } from './administer.ts'
import type { CurrentSession } from './current-session.ts'
import type { FleetDeps } from './deps.ts'
import { nodesOf } from './fleet-view.ts'
import type { MembershipFile } from './membership.ts'
import { renewRemoved } from './renew-removed.ts'
import type { FleetSession } from './session.ts'
import type { SharedMoves } from './share-login.ts'

/** How often a machine says that it is there, and looks after what was left undone. */
const ROUND_MS = 5 * 60_000
/** How often whoever was invited is looked for, while there is an invitation. */
export const INVITED_MS = 2_000

export interface UpkeepDeps {
  readonly deps: FleetDeps
  readonly file: MembershipFile
  readonly session: CurrentSession
  readonly moves: SharedMoves
}

export class FleetUpkeep {
  readonly #about: UpkeepDeps
  readonly #stopped = new AbortController()
  #pause = new AbortController()
  #unwatch: Unwatch = () => undefined
  #rounds: Promise<void> | undefined
  #roundAtMs = 0
  #nodes: readonly FleetNodeView[] = []
  #failure: Failure | undefined

  constructor(about: UpkeepDeps) {
    this.#about = about
  }

  /** As the last round saw them. */
  get nodes(): readonly FleetNodeView[] {
    return this.#nodes
  }

  /** Why this machine's own part could not be read. */
  get failure(): Failure | undefined {
    return this.#failure
  }

  start(): void {
    const { deps, file } = this.#about
    this.#unwatch = deps.ports.files.watch(file.folder, () => this.wake())
    this.#rounds = this.#goRound()
  }

  wake(): void {
    this.#pause.abort()
  }

  async close(): Promise<void> {
    this.#stopped.abort()
    this.#pause.abort()
    this.#unwatch()
    await this.#rounds
  }

  async #goRound(): Promise<void> {
    const { clock, log } = this.#about.deps.ports
    while (!this.#stopped.signal.aborted) {
      this.#pause = new AbortController()
      let waitMs = ROUND_MS
      try {
        waitMs = await this.#look()
      } catch (error) {
        if (error instanceof AppError && !(error instanceof RegisterFailure)) this.#failure = toFailure(error)
        log.warn('the fleet could not be looked after', { error: messageOf(error) })
      }
      if (!this.#stopped.signal.aborted) await clock.sleep(waitMs, this.#pause.signal)
    }
  }

  /** @returns when to look again */
  async #look(): Promise<number> {
    const { deps, file, session } = this.#about
    if ((await file.read()) === undefined) {
      if (session.now) {
        await session.open().catch(() => undefined) // left meanwhile
        deps.bus.emit('fleet')
      }
      return ROUND_MS
    }
    const made = await session.open()
    this.#failure = undefined
    if (made.node.grants.behind?.reason === 'gone-back') await session.followRestored(made.membership)
    let isInvited = false
    if (!made.node.grants.behind) {
      await this.#admitAll(made)
      const nowMs = deps.ports.clock.now()
      if (nowMs >= this.#roundAtMs) {
        this.#roundAtMs = nowMs + ROUND_MS
        await this.#round(made)
      }
      const { invitations } = await session.membership()
      isInvited = invitations.some(({ admitted }) => admitted === undefined)
    }
    session.tell()
    return isInvited ? INVITED_MS : ROUND_MS
  }

  /** What an administrator's machine owes, and every machine's own word. Whatever fails is tried again at the next round. */
  async #round(made: FleetSession): Promise<void> {
    const { deps, file, session, moves } = this.#about
    await made.beSeen()
    this.#nodes = await nodesOf(deps.ports, made)
    await moves.resume(made)
    session.receiveAll(made)
    if (!made.membership.root) return
    await closeInvitations({ ports: deps.ports, file }, made.membership, made.register)
    await renewRemoved(deps, file, made)
  }

  async #admitAll(made: FleetSession): Promise<void> {
    const { deps, file, session } = this.#about
    const { ports } = deps
    for (const invitation of (await session.membership()).invitations) {
      if (invitation.admitted === undefined && ports.clock.now() < invitation.untilMs)
        await admitInvited({ ports, file }, made.membership, made.register, invitation)
    }
  }
}
