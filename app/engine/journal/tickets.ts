/** The journal's tickets as they lie on the disk: which there are, what each says, and whose successors they hold. */
import { AppError } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import {
  blankEntry,
  isBlank,
  isFinal,
  type JournalEntry,
  parseJournalEntry,
} from '../../model/journal-entry.ts'
import type { Refuge } from './refuge.ts'

/** The first request, and one more after an unknown outcome: some servers allow it within a grace period. */
export const MAX_ATTEMPTS = 2

const TICKET_NAME = /^([0-9a-f]{12})(?:\.(\d))?\.json$/
/** More open files at once than this, and a system may have no more of them. */
const READ_AT_ONCE = 64

export class Tickets {
  readonly #ports: Pick<Ports, 'files' | 'paths'>
  readonly #refuge: Refuge
  /** Names of tombstones: what is final stays final, and a journal may hold thousands of them. */
  readonly #tombstones = new Set<string>()
  /** Fingerprints of successors, of every ticket that was looked at. */
  readonly #successors = new Set<string>()

  constructor(ports: Pick<Ports, 'files' | 'paths'>, refuge: Refuge) {
    this.#ports = ports
    this.#refuge = refuge
  }

  pathOf(fingerprint: string, attempt: number): string {
    return `${this.#ports.paths.journal}/${nameOf(fingerprint, attempt)}`
  }

  /** The latest word on this refresh token. */
  async read(fingerprint: string): Promise<JournalEntry | undefined> {
    for (let attempt = MAX_ATTEMPTS; attempt >= 1; attempt--) {
      const ticket = await this.readAttempt(fingerprint, attempt)
      if (ticket) return ticket
    }
    return undefined
  }

  async readAttempt(fingerprint: string, attempt: number): Promise<JournalEntry | undefined> {
    const { files } = this.#ports
    const path = this.pathOf(fingerprint, attempt)
    const text = await files.read(path)
    if (text === undefined) return undefined
    if (!isBlank(text)) {
      const body = parseJournalEntry(text, path)
      const isOpen = body.state === 'asking' || body.state === 'unknown'
      const answer = isOpen ? await this.#refuge.answerTo(nameOf(fingerprint, attempt), body) : undefined
      return { ...(answer ?? body), fingerprint }
    }
    const found = await files.stat(path)
    return found && { ...blankEntry(attempt, found.mtimeMs), fingerprint }
  }

  /** Every one. What is not understood is left out: read() says so. */
  async all(): Promise<readonly JournalEntry[]> {
    const latest = new Map<string, JournalEntry>()
    for (const name of await this.#names()) {
      const ticket = await this.#readNamed(name)
      if (ticket && ticket.attempt >= (latest.get(ticket.fingerprint)?.attempt ?? 0))
        latest.set(ticket.fingerprint, ticket)
    }
    return [...latest.values()]
  }

  /** Those whose successor is not stored yet. Tombstones are read once and remembered as such. */
  async answers(): Promise<readonly JournalEntry[]> {
    const answers: JournalEntry[] = []
    const names = (await this.#names()).filter((name) => !this.#tombstones.has(name))
    for (let from = 0; from < names.length; from += READ_AT_ONCE) {
      const tickets = names.slice(from, from + READ_AT_ONCE).map(async (name) => {
        const ticket = await this.#readNamed(name)
        if (ticket?.successor !== undefined) this.#successors.add(ticket.successor)
        if (ticket?.state === 'answered') answers.push(ticket)
        else if (ticket && isFinal(ticket)) this.#tombstones.add(name)
      })
      await Promise.all(tickets)
    }
    return answers
  }

  /** The token of this attempt is taken anew: whatever was final there is so no longer. */
  begin(fingerprint: string, attempt: number): void {
    this.#tombstones.delete(nameOf(fingerprint, attempt))
  }

  /** A refresh on this machine brought the refresh token of this fingerprint. */
  made(successor: string): void {
    this.#successors.add(successor)
  }

  hasMade(fingerprint: string): boolean {
    return this.#successors.has(fingerprint)
  }

  /** What lies in the refuge for tickets that need it no more. */
  async pruneRefuge(): Promise<void> {
    for (const name of await this.#refuge.names()) {
      if (!TICKET_NAME.test(name)) continue
      const ticket = await this.#readNamed(name)
      if (!ticket || isFinal(ticket)) await this.#refuge.clear(name)
    }
  }

  #names(): Promise<readonly string[]> {
    return this.#ports.files.list(this.#ports.paths.journal)
  }

  /** One damaged entry must not keep every other login from being looked after. */
  async #readNamed(name: string): Promise<JournalEntry | undefined> {
    const [, fingerprint, attempt = '1'] = TICKET_NAME.exec(name) ?? []
    if (fingerprint === undefined) return undefined
    return this.readAttempt(fingerprint, Number(attempt)).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error
      return undefined
    })
  }
}

export function nameOf(fingerprint: string, attempt: number): string {
  return `${fingerprint}${attempt === 1 ? '' : `.${attempt}`}.json`
}
