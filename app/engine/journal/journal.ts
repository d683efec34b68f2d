/**
 * What was about to be spent, and what came back. One file for each refresh token, named by its fingerprint:
 * its exclusive creation is the ticket that makes a single-use token single-spend, whatever the locks did.
 *
 *   asking ──> answered (successor sealed inside) ──> spent      the token is used up; the file stays as a tombstone
 *     │  │                                       └──> superseded another login had taken its place: the successor is kept
 *     │  └───> rejected                                          the provider refused it
 *     └──────> unknown ──> second ticket ──> ...                 the request left, no reply came
 *   moved       the token was given to another machine without being sent: nobody here may send it
 *   nothing left the machine, or the provider did not look: the ticket is given back (the file is removed)
 */

import type { Flushing, Ports, SealingKey, WriteOptions } from '../../base/ports.ts'
import type { Failure } from '../../contract/failure.ts'
import type { Credential } from '../../model/credential.ts'
import { decodeCredential, encodeCredential } from '../../model/credential-codec.ts'
import {
  isFinal,
  type JournalEntry,
  type JournalEntryBody,
  type MovedTo,
  type SuccessorHome,
  withoutSecret,
} from '../../model/journal-entry.ts'
import { LOCK_STALE_MS } from '../../model/refresh-policy.ts'
import { createRefuge } from './refuge.ts'
import { createReplacedTokens, type ReplacedTokens } from './replaced-tokens.ts'
import { MAX_ATTEMPTS, nameOf, Tickets } from './tickets.ts'

/** What came back for a refresh token. */
export interface Answer {
  /** Of the new refresh token; the old one's where it goes on. */
  readonly successor: string
  readonly next: Credential
  readonly key: SealingKey
  /** Fingerprints of the access tokens that were seen before the request. */
  readonly seen: readonly string[]
  readonly home: SuccessorHome
}

/** What a ticket's file is to say next. */
interface Word {
  readonly path: string
  readonly text: string
  readonly body: JournalEntryBody
}

type JournalPorts = Pick<Ports, 'clock' | 'files' | 'keyring' | 'random' | 'process' | 'paths'>

/** Tombstones outlive any copy of a file that is likely to be put back. */
export const TOMBSTONE_LIFE_MS = 30 * 24 * 60 * 60 * 1000
/** Of an entry, beside its sealed tokens: its holders' paths, and new tokens that are longer than the old ones. */
const SPARE_BYTES = 8192

export interface Journal extends ReplacedTokens {
  /** The latest word on this refresh token; undefined when it was never sent, or its ticket was given back. */
  read(fingerprint: string): Promise<JournalEntry | undefined>
  /**
   * Takes the ticket for this attempt: no process takes it from now on. It is flushed while the request is under way,
   * so that a power cut in its first millisecond may forget it; that request is then one whose reply was lost.
   * @returns false when somebody else has it
   */
  claim(fingerprint: string, profileId: string, attempt: number): Promise<boolean>
  /** Before the request: is there a key to seal the reply with? @throws AppError KEYCHAIN_UNAVAILABLE */
  prepare(): Promise<SealingKey>
  /** Before the request: room for a successor like this one, until it is let go. @throws AppError STORE_UNWRITABLE */
  reserve(fingerprint: string, like: Credential, key: SealingKey): Promise<() => Promise<void>>
  /**
   * The reply is here: keep the successor, sealed, before anything else can fail. From then on no death of this process
   * loses it, and once the flushing is over no power cut does either.
   */
  answered(fingerprint: string, answer: Answer): Promise<Flushing>
  /** As answered(), where the journal's disk takes nothing: no death of this process loses it, a machine's does. @throws AppError STORE_UNWRITABLE */
  shelter(fingerprint: string, answer: Answer): Promise<void>
  /** The successor of an answered or superseded ticket. @throws AppError KEYCHAIN_UNAVAILABLE, STORE_CORRUPT */
  successorOf(ticket: JournalEntry): Promise<Credential>
  spent(fingerprint: string): Promise<void>
  /** Another login stands where the successor belongs. It stays here, sealed, for as long as a tombstone lives. */
  superseded(fingerprint: string): Promise<void>
  /** @param againAtMs it may pass: from then on it may be sent once more. Otherwise it is final. */
  rejected(fingerprint: string, failure: Failure, againAtMs?: number): Promise<void>
  /** @param failure why, where it is not that no reply came */
  unknown(fingerprint: string, failure?: Failure): Promise<void>
  /**
   * From now on nobody on this machine may send it. @returns false when somebody here has sent it, or is about to, or it
   * went elsewhere; true as well when this very move had taken it already
   */
  transferOut(fingerprint: string, profileId: string, to: MovedTo): Promise<boolean>
  /** Undoes transferOut(), for that move only. */
  undoTransfer(fingerprint: string, move: string): Promise<void>
  /** This attempt did not use the token up: it may be sent again. An earlier unknown outcome stays on record. */
  release(fingerprint: string): Promise<void>
  /** Everything about this token: it goes on working, or is long past. */
  forget(fingerprint: string): Promise<void>
  /** Every ticket. What is not understood is left out: read() says so. */
  all(): Promise<readonly JournalEntry[]>
  /** The tickets whose successor is not stored yet. Tombstones are read once and remembered as such. */
  answers(): Promise<readonly JournalEntry[]>
  /** Did a refresh on this machine bring the refresh token of this fingerprint? As far as answers() has looked. */
  hasMade(fingerprint: string): boolean
  isOwnerAlive(ticket: JournalEntry): boolean
  /** Our attempt is over. Where that could not be written down, nobody in this process waits for it any more. */
  abandon(fingerprint: string): void
  /** Drops tombstones past their life, but never that of a token that a file still holds: it would be sent again. */
  prune(isHeld: (fingerprint: string) => boolean): Promise<void>
}

