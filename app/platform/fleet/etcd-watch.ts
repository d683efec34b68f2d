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

/** Of what is shown, nothing is older than this while the engine is well. */
const CATCH_UP_MS = 3_000
/** An engine that is slow again and again has many who ask: each rests so many times as long as it waited, within limits. */
const REST_FOR_WAIT = 50
const LONGEST_CATCH_UP_MS = 10_000
const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 5_000

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

  async #go(): Promise<void> {
    for (
      let waitMs = FIRST_WAIT_MS;
      !this.#over.signal.aborted;
      waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)
    ) {
      const member = this.#deps.members.current
      const failure = await this.#listenAt(member).then(nothing, (error) => unreached(error, false))
      if (this.#level === 'level') waitMs = FIRST_WAIT_MS
      if (failure) this.#behind(failure)
      this.#deps.members.turnFrom(member)
      await this.#deps.clock.sleep(waitMs, this.#over.signal)
    }
  }

  /** Until the stream ends, a catch-up read fails, or others have turned from this member. @throws RegisterFailure */
  async #listenAt(member: string): Promise<void> {
    const round = new AbortController()
    const stop = (): void => round.abort()
    this.#over.signal.addEventListener('abort', stop, { once: true })
    const create_request = { ...rangeOf(this.#prefix), start_revision: String(this.#heardTo + 1) }
    const asked = { path: '/v3/watch', body: { create_request } }
    let failure: unknown
    let waitedBeforeMs = 0 // the first answer of a member waits for a handshake
    const onLine = (line: string): void => {
      try {
        this.#hear(line)
      } catch (error) {
        failure = error
        stop()
      }
    }
    const stream = this.#deps.members
      .stream(member, asked, { signal: round.signal, onLine })
      .catch((error: unknown) => {
        if (!round.signal.aborted) failure = error
      })
      .finally(stop)
    try {
      while (!round.signal.aborted && this.#deps.members.current === member) {
        const { clock } = this.#deps
        const askedAtMs = clock.now()
        await this.#catchUp()
        const waitedMs = clock.now() - askedAtMs
        await clock.sleep(restAfter(Math.min(waitedMs, waitedBeforeMs)), round.signal)
        waitedBeforeMs = waitedMs
      }
    } finally {
      stop()
      this.#over.signal.removeEventListener('abort', stop)
      await stream
    }
    if (failure !== undefined) throw failure
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

function restAfter(waitedMs: number): number {
  return Math.min(LONGEST_CATCH_UP_MS, Math.max(CATCH_UP_MS, REST_FOR_WAIT * waitedMs))
}

function nothing(): undefined {
  return undefined
}
