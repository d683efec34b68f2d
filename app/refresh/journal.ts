/**
 * What was about to be spent, and what came back. One file for each refresh token, named by its fingerprint:
 * its exclusive creation is the ticket that makes a single-use token single-spend, whatever the locks did.
 *
 *   asking ──> answered (successor sealed inside) ──> spent      the token is used up; the file stays as a tombstone
 *     │  └───> rejected                                          the provider refused it
 *     └──────> unknown ──> second ticket ──> ...                 the request left, no reply came
 *   nothing left the machine, or the provider did not look: the ticket is given back (the file is removed)
 */
import { z } from 'zod'
import type { Failure } from '../contract/failure.ts'
import type { Credential } from '../credentials/credential.ts'
import { packCredential, unpackCredential } from '../credentials/packed.ts'
import { AppError } from '../errors.ts'
import type { Ports, SealingKey } from '../ports.ts'

const LAST_DATE_MS = 8.64e15 // ECMA-262 §21.4.1.1

const ticketSchema = z.object({
  version: z.literal(1),
  state: z.enum(['asking', 'unknown', 'answered', 'spent', 'rejected']),
  profileId: z.string(),
  attempt: z.number().int(),
  pid: z.number().int(),
  startedAt: z.string(),
  hostname: z.string(),
  atMs: z.number().min(0).max(LAST_DATE_MS),
  successor: z.string().optional(),
  sealed: z.string().optional(),
  failure: z
    .object({
      code: z.string(),
      message: z.string(),
      hint: z.string().optional(),
      detail: z.string().optional(),
    })
    .optional(),
})

type TicketBody = Omit<z.infer<typeof ticketSchema>, 'failure' | 'successor' | 'sealed'> & {
  readonly failure?: Failure
  readonly successor?: string
  readonly sealed?: string
}
export type Ticket = TicketBody & { readonly fingerprint: string }

type JournalPorts = Pick<Ports, 'clock' | 'files' | 'keyring' | 'random' | 'process' | 'paths'>

/** Tombstones outlive any copy of a file that is likely to be put back. */
export const TOMBSTONE_LIFE_MS = 30 * 24 * 60 * 60 * 1000
/** The first request, and one more after an unknown outcome: some servers allow it within a grace period. */
export const MAX_ATTEMPTS = 2

export interface Journal {
  /** The latest word on this refresh token; undefined when it was never sent, or its ticket was given back. */
  read(fingerprint: string): Promise<Ticket | undefined>
  /** Takes the ticket for this attempt. @returns false when somebody else has it */
  take(fingerprint: string, profileId: string, attempt: number): Promise<boolean>
  /** Before the request: is there a key to seal the reply with? @throws AppError KEYCHAIN_UNAVAILABLE */
  prepare(): Promise<SealingKey>
  /** The reply is here: keep the successor, sealed and flushed, before anything else can fail. */
  answered(fingerprint: string, successor: string, next: Credential, key: SealingKey): Promise<void>
  /** The successor of an answered ticket. @throws AppError KEYCHAIN_UNAVAILABLE, STORE_CORRUPT */
  successorOf(ticket: Ticket): Promise<Credential>
  spent(fingerprint: string): Promise<void>
  rejected(fingerprint: string, failure: Failure): Promise<void>
  unknown(fingerprint: string): Promise<void>
  /** This attempt did not use the token up: it may be sent again. An earlier unknown outcome stays on record. */
  giveBack(fingerprint: string): Promise<void>
  /** Everything about this token: it goes on working, or is long past. */
  forget(fingerprint: string): Promise<void>
  /** Every ticket, for recovery and for knowing what is spent. What is not understood is left out: read() says so. */
  all(): Promise<readonly Ticket[]>
  isOwnerAlive(ticket: Ticket): boolean
  /** Drops tombstones past their life. */
  prune(): Promise<void>
}

