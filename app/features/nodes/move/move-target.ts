/** A move as seen by the machine that receives, which drives it: step by step, each on the disk before the next. */
import { AppError, messageOf } from '../../../base/errors.ts'
import { withLock } from '../../../base/with-lock.ts'
import type { BringRequest } from '../../../contract/nodes.ts'
import { isOurs } from '../../../engine/refresh/holders.ts'
import { WAIT_MS } from '../../../model/refresh-policy.ts'
import type { Loans } from '../borrow/loans.ts'
import { ask, type NodeConnection } from '../connection/ask-node.ts'
import { here, type NodeDeps } from '../connection/deps.ts'
import type { CommitReply } from '../connection/protocol.ts'
import * as calls from '../connection/protocol.ts'
import { ensureProvider } from '../inventory/ensure-provider.ts'
import { firstRefresh, type Moved } from './first-refresh.ts'
import type { InRecord, MoveRecords } from './move-record.ts'
import { goesOn, isCut, usedUpHere } from './move-text.ts'
import { storeMoved } from './store-moved.ts'

const MOVE_BYTES = 12
/** The source was busy with a refresh of its own: it has other tokens then. */
const TRIES = 3

export class MoveTarget {
  readonly #deps: NodeDeps
  readonly #files: MoveRecords
  readonly #loans: Loans

  constructor(deps: NodeDeps, files: MoveRecords, loans: Loans) {
    this.#deps = deps
    this.#files = files
    this.#loans = loans
  }

