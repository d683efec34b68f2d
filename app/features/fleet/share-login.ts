/**
 * A login of this machine becomes the fleet's: a move whose other side is the register. Nobody here can spend it any more
 * before it is written there, and what is cut in between goes on until it is.
 */
import { AppError, fromFailure } from '../../base/errors.ts'
import { RegisterFailure } from '../../base/register.ts'
import type { SharedLogin } from '../../engine/fleet/grant-seal.ts'
import { fromRegister } from '../../engine/fleet/register-text.ts'
import { decodeCredential } from '../../model/credential-codec.ts'
import type { NodeDeps } from '../nodes/connection/deps.ts'
import { definitionOf } from '../nodes/inventory/definition.ts'
import { MoveRecords, type OutRecord } from '../nodes/move/move-record.ts'
import { MoveSource } from '../nodes/move/move-source.ts'
import { placing } from './place-shared.ts'
import type { FleetSession } from './session.ts'

const MOVE_BYTES = 18

export class SharedMoves {
  readonly #deps: NodeDeps
  readonly #records: MoveRecords
  readonly #source: MoveSource

  constructor(deps: NodeDeps) {
    this.#deps = deps
    this.#records = new MoveRecords(deps.ports, () => undefined) // what is open is told by whoever knows all moves
    this.#source = new MoveSource(deps, this.#records)
  }

  /** @returns the grant's id. @throws AppError PROFILE_UNKNOWN, NOT_REFRESHABLE, FLEET_*, STORE_*; then nothing has changed */
  async share(session: FleetSession, profileId: string): Promise<string> {
    const { fleet, name } = session.membership
    const { random } = this.#deps.ports
    const move = random.token(MOVE_BYTES)
    const to = { machine: fleet, name, fleet: true, fingerprintKey: random.token(MOVE_BYTES) }
    await this.#source.prepare(move, profileId, to)
    const id = await this.#goOn(session, move)
    if (id === undefined) throw new AppError('STORE_CHANGED', 'It was given away meanwhile.')
    return id
  }

  /** What was cut, by a death of this process or of the way to the register. @throws RegisterFailure; AppError */
  async resume(session: FleetSession): Promise<number> {
    await this.#records.load()
    const open = this.#records.outs.filter(
      ({ machine, state }) =>
        machine === session.membership.fleet && (state === 'committing' || state === 'committed'),
    )
    for (const { move } of open) await this.#goOn(session, move)
    return open.length
  }

  async #goOn(session: FleetSession, move: string): Promise<string | undefined> {
    const { fleet, name } = session.membership
    const given = await this.#source.commit(move, fleet)
    if ('refused' in given) throw new AppError('STORE_CHANGED', given.message)
    const record = await this.#records.read(move, 'out')
    if (!record) return undefined
    try {
      return await placing(this.#deps.ports, async () => {
        const shared = await session.node.share(await this.#loginOf(record))
        if (shared.kind === 'there' && !shared.isOurs) throw isThere(name, record.account)
        await this.#source.finish(move, fleet, shared.id)
        return shared.id
      })
    } catch (error) {
      if (error instanceof RegisterFailure) {
        if (error.reason !== 'unknown' && error.reason !== 'no-quorum')
          await this.#source.takeBack(move, fleet)
        throw fromFailure(fromRegister(name, error))
      }
      if (error instanceof AppError && error.code === 'ARGUMENT_INVALID')
        await this.#source.takeBack(move, fleet)
      throw error
    }
  }

  async #loginOf(record: OutRecord): Promise<SharedLogin> {
    const { profiles, findProvider } = this.#deps
    const [first] = record.before
    if (!first) throw new AppError('STORE_CORRUPT', 'Nothing is left of what was given up.')
    const credential = decodeCredential(await this.#records.open(record.move, first.sealed))
    const provider = findProvider(record.provider)
    const account = { ...profiles.snapshot.profiles.get(record.profile)?.account, ...credential.account }
    return {
      provider: record.provider,
      ...(provider ? { definition: definitionOf(this.#deps, provider) } : {}),
      credential: { ...credential, account },
    }
  }
}

function isThere(fleet: string, account: string): AppError {
  return new AppError('ARGUMENT_INVALID', `The fleet "${fleet}" holds a login of ${account} already.`, {
    hint: 'It is in the list as held by the fleet. Forget the one of this machine, or take the other one out first.',
  })
}
