/** A move as seen by the machine that gives. It decides nothing: it prepares, gives up, and takes back when it is told. */

import { AppError } from '../../../base/errors.ts'
import { withLock } from '../../../base/with-lock.ts'
import { isOurs, readHolders, storeOf } from '../../../engine/refresh/holders.ts'
import { underLocks } from '../../../engine/refresh/with-holder-locks.ts'
import { encodeCredential } from '../../../model/credential-codec.ts'
import { currentCopy } from '../../../model/current-copy.ts'
import type { HeldEntry, Lender } from '../../../model/holder.ts'
import { labelOf } from '../../../model/profile-view.ts'
import { WAIT_MS } from '../../../model/refresh-policy.ts'
import { writingOf } from '../../../stores/store.ts'
import { newBackup } from '../../transfer/import/backup.ts'
import type { NodeConnection } from '../connection/ask-node.ts'
import { here, type NodeDeps } from '../connection/deps.ts'
import type { CommitReply, Prepared } from '../connection/protocol.ts'
import { definitionOf } from '../inventory/definition.ts'
import { canMove, whyNot } from '../inventory/inventory.ts'
import type { MoveRecords, OutRecord } from './move-record.ts'
import { lockLost, notStored } from './move-text.ts'
import { newKey, sealingKeyOf } from './one-time-key.ts'
import { borrowBack, putBack, restore } from './source-files.ts'

export type TargetLink = Pick<NodeConnection, 'machine' | 'name' | 'destination' | 'fingerprintKey'> & {
  /** It is no machine, but a fleet that shares it. */
  readonly fleet?: boolean
}

export class MoveSource {
  readonly #deps: NodeDeps
  readonly #files: MoveRecords

  constructor(deps: NodeDeps, files: MoveRecords) {
    this.#deps = deps
    this.#files = files
  }

