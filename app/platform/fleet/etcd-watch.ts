/**
 * What changes under a prefix, told through every loss. A stream brings the news; a read of what is newer, every few
 * seconds, finds what a silent stream kept back, and shows whether its member still has a majority behind it.
 */
import { z } from 'zod'
import { parseJson } from '../../base/json.ts'
import type { Clock } from '../../base/ports.ts'
import {
  type RegisterChange,
  RegisterFailure,
  type RegisterList,
  type RegisterRecord,
} from '../../base/register.ts'
import { errorIn, failureOf, unreached, wantsToken } from './etcd-errors.ts'
import { kvSchema, rangeOf } from './etcd-keys.ts'
import type { EtcdMembers } from './etcd-members.ts'
import { restAfterAnswer, restAfterFailure } from './etcd-rests.ts'

/** What a read found is brought by the stream as well, within this; a stream that does not is silent, and another is opened. */
const SILENT_MS = 30_000

const lineSchema = z.object({
  result: z.object({
    compact_revision: z.string().optional(),
    canceled: z.boolean().optional(),
    events: z.array(z.object({ type: z.string().optional(), kv: kvSchema })).default([]),
  }),
})

export interface WatchDeps {
  readonly members: EtcdMembers
  readonly clock: Clock
  readonly list: (prefix: string, newerThan?: number) => Promise<RegisterList>
  /** [0, 1) */
  readonly random: () => number
}

interface Rest {
  readonly ms: number
  readonly failure?: RegisterFailure
}

export class EtcdWatch {
  readonly #deps: WatchDeps
  readonly #prefix: string
  readonly #listener: (change: RegisterChange) => void
  readonly #over = new AbortController()
  /** The last revision told, for each key that is there or was removed. */
  readonly #told = new Map<string, { readonly revision: number; readonly removed: boolean }>()
  readonly #startedAt: number
  /** All that was written up to here was told, by reading. */
  #readTo: number
  /** And by the stream, removals too. */
  #heardTo: number
  /** The engine no longer knows what was removed since. */
  #hasMissed = false
  /** The newest that a read found before the stream brought it, and since when. */
  #owed: { readonly revision: number; readonly sinceMs: number } | undefined
  /** In a row, until there is an answer while a stream is open. */
  #failures = 0
  /** For the last answer of this member. */
  #waitedMs = 0
  #level: 'unknown' | 'level' | 'behind' = 'unknown'

  constructor(deps: WatchDeps, prefix: string, since: number, listener: (change: RegisterChange) => void) {
    this.#deps = deps
    this.#prefix = prefix
    this.#listener = listener
    this.#startedAt = since
    this.#readTo = since
    this.#heardTo = since
  }

  start(): void {
    void this.#go()
  }

  stop(): void {
    this.#over.abort()
  }

  /** Reads first: an engine that does not answer that is not asked for a second connection. */
  async #go(): Promise<void> {
    const { members, clock } = this.#deps
    while (!this.#over.signal.aborted) {
      const member = members.current
      this.#waitedMs = 0 // the first answer of a member waits for a handshake
      let rest = await this.#look()
      if (!rest.failure) rest = await this.#listenAt(member, rest)
      members.turnFrom(member)
      await clock.sleep(rest.ms, this.#over.signal)
    }
  }