export function createJournal(ports: JournalPorts): Journal {
  const pathOf = (fingerprint: string, attempt: number): string =>
    `${ports.paths.journal}/${fingerprint}${attempt === 1 ? '' : `.${attempt}`}.json`

  const readAttempt = async (fingerprint: string, attempt: number): Promise<Ticket | undefined> => {
    const path = pathOf(fingerprint, attempt)
    const text = await ports.files.read(path)
    if (text === undefined) return undefined
    return { ...parseTicket(text, path), fingerprint }
  }

  const read = async (fingerprint: string): Promise<Ticket | undefined> => {
    for (let attempt = MAX_ATTEMPTS; attempt >= 1; attempt--) {
      const ticket = await readAttempt(fingerprint, attempt)
      if (ticket) return ticket
    }
    return undefined
  }

  /** A final state needs the successor's secret no longer. */
  const change = async (fingerprint: string, part: Partial<TicketBody>): Promise<void> => {
    const ticket = await read(fingerprint)
    if (!ticket) return // given back, or pruned: nothing to say about it
    const { fingerprint: _, sealed: __, ...rest } = ticket
    const body = { ...rest, ...part }
    await ports.files.writeAtomic(pathOf(fingerprint, ticket.attempt), JSON.stringify(body))
  }

  return {
    read,
    async take(fingerprint, profileId, attempt) {
      const { pid, startedAt, hostname } = ports.process
      const atMs = ports.clock.now()
      const body = { version: 1, state: 'asking', profileId, attempt, pid, startedAt, hostname, atMs }
      await ports.files.makeFolder(ports.paths.journal)
      return ports.files.createExclusive(pathOf(fingerprint, attempt), JSON.stringify(body))
    },
    prepare: () => ports.keyring.key(),
    async answered(fingerprint, successor, next, key) {
      const sealed = ports.random.seal(key, packCredential(next), `journal ${fingerprint}`)
      await change(fingerprint, { state: 'answered', successor, sealed })
    },
    async successorOf(ticket) {
      const sealed = ticket.sealed ?? ''
      const key = await ports.keyring.key(sealed.split('.')[1])
      return unpackCredential(ports.random.open(key, sealed, `journal ${ticket.fingerprint}`))
    },
    spent: (fingerprint) => change(fingerprint, { state: 'spent' }),
    rejected: (fingerprint, failure) => change(fingerprint, { state: 'rejected', failure }),
    unknown: (fingerprint) => change(fingerprint, { state: 'unknown', atMs: ports.clock.now() }),
    async giveBack(fingerprint) {
      const ticket = await read(fingerprint)
      if (ticket) await ports.files.remove(pathOf(fingerprint, ticket.attempt))
    },
    async forget(fingerprint) {
      for (let attempt = MAX_ATTEMPTS; attempt >= 1; attempt--) {
        await ports.files.remove(pathOf(fingerprint, attempt))
      }
    },
    async all() {
      const latest = new Map<string, Ticket>()
      for (const name of await ports.files.list(ports.paths.journal)) {
        const match = /^([0-9a-f]{12})(?:\.(\d))?\.json$/.exec(name)
        if (!match?.[1]) continue
        const ticket = await readAttempt(match[1], Number(match[2] ?? 1)).catch(notUnderstood)
        if (ticket && ticket.attempt >= (latest.get(match[1])?.attempt ?? 0)) latest.set(match[1], ticket)
      }
      return [...latest.values()]
    },
    isOwnerAlive: (ticket) =>
      ticket.hostname === ports.process.hostname && ports.process.isAlive(ticket.pid, ticket.startedAt),
    async prune() {
      const before = ports.clock.now() - TOMBSTONE_LIFE_MS
      for (const ticket of await this.all()) {
        const done = ticket.state === 'spent' || ticket.state === 'rejected'
        if (done && ticket.atMs < before) await this.forget(ticket.fingerprint)
      }
    },
  }
}

/** One damaged entry must not keep every other login from being looked after. */
function notUnderstood(error: unknown): undefined {
  if (!(error instanceof AppError)) throw error
}

function parseTicket(text: string, path: string): TicketBody {
  try {
    return ticketSchema.parse(JSON.parse(text)) as TicketBody // JSON has no undefined: absent is absent
  } catch (error) {
    throw new AppError('STORE_CORRUPT', `The journal entry ${path} cannot be understood.`, {
      cause: error,
      hint: 'Lamplighter will not send that refresh token. Sign in again, or move the file away if you know the token was never used.',
    })
  }
}