  /** Nothing changes here yet. @throws AppError PROFILE_UNKNOWN, NOT_REFRESHABLE, ARGUMENT_INVALID */
  async prepare(move: string, profileId: string, to: TargetLink): Promise<Prepared> {
    await this.#deps.look()
    const { ports, profiles, findProvider } = this.#deps
    const profile = profiles.find(profileId)
    const { credential, fingerprint, holder } = profile.grant.current
    const ticket = fingerprint === undefined ? undefined : profiles.snapshot.tickets.get(fingerprint)
    const provider = findProvider(profile.provider)
    if (profile.grant.current.unstored !== undefined) throw notStored(labelOf(profile))
    if (!credential?.refreshToken || fingerprint === undefined || !canMove(profile, ticket, provider)) {
      throw new AppError(
        'NOT_REFRESHABLE',
        whyNot(profile, provider) ?? `${labelOf(profile)} has no refresh token to give.`,
      )
    }
    const before = await this.#files.read(move, 'out')
    if (before && before.state !== 'prepared') {
      throw new AppError('ARGUMENT_INVALID', 'This move has gone further already.')
    }
    const key = newKey(ports.random)
    await this.#files.write({
      version: 1,
      direction: 'out',
      state: 'prepared',
      move,
      atMs: ports.clock.now(),
      machine: to.machine,
      name: to.name,
      ...(to.destination === undefined ? {} : { destination: to.destination }),
      ...(to.fleet ? { fleet: true } : {}),
      profile: profile.id,
      provider: profile.provider,
      account: labelOf(profile),
      fingerprint,
      key: await this.#files.seal(move, key),
      before: [],
    })
    const account = { ...profile.account, ...credential.account }
    return {
      profile: profile.id,
      provider: profile.provider,
      name: holder.entry,
      account,
      mark: ports.random.fingerprint(credential.refreshToken.expose(), to.fingerprintKey),
      sealed: ports.random.seal(
        sealingKeyOf(move, key),
        encodeCredential({ ...credential, account }),
        `move ${move}`,
      ),
      ...(provider ? { definition: definitionOf(this.#deps, provider) } : {}),
    }
  }

  /**
   * From here on nobody on this machine can spend it, and only then the key is told. Asked again, it tells it again.
   * @throws AppError STORE_LOCKED, STORE_READ_ONLY, STORE_UNWRITABLE: then nothing was given up
   */
  async commit(move: string, machine: string): Promise<CommitReply> {
    return this.#alone(move, async () => {
      const record = await this.#recordOf(move, machine)
      if (!record || record.state === 'finished')
        return { refused: 'unknown', message: 'There is no such move.' }
      if (record.state === 'returned') return { refused: 'returned', message: 'It was taken back.' }
      const given = record.state === 'committed' ? record : await this.#surrender(record)
      if (typeof given === 'string') return { refused: 'changed', message: given }
      return { key: await this.#files.open(move, given.key ?? '') }
    })
  }

  /** The target has stored it. @param profileThere its id over there */
  async finish(move: string, machine: string, profileThere: string): Promise<void> {
    return this.#alone(move, async () => {
      const record = await this.#recordOf(move, machine)
      if (!record || record.state === 'finished') return
      if (record.state !== 'committed') throw new AppError('ARGUMENT_INVALID', 'This move was not made.')
      await borrowBack(this.#deps, record, lenderOf(record, profileThere))
      const { key: _, ...rest } = record
      await this.#files.write({ ...rest, state: 'finished', before: [] })
      await this.#deps.look()
      const said = record.fleet
        ? `Shared with the fleet ${record.name}: one of its machines at a time renews it from now on.`
        : `Moved to ${record.name}, which renews it from now on.`
      await this.#tell(record, said)
    })
  }

  /**
   * The target has durably thrown its key away, or never had it.
   * @param withinReach only as long as the key is certainly still here
   * @returns false when it is too late: the move is made
   */
  async takeBack(move: string, machine: string, withinReach = false): Promise<boolean> {
    return this.#alone(move, async () => {
      const record = await this.#recordOf(move, machine)
      if (!record || record.state === 'returned') return true
      if (record.state === 'finished' || (withinReach && record.state === 'committed')) return false
      if (record.state === 'prepared') await this.#files.remove(record)
      else {
        await restore(this.#deps, this.#files, record)
        const { key: _, ...rest } = record
        await this.#files.write({ ...rest, state: 'returned', before: [] })
        await this.#deps.look()
        await this.#tell(
          record,
          `The move to ${record.name} did not come about; it is renewed here as before.`,
        )
      }
      return true
    })
  }

  /** The login that a move to this machine is about. */
  async profileOf(move: string, machine: string): Promise<string | undefined> {
    return (await this.#recordOf(move, machine))?.profile
  }

  async #recordOf(move: string, machine: string): Promise<OutRecord | undefined> {
    const record = await this.#files.read(move, 'out')
    return record?.machine === machine ? record : undefined
  }

  /** @returns the committed record, or why it cannot be given up */
  async #surrender(record: OutRecord): Promise<OutRecord | string> {
    await this.#deps.look()
    const { tools } = this.#deps
    const profile = here(this.#deps).find(({ id }) => id === record.profile)
    if (!profile) return `${record.account} is no longer there.`
    const holders = profile.grant.entries.filter(isOurs).map(({ holder }) => holder)
    return underLocks(tools, [profile], holders, async (stillHeld) => {
      const entries = await readHolders(tools, profile.grant.entries)
      const holding = entries.filter(({ credential }) => credential?.refreshToken)
      const obstacle = this.#obstacle(record, entries, holding)
      if (obstacle !== undefined) return obstacle
      if (await this.#isOnItsWayHere(record)) {
        return `${record.account} is being moved from here to there just now.`
      }
      if (!(await stillHeld())) throw lockLost()
      const noted = await this.#note(record, holding)
      const to = { move: record.move, machine: record.machine, name: record.name }
      if (!(await tools.journal.transferOut(record.fingerprint, record.profile, to))) {
        await this.#files.write({ ...record, state: 'prepared' })
        return `${record.account} is being renewed there just now.`
      }
      try {
        for (const { holder, credential } of holding) {
          if (!credential) continue
          const result = await writingOf(storeOf(tools, holder)).surrender(
            holder,
            credential,
            lenderOf(record, record.profile),
          )
          if (result === 'changed')
            throw new AppError('STORE_CHANGED', `${holder.label} was written meanwhile.`)
        }
        return await this.#files.write({ ...noted, state: 'committed' })
      } catch (error) {
        await putBack(this.#deps, this.#files, noted)
        await tools.journal.undoTransfer(record.fingerprint, record.move)
        await this.#files.write({ ...record, state: 'prepared' })
        throw error
      }
    })
  }

  #obstacle(
    record: OutRecord,
    entries: readonly HeldEntry[],
    holding: readonly HeldEntry[],
  ): string | undefined {
    const isBegun = record.state === 'committing' // cut short between the two: some have given up already
    const left = isBegun ? holding : entries
    const isGone = left.length === 0 ? !isBegun : currentCopy(left).fingerprint !== record.fingerprint
    if (isGone) {
      return `${record.account} was renewed or signed in anew there meanwhile.`
    }
    const shut = holding.find((entry) => !isOurs(entry))
    if (shut) return `${shut.holder.label} holds a copy of it that Lamplighter cannot change.`
    // Without its refresh token such an entry of a file would hold nothing, and could not be given it back.
    const bare = holding.find(
      ({ holder, credential }) => holder.store !== 'vault' && !credential?.accessToken,
    )
    return bare && `${bare.holder.label} holds no access token beside it: renew it there first.`
  }

  /**
   * Each of the two takes it from the other: both would have it in the end. Whoever asks has written that down before, so
   * of two that ask at once one sees the other's wish at the latest when it is asked itself.
   */
  async #isOnItsWayHere({ machine, fingerprint }: OutRecord): Promise<boolean> {
    await this.#files.load()
    return this.#files.ins.some(
      (one) =>
        one.machine === machine &&
        one.mark === fingerprint &&
        (one.state === 'committing' || one.state === 'received'),
    )
  }

  /** What every holder held, before anything is taken out of it. */
  async #note(record: OutRecord, holding: readonly HeldEntry[]): Promise<OutRecord> {
    const { ports } = this.#deps
    const backup = await newBackup(ports, `moved to ${record.name}`)
    for (const path of new Set(
      holding.flatMap(({ holder }) => writingOf(storeOf(this.#deps.tools, holder)).files(holder)),
    ))
      await backup.keep(path)
    await backup.save()
    const known = new Set(record.before.map(({ holder }) => holder.id))
    const before = [...record.before]
    for (const { holder, credential } of holding) {
      if (!credential || known.has(holder.id)) continue
      before.push({
        holder: { ...holder },
        sealed: await this.#files.seal(record.move, encodeCredential(credential)),
      })
    }
    return this.#files.write({ ...record, state: 'committing', before })
  }

  #alone<T>(move: string, work: () => Promise<T>): Promise<T> {
    return withLock(this.#deps.ports, `move-${move}`, WAIT_MS, work)
  }

  async #tell(record: OutRecord, message: string): Promise<void> {
    const { ports, record: write } = this.#deps
    await write({
      atMs: ports.clock.now(),
      kind: 'imported',
      cause: 'moved-away',
      profileId: record.profile,
      providerId: record.provider,
      account: record.account,
      grant: record.fingerprint,
      message,
      askedBy: record.name,
      process: ports.process.label,
      pid: ports.process.pid,
    })
  }
}

function lenderOf({ machine, name, destination, fleet }: OutRecord, profile: string): Lender {
  const way = destination === undefined ? {} : { destination }
  return { machine, name, profile, ...way, ...(fleet ? { fleet: machine } : {}) }
}