  /** Until the stream ends or is silent, the engine refuses a read, or others have turned from this member. */
  async #listenAt(member: string, first: Rest): Promise<Rest> {
    const { members, clock } = this.#deps
    const round = new AbortController()
    const stop = (): void => round.abort()
    this.#over.signal.addEventListener('abort', stop, { once: true })
    this.#owed = undefined
    const stream = this.#stream(member, round)
    const isHere = (): boolean => !round.signal.aborted && members.current === member
    let rest = first
    // A read without an answer says nothing of the stream: a new one would cost a busy engine more than it has.
    while (isHere() && mayGoOn(rest) && !this.#isSilent()) {
      await clock.sleep(rest.ms, round.signal)
      if (!isHere()) break
      rest = await this.#look()
      if (!rest.failure) this.#failures = 0
    }
    stop()
    this.#over.signal.removeEventListener('abort', stop)
    const failure = await stream
    if (!mayGoOn(rest)) return rest
    return this.#fails(failure, 0)
  }

  /** @returns why it ended, unless `round` was over */
  async #stream(member: string, round: AbortController): Promise<RegisterFailure | undefined> {
    const create_request = { ...rangeOf(this.#prefix), start_revision: String(this.#heardTo + 1) }
    const asked = { path: '/v3/watch', body: { create_request } }
    let failure: unknown
    const onLine = (line: string): void => {
      try {
        this.#hear(line)
      } catch (error) {
        failure = error
        round.abort()
      }
    }
    try {
      await this.#deps.members.stream(member, asked, { signal: round.signal, onLine })
    } catch (error) {
      if (!round.signal.aborted) failure = error
    }
    round.abort()
    return failure === undefined ? undefined : unreached(failure, false)
  }

  /** A read found what it has not brought for long. */
  #isSilent(): boolean {
    if (this.#owed && this.#heardTo >= this.#owed.revision) this.#owed = undefined
    return this.#owed !== undefined && this.#deps.clock.now() - this.#owed.sinceMs >= SILENT_MS
  }

  async #look(): Promise<Rest> {
    const { clock } = this.#deps
    const askedAtMs = clock.now()
    try {
      await this.#catchUp()
    } catch (error) {
      return this.#fails(unreached(error, false), clock.now() - askedAtMs)
    }
    const waitedMs = clock.now() - askedAtMs
    const ms = restAfterAnswer(Math.min(waitedMs, this.#waitedMs))
    this.#waitedMs = waitedMs
    return { ms }
  }

  #fails(failure: RegisterFailure | undefined, waitedMs: number): Rest {
    if (failure) this.#behind(failure)
    const ms = restAfterFailure(this.#failures++, waitedMs, this.#deps.random())
    return { ms, ...(failure ? { failure } : {}) }
  }

  async #catchUp(): Promise<void> {
    const isWhole = this.#hasMissed
    // What the stream has told is not sent again: it passes nothing over.
    const known = Math.max(this.#readTo, this.#heardTo)
    const { records, revision } = await this.#deps.list(this.#prefix, isWhole ? undefined : known)
    if (this.#over.signal.aborted) return
    for (const record of [...records].sort((a, b) => a.revision - b.revision)) this.#changed(record)
    if (isWhole) this.#removedUnseen(new Set(records.map(({ key }) => key)), revision)
    this.#readTo = Math.max(this.#readTo, revision)
    const newest = Math.max(0, ...records.map((record) => record.revision))
    if (newest > this.#heardTo) this.#owed ??= { revision: newest, sinceMs: this.#deps.clock.now() }
    if (this.#level === 'level') return
    this.#level = 'level'
    this.#tell({ kind: 'level' })
  }

  #removedUnseen(there: ReadonlySet<string>, revision: number): void {
    for (const [key, { removed }] of [...this.#told])
      if (!removed && !there.has(key)) this.#removed(key, revision)
    this.#hasMissed = false
  }

  /** @throws RegisterFailure */
  #hear(line: string): void {
    if (this.#over.signal.aborted) return
    const parsed = lineSchema.safeParse(parseJson(line)).data
    if (!parsed) throw this.#failureIn(line)
    const { compact_revision: compacted, canceled, events } = parsed.result
    if (compacted !== undefined) {
      this.#heardTo = Math.max(this.#heardTo, Number(compacted) - 1)
      this.#hasMissed = true
    }
    if (canceled || compacted !== undefined)
      throw new RegisterFailure('unreachable', true, 'The member ended the watch.')
    for (const { type, kv } of events) {
      if (type === 'DELETE') this.#removed(kv.key, kv.revision)
      else this.#changed(kv)
      this.#heardTo = Math.max(this.#heardTo, kv.revision)
      this.#deps.members.hasTold(kv.revision)
    }
  }

  #failureIn(line: string): RegisterFailure {
    const error = errorIn(line)
    if (!error) return new RegisterFailure('unreachable', true, 'The watch brought what is not a change.')
    if (wantsToken(error)) this.#deps.members.forgetToken()
    return failureOf(error, false)
  }

  #changed(record: RegisterRecord): void {
    if (!this.#isNews(record.key, record.revision)) return
    this.#told.set(record.key, { revision: record.revision, removed: false })
    this.#tell({ kind: 'changed', record })
  }

  #removed(key: string, revision: number): void {
    if (!this.#isNews(key, revision)) return
    this.#told.set(key, { revision, removed: true })
    this.#tell({ kind: 'removed', key, revision })
  }

  #isNews(key: string, revision: number): boolean {
    return revision > (this.#told.get(key)?.revision ?? this.#startedAt)
  }

  #behind(failure: RegisterFailure): void {
    if (this.#over.signal.aborted || this.#level === 'behind') return
    this.#level = 'behind'
    this.#tell({ kind: 'behind', failure })
  }

  #tell(change: RegisterChange): void {
    this.#listener(change)
  }
}

function mayGoOn({ failure }: Rest): boolean {
  return failure === undefined || failure.reason === 'unreachable'
}