  /** @throws AppError: the source still has it, unless the message says that the move goes on by itself */
  async bring(link: NodeConnection, choice: Omit<BringRequest, 'way'>): Promise<Moved> {
    for (let tries = 1; ; tries++) {
      const move = this.#deps.ports.random.token(MOVE_BYTES)
      try {
        return await this.#alone(move, async () =>
          this.#advance(await this.#prepare(move, link, choice), link),
        )
      } catch (error) {
        const again = error instanceof AppError && error.code === 'STORE_CHANGED' && tries < TRIES
        if (!again) throw error
      }
    }
  }

  /** Everything that was cut short with this machine, each on its own. @returns how many there were */
  async resume(link: NodeConnection): Promise<number> {
    await this.#files.load()
    const open = this.#files.ins.filter((record) => isOther(record, link) && record.state !== 'finished')
    for (const { move } of open) {
      try {
        await this.#goOn(move, link)
      } catch (error) {
        this.#deps.ports.log.warn('a move could not be taken up yet', { move, error: messageOf(error) })
      }
    }
    return open.length
  }

  async #goOn(move: string, link: NodeConnection): Promise<void> {
    const lock = await this.#deps.ports.lock.tryAcquire(lockOf(move))
    if (!lock) return // whoever has it is at it
    try {
      const record = await this.#files.read(move, 'in')
      if (!record || record.state === 'finished') return
      if (record.state === 'discarded') await this.#tellDiscarded(record, link)
      else if (record.state === 'prepared') await this.#discard(record, link)
      else await this.#advance(record, link)
    } finally {
      await lock.release()
    }
  }

  /** With what is here alone: the source is gone for good. @returns undefined when the key never came */
  async finishAlone(move: string): Promise<Moved | undefined> {
    return this.#alone(move, async () => {
      const record = await this.#files.read(move, 'in')
      if (record?.state !== 'received' && record?.state !== 'stored') return undefined
      return firstRefresh(
        this.#deps,
        record.state === 'received' ? await storeMoved(this.#deps, this.#files, record) : record,
      )
    })
  }

  /** The source wants it back. @returns false when it is in use here */
  async giveBack(move: string, link: NodeConnection): Promise<boolean> {
    return this.#alone(move, async () => {
      const record = await this.#files.read(move, 'in')
      if (!record || !isOther(record, link) || record.state === 'discarded') return true
      return (await this.#throwAway(record)) !== undefined
    })
  }

  async #prepare(
    move: string,
    link: NodeConnection,
    { profileId, endpoint }: Omit<BringRequest, 'way'>,
  ): Promise<InRecord> {
    const { ports, tools } = this.#deps
    const got = await ask(
      ports.clock,
      link,
      'node.move.prepare',
      { move, profile: profileId },
      calls.prepared,
    )
    try {
      const provider = await ensureProvider(this.#deps, link, got, endpoint)
      await this.#deps.look()
      const ticket = await tools.journal.read(got.mark)
      const isComingBack = ticket?.state === 'moved' && ticket.movedTo?.machine === link.machine
      if (ticket && !isComingBack) throw usedUpHere(link.name)
      this.#refuseShut(got.mark)
      return await this.#files.write({
        version: 1,
        direction: 'in',
        state: 'prepared',
        move,
        atMs: ports.clock.now(),
        machine: link.machine,
        name: link.name,
        ...(link.destination === undefined ? {} : { destination: link.destination }),
        profile: got.profile,
        provider,
        account: got.account.email ?? got.account.name ?? got.name,
        entry: got.name,
        mark: got.mark,
        sealed: got.sealed,
      })
    } catch (error) {
      await link.peer.call('node.move.abort', { move }).catch(() => undefined) // it forgets by itself, too
      throw error
    }
  }

  /** It stands here already, in nothing but files that cannot be written: neither machine could refresh it then. */
  #refuseShut(mark: string): void {
    const same = here(this.#deps).flatMap(({ grant }) =>
      grant.entries.filter(({ fingerprint }) => fingerprint === mark),
    )
    const problem = same.find(({ mode }) => mode === 'shared')?.problem
    if (!problem || same.some(isOurs)) return
    const { message, hint } = problem
    throw new AppError('STORE_READ_ONLY', message, hint === undefined ? {} : { hint })
  }

  /** From wherever it stands to its end. Call with the move's lock. */
  async #advance(begun: InRecord, link: NodeConnection): Promise<Moved> {
    let record = begun
    if (record.state === 'prepared') record = await this.#files.write({ ...record, state: 'committing' })
    if (record.state === 'committing') record = await this.#commit(record, link)
    if (record.state === 'received') record = await this.#storeOrGiveBack(record, link)
    return this.#finish(record, await firstRefresh(this.#deps, record), link)
  }

  async #commit(record: InRecord, link: NodeConnection): Promise<InRecord> {
    const { move } = record
    let reply: CommitReply
    try {
      reply = await this.#askCommit(move, link)
    } catch (error) {
      if (isCut(error)) throw goesOn(record, error)
      await this.#discard(record, link) // it said no: nothing was given up, and no key came
      throw error
    }
    if ('key' in reply) {
      const key = await this.#files.seal(move, reply.key)
      return this.#files.write({ ...record, state: 'received', key })
    }
    await this.#discard(record, link)
    throw new AppError('STORE_CHANGED', reply.message, { hint: 'Try again: nothing was given up.' })
  }

  #askCommit(move: string, link: NodeConnection) {
    return ask(this.#deps.ports.clock, link, 'node.move.commit', { move }, calls.committed)
  }

  async #storeOrGiveBack(record: InRecord, link: NodeConnection): Promise<InRecord> {
    try {
      return await storeMoved(this.#deps, this.#files, record)
    } catch (error) {
      const discarded = await this.#throwAway(record)
      if (!discarded) throw error
      await this.#tellDiscarded(discarded, link)
      throw error
    }
  }

  async #finish(record: InRecord, moved: Moved, link: NodeConnection): Promise<Moved> {
    const params = { move: record.move, profile: moved.profileId }
    await this.#lendBack(link, moved.profileId)
    try {
      await ask(this.#deps.ports.clock, link, 'node.move.finish', params, calls.finished)
    } catch (error) {
      const later = `${link.name} is told as soon as it is reached again (${messageOf(error)})`
      return { ...moved, message: `${moved.message} ${later}.` }
    }
    const { key: _, sealed: __, ...rest } = record
    await this.#files.write({ ...rest, state: 'finished' })
    return moved
  }

  /** The machine it came from goes on with what this one refreshes, and may ask for it when we are there. */
  async #lendBack({ machine, destination }: NodeConnection, profile: string): Promise<void> {
    if (destination !== undefined) await this.#loans.add({ machine, destination, profile })
  }

  /** No key came, so there is nothing that could be spent here. */
  async #discard(record: InRecord, link: NodeConnection): Promise<void> {
    const { key: _, sealed: __, ...rest } = record
    await this.#tellDiscarded(await this.#files.write({ ...rest, state: 'discarded' }), link)
  }

  /**
   * First nobody here can spend it, then the key is thrown away, then the source is told.
   * @returns undefined when it is in use here: then the move is made
   */
  async #throwAway(record: InRecord): Promise<InRecord | undefined> {
    if (record.state === 'stored' || record.state === 'finished') return undefined
    if (record.state === 'received') {
      await this.#deps.look()
      const inUse = here(this.#deps).some(({ grant }) =>
        grant.entries.some(({ fingerprint }) => fingerprint === record.mark),
      )
      const { journal } = this.#deps.tools
      const back = { move: record.move, machine: record.machine, name: record.name }
      if (inUse || !(await journal.transferOut(record.mark, record.profile, back))) return undefined
    }
    const { key: _, sealed: __, ...rest } = record
    return this.#files.write({ ...rest, state: 'discarded' })
  }

  async #tellDiscarded(record: InRecord, link: NodeConnection): Promise<void> {
    try {
      await ask(this.#deps.ports.clock, link, 'node.move.abort', { move: record.move }, calls.finished)
    } catch (error) {
      if (isCut(error)) return // told at the next contact
      throw error
    }
    await this.#files.remove(record)
  }

  #alone<T>(move: string, work: () => Promise<T>): Promise<T> {
    return withLock(this.#deps.ports, lockOf(move), WAIT_MS, work)
  }
}

/** The other side of this move, at the place where it was begun: an id alone could be claimed by any machine. */
function isOther({ machine, destination }: InRecord, link: NodeConnection): boolean {
  if (machine !== link.machine) return false
  return link.isItself || link.destination === destination
}

function lockOf(move: string): string {
  return `move-in-${move}`
}