export function createJournal(ports: JournalPorts): Journal {
  const refuge = createRefuge(ports)
  const tickets = new Tickets(ports, refuge)
  const replaced = createReplacedTokens(ports)

  /** Taken by this process, and what it wrote last: nobody else writes them, unless they take us for dead. */
  const mine = new Map<string, JournalEntryBody>()

  /** Tickets on their way to the disk: resolves with false when that failed. */
  const flushing = new Map<string, Promise<boolean>>()

  /** Taken by this process, which is done with them and could not say so. */
  const abandoned = new Set<string>()

  const lastWord = async (fingerprint: string): Promise<JournalEntryBody | undefined> => {
    const own = mine.get(fingerprint)
    if (!own) return tickets.read(fingerprint)
    const ageMs = ports.clock.now() - own.atMs
    if (ageMs >= 0 && ageMs < LOCK_STALE_MS / 2) return own // too young for anybody to have followed it with another
    return (own.attempt < MAX_ATTEMPTS && (await tickets.readAttempt(fingerprint, own.attempt + 1))) || own
  }

  const nextWord = async (
    fingerprint: string,
    part: Partial<JournalEntryBody>,
  ): Promise<Word | undefined> => {
    const ticket = await lastWord(fingerprint)
    if (!ticket) return undefined // given back, or pruned: nothing to say about it
    const { fingerprint: _, ...rest } = { fingerprint, ...ticket }
    const body = withoutSecret({ ...rest, ...part })
    return { body, path: tickets.pathOf(fingerprint, body.attempt), text: JSON.stringify(body) }
  }

  const change = async (
    fingerprint: string,
    part: Partial<JournalEntryBody>,
    options?: WriteOptions,
  ): Promise<void> => {
    const word = await nextWord(fingerprint, part)
    if (!word) return
    await ports.files.writeAtomic(word.path, word.text, options)
    mine.delete(fingerprint)
    await refuge.clear(nameOf(fingerprint, word.body.attempt))
  }

  /** A line more, so that nothing can get lost; the file's name is on the disk, or on its way there, since it was taken. */
  const addAnswer = async (fingerprint: string, { path, text, body }: Word): Promise<Flushing> => {
    const flushText = await ports.files.appendFlushing(path, `\n${text}`)
    mine.set(fingerprint, body)
    const ticket = flushing.get(fingerprint)
    return async () => {
      await flushText()
      if ((await ticket) !== true) await ports.files.flush(path)
    }
  }

  const newTicket = (
    state: JournalEntryBody['state'],
    profileId: string,
    attempt: number,
  ): JournalEntryBody => {
    const { pid, startedAt, hostname } = ports.process
    return { version: 1, state, profileId, attempt, pid, startedAt, hostname, atMs: ports.clock.now() }
  }

  const answerWord = (
    fingerprint: string,
    { successor, next, key, seen, home }: Answer,
  ): Promise<Word | undefined> => {
    const sealed = ports.random.seal(key, encodeCredential(next), `journal ${fingerprint}`)
    return nextWord(fingerprint, { state: 'answered', successor, sealed, seen, home })
  }

  return {
    ...replaced,
    read: (fingerprint) => tickets.read(fingerprint),
    async claim(fingerprint, profileId, attempt) {
      const body = newTicket('asking', profileId, attempt)
      tickets.begin(fingerprint, attempt)
      const path = tickets.pathOf(fingerprint, attempt)
      abandoned.add(fingerprint) // a call that fails may have made it all the same
      const isTaken = await ports.files.createExclusive(path, JSON.stringify(body), { mayBeLost: true })
      abandoned.delete(fingerprint)
      if (!isTaken) return false
      mine.set(fingerprint, body)
      flushing.set(fingerprint, ports.files.flush(path).then(isDone, isNotDone))
      return true
    },
    prepare: () => ports.keyring.key(),
    reserve(fingerprint, like, key) {
      // Sealed for its length, and so that the reply is not the first that this process seals.
      const sealed = ports.random.seal(key, encodeCredential(like), `journal ${fingerprint}`)
      return ports.files.reserve(tickets.pathOf(fingerprint, 1), SPARE_BYTES + 2 * sealed.length)
    },
    async answered(fingerprint, answer) {
      const word = await answerWord(fingerprint, answer)
      if (!word) return async () => undefined
      const flushing = await addAnswer(fingerprint, word)
      tickets.made(answer.successor)
      await refuge.clear(nameOf(fingerprint, word.body.attempt))
      return flushing
    },
    async shelter(fingerprint, answer) {
      const word = await answerWord(fingerprint, answer)
      if (!word) return
      await refuge.keep(nameOf(fingerprint, word.body.attempt), word.text)
      mine.set(fingerprint, word.body)
    },
    async successorOf(ticket) {
      const sealed = ticket.sealed ?? ''
      const key = await ports.keyring.key(sealed.split('.')[1])
      return decodeCredential(ports.random.open(key, sealed, `journal ${ticket.fingerprint}`))
    },
    // Lost in a power cut, it is `answered` still, and the next look finds the successor stored.
    spent: (fingerprint) => change(fingerprint, { state: 'spent' }, { mayBeLost: true }),
    superseded: (fingerprint) => change(fingerprint, { state: 'superseded' }),
    rejected: (fingerprint, failure, againAtMs) =>
      change(fingerprint, { state: 'rejected', failure, ...(againAtMs === undefined ? {} : { againAtMs }) }),
    unknown: (fingerprint, failure) =>
      change(fingerprint, { state: 'unknown', atMs: ports.clock.now(), ...(failure ? { failure } : {}) }),
    async transferOut(fingerprint, profileId, movedTo) {
      const body = { ...newTicket('moved', profileId, 1), movedTo }
      tickets.begin(fingerprint, 1)
      if (await ports.files.createExclusive(tickets.pathOf(fingerprint, 1), JSON.stringify(body))) return true
      const found = await tickets.read(fingerprint)
      return found?.state === 'moved' && found.movedTo?.move === movedTo.move
    },
    async undoTransfer(fingerprint, move) {
      const found = await tickets.read(fingerprint)
      if (found?.state === 'moved' && found.movedTo?.move === move) await this.forget(fingerprint)
    },
    async release(fingerprint) {
      const ticket = await tickets.read(fingerprint)
      if (ticket) await ports.files.remove(tickets.pathOf(fingerprint, ticket.attempt))
      mine.delete(fingerprint)
    },
    async forget(fingerprint) {
      mine.delete(fingerprint)
      for (let attempt = MAX_ATTEMPTS; attempt >= 1; attempt--) {
        await refuge.clear(nameOf(fingerprint, attempt)) // first: beside a new claim it would pass for its answer
        await ports.files.remove(tickets.pathOf(fingerprint, attempt))
      }
    },
    all: () => tickets.all(),
    answers: () => tickets.answers(),
    hasMade: (fingerprint) => tickets.hasMade(fingerprint),
    isOwnerAlive: (ticket) => {
      const { hostname, pid, startedAt } = ports.process
      if (ticket.hostname !== hostname) return false
      const isMine = ticket.pid === pid && ticket.startedAt === startedAt
      return isMine ? !abandoned.has(ticket.fingerprint) : ports.process.isAlive(ticket.pid, ticket.startedAt)
    },
    abandon(fingerprint) {
      flushing.delete(fingerprint)
      if (mine.get(fingerprint)?.state !== 'asking') return
      mine.delete(fingerprint)
      abandoned.add(fingerprint)
    },
    async prune(isHeld) {
      await tickets.pruneRefuge()
      await replaced.pruneReplaced(isHeld)
      const before = ports.clock.now() - TOMBSTONE_LIFE_MS
      for (const ticket of await tickets.all()) {
        const { fingerprint, atMs } = ticket
        if (isFinal(ticket) && atMs < before && !isHeld(fingerprint)) await this.forget(fingerprint)
      }
    },
  }
}

const isDone = () => true
const isNotDone = () => false // told again when the reply is here: there it matters
