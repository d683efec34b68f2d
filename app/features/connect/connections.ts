/** Connects programs with logins: shows what would be written, writes it, proves it with a dry request, takes it out again. */
import { AppError, toFailure } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import { withLock } from '../../base/with-lock.ts'
import { type ConsumerRules, isWithheld } from '../../config/consumer-rules.ts'
import type {
  ConnectionView,
  ConnectPlanView,
  ConnectRequest,
  ConnectResultView,
  ConsumerView,
  DisconnectView,
  ProofView,
} from '../../contract/consumers.ts'
import { namesOf, type ProfileRegistry } from '../../engine/profiles/profile-registry.ts'
import { labelOf } from '../../model/profile-view.ts'
import type { KeptFiles } from '../kept-files/kept-files.ts'
import type { Uses } from '../uses/uses.ts'
import { CONSUMERS } from './consumers.ts'
import { inherited } from './inherit.ts'
import { aroundOf, keptBy, type Planned, plan, settingsOf } from './plan.ts'
import { prove } from './prove.ts'
import { type ConnectionRecord, ConnectionRecords } from './records.ts'
import { connectionView, linesOf } from './views.ts'
import { asWritten, undo, writePlanned } from './write.ts'

export interface ConnectionsDeps {
  readonly ports: Pick<
    Ports,
    'clock' | 'commands' | 'files' | 'keyring' | 'lock' | 'log' | 'paths' | 'process' | 'programs' | 'random'
  >
  readonly uses: Pick<Uses, 'list' | 'change'>
  readonly keptFiles: Pick<KeptFiles, 'add' | 'drop'>
  readonly profiles: ProfileRegistry
  readonly rules: () => ConsumerRules
}

const LOCK = 'connections'
const LOCK_WAIT_MS = 10_000
const HOST_READS_AFTER_MS = 500
const HOST_READS_WITHIN_TRIES = 3

export class Connections {
  readonly #deps: ConnectionsDeps
  readonly #records: ConnectionRecords

  constructor(deps: ConnectionsDeps) {
    this.#deps = deps
    this.#records = new ConnectionRecords(deps.ports)
  }

  async consumers(): Promise<readonly ConsumerView[]> {
    const { files } = this.#deps.ports
    const around = aroundOf(this.#deps.ports)
    const views: ConsumerView[] = []
    for (const consumer of CONSUMERS) {
      const { id, name, gains, commands, questions } = consumer
      // A file that cannot be read says nothing here; whoever connects is told why.
      const settings = await settingsOf(files, consumer, around).catch(() => ({ path: '', text: undefined }))
      const command = commands.map((one) => around.find(one)).find((one) => one !== undefined)
      const foundAt = command ?? (settings.text === undefined ? undefined : settings.path)
      views.push({
        id,
        name,
        gains,
        ...(foundAt === undefined ? {} : { foundAt }),
        questions: questions.map(({ choices, ...question }) => ({
          ...question,
          choices: choices && settings.text ? choices(settings.text) : [],
        })),
      })
    }
    return views
  }

  /** @throws AppError STORE_CORRUPT, STORE_UNREADABLE */
  async list(): Promise<readonly ConnectionView[]> {
    const records = await this.#records.read()
    return Promise.all(records.map((record) => this.#view(record)))
  }

  /** Writes nothing. @throws AppError ARGUMENT_INVALID, PROFILE_UNKNOWN, STORE_READ_ONLY, STORE_UNREADABLE, STORE_CORRUPT */
  async plan(request: ConnectRequest): Promise<ConnectPlanView> {
    return this.#planView(request, await this.#planned(request, await this.#records.read()))
  }

  /**
   * Writes what plan() showed under this id, and makes a dry request.
   * @throws AppError STORE_CHANGED where a file is another by now, STORE_UNWRITABLE, KEYCHAIN_UNAVAILABLE, as plan(); then nothing is written
   */
  async connect(request: ConnectRequest, planId: string): Promise<ConnectResultView> {
    const record = await this.#alone(async () => {
      const others = await this.#records.read()
      const planned = await this.#planned(request, others)
      const view = this.#planView(request, planned)
      if (view.id !== planId) {
        throw new AppError(
          'STORE_CHANGED',
          'A file was changed since you were shown what would be written.',
          {
            hint: 'Look at it again.',
          },
        )
      }
      return this.#write(planned, view, others)
    })
    return { connection: await this.#view(record), proof: await this.#firstProof(record) }
  }

  /** A running host, which answers the helpers and keeps the files, may not have read yet what the login is for. */
  async #firstProof(record: ConnectionRecord): Promise<ProofView> {
    for (let left = HOST_READS_WITHIN_TRIES; ; left--) {
      const proof = await this.#proof(record)
      const isLate = record.hasAddedUse || record.keeps !== undefined
      if (proof.isProven || !isLate || left === 0) return proof
      await this.#deps.ports.clock.sleep(HOST_READS_AFTER_MS)
    }
  }

  /** @throws AppError ARGUMENT_INVALID: there is no such connection */
  async prove(id: string): Promise<ProofView> {
    return this.#proof(await this.#find(id))
  }

  /** @throws AppError ARGUMENT_INVALID, STORE_CHANGED, STORE_UNWRITABLE: then everything stays as it is */
  disconnect(id: string): Promise<DisconnectView> {
    return this.#alone(async () => {
      const record = await this.#find(id)
      const others = (await this.#records.read()).filter((one) => one.id !== id)
      return this.#takeOut(record, others)
    })
  }

