/**
 * What both machines keep of a move, so that it can be taken up wherever it was cut. The one rule: the key that opens the
 * credential leaves the source only after nobody there can spend the refresh token any more, and the source takes it back
 * only after nobody at the target can.
 *
 *   source: prepared ──> committing ──> committed ──> finished
 *               └──────────┴───────────────┴──> returned        the target said that it has thrown its key away
 *   target: prepared ──> committing ──> received ──> stored ──> finished
 *               └──────────┴───────────────┴──> discarded ──> (gone, once the source has it back)
 */
import { z } from 'zod'
import { AppError, toFailure } from '../../../base/errors.ts'
import { parseJson } from '../../../base/json.ts'
import type { Ports } from '../../../base/ports.ts'
import type { Failure } from '../../../contract/failure.ts'
import { moveId } from '../connection/protocol.ts'

const holder = z.object({
  store: z.string(),
  id: z.string(),
  label: z.string(),
  path: z.string(),
  entry: z.string(),
})

const common = {
  version: z.literal(1),
  move: moveId,
  atMs: z.number(),
  /** The other machine, what a person here calls it, and where it was reached if it was we who went there. */
  machine: z.string(),
  name: z.string(),
  destination: z.string().optional(),
  /** The profile's id on the source. */
  profile: z.string(),
  provider: z.string(),
  account: z.string(),
}

const out = z.object({
  ...common,
  direction: z.literal('out'),
  /** It goes to a fleet, whose id `machine` is. */
  fleet: z.boolean().optional(),
  state: z.enum(['prepared', 'committing', 'committed', 'finished', 'returned']),
  /** Of the refresh token. */
  fingerprint: z.string(),
  /** The one-time key, sealed. */
  key: z.string().optional(),
  /** What each holder held, sealed. */
  before: z.array(z.object({ holder, sealed: z.string() })),
})

const into = z.object({
  ...common,
  direction: z.literal('in'),
  state: z.enum(['prepared', 'committing', 'received', 'stored', 'discarded', 'finished']),
  /** What the entry is called in the source's file. */
  entry: z.string(),
  /** Our fingerprint of the refresh token. */
  mark: z.string(),
  /** Sealed by the source. */
  sealed: z.string().optional(),
  /** The one-time key, sealed again by us. */
  key: z.string().optional(),
  /** The profile here, once it is stored. */
  local: z.string().optional(),
})

type Exact<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> }
export type OutRecord = Exact<z.infer<typeof out>>
export type InRecord = Exact<z.infer<typeof into>>
export type MoveRecord = OutRecord | InRecord

const record = z.discriminatedUnion('direction', [out, into])

/** A source that was asked and never told more forgets it: nothing was given up. */
const PREPARED_LIFE_MS = 15 * 60 * 1000
const ENDED_LIFE_MS = 30 * 24 * 60 * 60 * 1000

export class MoveRecords {
  readonly #ports: Pick<Ports, 'clock' | 'files' | 'keyring' | 'log' | 'paths' | 'random'>
  #all: readonly MoveRecord[] = []
  #problems: readonly Failure[] = []

  readonly #onChange: (records: MoveRecords) => void

  constructor(
    ports: Pick<Ports, 'clock' | 'files' | 'keyring' | 'log' | 'paths' | 'random'>,
    onChange: (records: MoveRecords) => void,
  ) {
    this.#ports = ports
    this.#onChange = onChange
  }

  /** As of the last load() or write(). */
  get all(): readonly MoveRecord[] {
    return this.#all
  }

  /** Records that could not be read: the others' moves go on. */
  get problems(): readonly Failure[] {
    return this.#problems
  }

  get outs(): readonly OutRecord[] {
    return this.#all.filter((one) => one.direction === 'out')
  }

  get ins(): readonly InRecord[] {
    return this.#all.filter((one) => one.direction === 'in')
  }

  /** From the disk: another process may have gone on with one. Drops what is over for long. */
  async load(): Promise<void> {
    const folder = this.#folder
    const found: MoveRecord[] = []
    const problems: Failure[] = []
    for (const name of await this.#ports.files.list(folder)) {
      if (!/\.(?:in|out)\.json$/.test(name)) continue
      const text = await this.#ports.files.readTrusted(`${folder}/${name}`).catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error
        problems.push(toFailure(error))
        return undefined
      })
      const parsed = text === undefined ? undefined : record.safeParse(parseJson(text))
      if (parsed?.success)
        found.push(parsed.data as MoveRecord) // JSON has no undefined
      else if (parsed) this.#ports.log.warn('the record of a move is not understood', { name })
    }
    const old = found.filter((one) => this.#isOver(one))
    for (const one of old) await this.#ports.files.remove(this.#path(one))
    this.#keep(found.filter((one) => !old.includes(one)))
    this.#problems = problems
  }

  async read<D extends MoveRecord['direction']>(
    move: string,
    direction: D,
  ): Promise<Extract<MoveRecord, { direction: D }> | undefined> {
    await this.load()
    const found = this.#all.find((one) => one.move === move && one.direction === direction)
    return found as Extract<MoveRecord, { direction: D }> | undefined
  }

  /** On the disk when it returns. */
  async write<R extends MoveRecord>(next: R): Promise<R> {
    await this.#ports.files.writeAtomic(this.#path(next), `${JSON.stringify(next, null, 1)}\n`)
    this.#keep([...this.#all.filter((one) => this.#path(one) !== this.#path(next)), next])
    return next
  }

  async remove(gone: MoveRecord): Promise<void> {
    await this.#ports.files.remove(this.#path(gone))
    this.#keep(this.#all.filter((one) => this.#path(one) !== this.#path(gone)))
  }

  #keep(all: readonly MoveRecord[]): void {
    this.#all = all
    this.#onChange(this)
  }

  async seal(move: string, text: string): Promise<string> {
    return this.#ports.random.seal(await this.#ports.keyring.key(), text, `move ${move}`)
  }

  /** @throws AppError KEYCHAIN_UNAVAILABLE, STORE_CORRUPT */
  async open(move: string, sealed: string): Promise<string> {
    const key = await this.#ports.keyring.key(sealed.split('.')[1])
    return this.#ports.random.open(key, sealed, `move ${move}`)
  }

  #isOver(one: MoveRecord): boolean {
    const ageMs = this.#ports.clock.now() - one.atMs
    if (one.state === 'finished' || one.state === 'returned') return ageMs > ENDED_LIFE_MS
    return one.direction === 'out' && one.state === 'prepared' && ageMs > PREPARED_LIFE_MS
  }

  get #folder(): string {
    return `${this.#ports.paths.state}/moves`
  }

  #path({ move, direction }: MoveRecord): string {
    return `${this.#folder}/${move}.${direction}.json`
  }
}