  async #write(
    planned: Planned,
    view: ConnectPlanView,
    others: readonly ConnectionRecord[],
  ): Promise<ConnectionRecord> {
    const { ports, uses, keptFiles } = this.#deps
    const { login, use } = view
    const { keeps } = planned
    const record: ConnectionRecord = {
      id: `${planned.consumer.id}-${ports.random.token(6)}`,
      consumer: planned.consumer.id,
      login,
      use,
      hasAddedUse: !uses.list().some((one) => one.login === login && one.use === use),
      said: planned.asked.said,
      atMs: ports.clock.now(),
      ...(keeps ? { keeps: keeps.path } : {}),
      files: await asWritten(ports, planned.files),
    }
    for (const [at, { before }] of planned.files.entries())
      if (before !== undefined) await this.#records.keep(record.id, at, before)
    await this.#records.write([...others, record]) // first, so that whatever is written can be taken out
    try {
      if (record.hasAddedUse) await uses.change(login, use, true)
      if (keeps) await keptFiles.add({ ...keeps, login })
      await writePlanned(ports, planned.files)
    } catch (error) {
      await this.#takeBack(record, others)
      throw error
    }
    return record
  }

  async #takeBack(record: ConnectionRecord, others: readonly ConnectionRecord[]): Promise<void> {
    try {
      await this.#takeOut(record, others)
    } catch (error) {
      // It stays listed as a connection, and can be taken out from there.
      this.#deps.ports.log.warn('a connection was written in part', { connection: record.id, error })
    }
  }

  async #takeOut(record: ConnectionRecord, others: readonly ConnectionRecord[]): Promise<DisconnectView> {
    const { view, digests } = await undo(this.#deps.ports, this.#records, record, others)
    const kept = keptBy(this.#deps.ports, record)
    if (kept) await this.#deps.keptFiles.drop(kept)
    await this.#dropUse(record, others)
    await this.#records.write(await inherited(this.#records, record, others, digests))
    await this.#records.drop(record)
    return view
  }

  async #dropUse(
    { hasAddedUse, login, use }: ConnectionRecord,
    others: readonly ConnectionRecord[],
  ): Promise<void> {
    const { uses } = this.#deps
    const isNeeded = others.some((one) => one.login === login && one.use === use)
    const isThere = uses.list().some((one) => one.login === login && one.use === use)
    if (hasAddedUse && !isNeeded && isThere) await uses.change(login, use, false)
  }

  async #planned(request: ConnectRequest, others: readonly ConnectionRecord[]): Promise<Planned> {
    const login = this.#deps.profiles.find(request.login).id
    const planned = await plan(this.#deps.ports, request, others)
    const { consumer, use } = planned
    if (others.some((one) => one.consumer === consumer.id && one.use === use)) {
      throw new AppError('ARGUMENT_INVALID', `${consumer.name} is connected for "${use}" already.`, {
        hint: `To change it: lamplighter disconnect ${consumer.id}`,
      })
    }
    const other = this.#deps.uses.list().find((one) => one.use === use && this.#idOf(one.login) !== login)
    if (other) {
      throw new AppError('USE_AMBIGUOUS', `"${use}" is what ${other.login} is for.`, {
        hint: `Where two logins fit none is used. Take it from that one first: lamplighter use ${other.login} ${use} --drop`,
      })
    }
    return planned
  }

  #planView(
    { login: name }: ConnectRequest,
    { consumer, asked, use, files, keeps }: Planned,
  ): ConnectPlanView {
    const { profiles, ports } = this.#deps
    const profile = profiles.find(name)
    const texts = files.map(({ path, before, after }) => [path, before ?? null, after])
    return {
      id: ports.random.sha256Hex(JSON.stringify([profile.id, use, texts])),
      consumer: consumer.id,
      name: consumer.name,
      login: profile.id,
      account: labelOf(profile),
      use,
      files: files.flatMap(linesOf),
      notes: [
        ...(keeps
          ? [`The token is kept in ${keeps.path}, which you alone may read, fresh while Lamplighter runs.`]
          : []),
        ...(consumer.notes?.(asked) ?? []),
      ],
    }
  }

  async #proof(record: ConnectionRecord): Promise<ProofView> {
    try {
      const { isWithheld, name, keeps } = await this.#view(record)
      if (isWithheld && keeps !== undefined) return withheldProof(name, keeps)
      return await prove(this.#deps.ports, record)
    } catch (error) {
      const { message, hint } = toFailure(error)
      return { isProven: false, message, tookMs: 0, ...(hint === undefined ? {} : { detail: hint }) }
    }
  }

  async #view(record: ConnectionRecord): Promise<ConnectionView> {
    const { ports, profiles, rules } = this.#deps
    const profile = profiles.snapshot.profiles.get(record.login)
    const names = profile ? [record.login, ...namesOf(profile)] : [record.login]
    return connectionView(ports.files, record, profile && labelOf(profile), (program) =>
      isWithheld(rules(), names, program),
    )
  }

  /** Undefined where the login is gone. */
  #idOf(name: string): string | undefined {
    try {
      return this.#deps.profiles.find(name).id
    } catch (error) {
      if (error instanceof AppError) return undefined
      throw error
    }
  }

  async #find(id: string): Promise<ConnectionRecord> {
    const record = (await this.#records.read()).find((one) => one.id === id)
    if (record) return record
    throw new AppError('ARGUMENT_INVALID', 'This connection is not there any more.')
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    return withLock(this.#deps.ports, LOCK, LOCK_WAIT_MS, work)
  }
}

/** Nobody is asked where a file is read. */
function withheldProof(name: string, path: string): ProofView {
  const detail = 'Give it again under Programs, or with: lamplighter withhold … --drop'
  return {
    isProven: false,
    message: `${name} finds no token: it is withheld from ${path}.`,
    tookMs: 0,
    detail,
  }
}
