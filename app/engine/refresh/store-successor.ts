/** The successor into every holder, then the journal settled. */

import { messageOf } from '../../base/errors.ts'
import type { Flushing } from '../../base/ports.ts'
import { yieldToEventLoop } from '../../base/yield.ts'
import type { Failure } from '../../contract/failure.ts'
import type { Credential } from '../../model/credential.ts'
import { isUsable, sameTokens } from '../../model/expiry.ts'
import type { HeldEntry, Holder } from '../../model/holder.ts'
import type { HolderTrouble, RefreshOutcome } from '../../model/refresh-outcome.ts'
import { accessMarkOf, fingerprintOf } from '../journal/fingerprint.ts'
import type { RefreshContext } from './context.ts'
import { isOurs, isStale, readHolders, writeHolders } from './holders.ts'

export interface SuccessorTarget {
  /** What the holders held a moment ago. */
  readonly entries: readonly HeldEntry[]
  /** Of the refresh token that was spent. */
  readonly fingerprint: string
}

export interface SuccessorNotes {
  readonly narrowed: readonly string[]
  /** The reply came earlier, so what is stored now and works may be younger than it. */
  readonly recovered: boolean
  /** The access token is the old one still: the new one has none of its scopes. */
  readonly keptOld?: boolean
  /** Fingerprints of the access tokens that were seen before the request; absent where an older journal does not say. */
  readonly seen?: readonly string[]
  /** Whose program had lost the login: "OpenClaw". */
  readonly lostBy?: string
}

export interface StoringHooks {
  /** Resolves once the journal has it for good: no store holds it before that. Never rejects. */
  readonly kept?: Flushing
  /** Called once the successor is where it belongs: what follows is the journal's bookkeeping. */
  readonly onStored?: (outcome: RefreshOutcome) => void
}

/** Somebody else wrote between our look and our write: look again and decide anew, so many times. */
const MAX_ROUNDS = 4

export async function storeSuccessor(
  tools: RefreshContext,
  target: SuccessorTarget,
  next: Credential,
  notes: SuccessorNotes,
  { kept, onStored }: StoringHooks = {},
): Promise<RefreshOutcome> {
  const grant = target.fingerprint
  const successor = fingerprintOf(tools.ports, next) ?? grant
  const mayReplace = (entry: HeldEntry): boolean => isOlder(tools, entry, { grant, next, successor, notes })
  const spread = writeEverywhere(tools, { known: target.entries, next, kept, mayReplace })
  const { written, troubles, others } = await spread.finally(kept)
  const first = troubles[0]
  if (written.length === 0 && (first || others === 0)) {
    tools.unsaved.set(grant, next)
    const failure = tools.adrift.has(grant) ? nowhere(tools, first?.failure) : unstored(first?.failure)
    return { kind: 'retry', cause: 'unwritable', grant, credential: next, failure }
  }
  tools.adrift.delete(grant) // a disk has it now, or another login has taken its place
  const refreshed = {
    kind: 'refreshed',
    credential: next,
    grant,
    successor,
    written,
    troubles,
    narrowed: notes.narrowed,
    recovered: notes.recovered,
    ...(notes.keptOld ? { keptOld: true } : {}),
    ...(notes.lostBy === undefined ? {} : { lostBy: notes.lostBy }),
  } as const
  if (written.length > 0 && onStored) {
    onStored(refreshed)
    await yieldToEventLoop()
  }
  if (written.length === 0) {
    await settle(tools, { grant, successor, written })
    return { kind: 'superseded', grant }
  }
  const left = troubles.length > 0 ? marksBut(tools, notes.seen, next) : []
  await settle(tools, { grant, successor, written, left }).catch((error: unknown) => {
    if (notes.recovered) throw error // nothing came but the note that fails: told, and tried again with growing delays
    // What is stored is stored. The journal says so at the next refresh or start, and memory need not keep it any more.
    if (troubles.length === 0) tools.unsaved.delete(grant)
    tools.ports.log.warn('a renewal could not be settled in the journal', { grant, error: messageOf(error) })
  })
  return refreshed
}

interface Settled {
  readonly grant: string
  readonly successor: string
  readonly written: readonly Holder[]
  /** Fingerprints of replaced access tokens that a file may hold still. */
  readonly left?: readonly string[]
}

async function settle(tools: RefreshContext, { grant, successor, written, left }: Settled): Promise<void> {
  await flushAll(tools, written)
  // A token that did not rotate may be sent again, whoever's answer to it is stored; one that did is used up for good.
  if (successor === grant) {
    if (left) await tools.journal.recordReplaced(grant, left)
    await tools.journal.forget(grant)
  } else if (written.length === 0) await tools.journal.superseded(grant)
  else await tools.journal.spent(grant)
  tools.unsaved.delete(grant)
}

function marksBut(
  { ports }: RefreshContext,
  seen: readonly string[] = [],
  next: Credential,
): readonly string[] {
  return seen.filter((mark) => mark !== accessMarkOf(ports, next))
}

/** While the journal says `answered`, a power cut costs nothing: what is settled has to last in the stores. */
async function flushAll(tools: RefreshContext, holders: readonly Holder[]): Promise<void> {
  for (const path of new Set(holders.map((holder) => holder.path))) await tools.ports.files.flush(path)
}

interface Spread {
  readonly written: readonly Holder[]
  /** Holders that should hold the successor and do not. */
  readonly troubles: readonly HolderTrouble[]
  /** How many hold something that must not be overwritten. */
  readonly others: number
}

interface Spreading {
  readonly known: readonly HeldEntry[]
  readonly next: Credential
  readonly kept: Flushing | undefined
  readonly mayReplace: (entry: HeldEntry) => boolean
}

async function writeEverywhere(
  tools: RefreshContext,
  { known, next, kept, mayReplace }: Spreading,
): Promise<Spread> {
  const written: Holder[] = []
  const troubles: HolderTrouble[] = []
  /** Another program's to write: only where nobody else could be told is that a trouble. */
  const foreign: HolderTrouble[] = []
  let others = 0
  let entries = known
  for (let round = 1; entries.length > 0; round++) {
    const targets: HeldEntry[] = []
    for (const entry of entries) {
      if (entry.credential && sameTokens(entry.credential, next)) written.push(entry.holder)
      else if (entry.credential && !mayReplace(entry)) others++
      else if (entry.problem) troubles.push({ holder: entry.holder, failure: entry.problem })
      else if (!entry.credential)
        others++ // the secret is somewhere else now
      else if (!isOurs(entry)) foreign.push({ holder: entry.holder, failure: notOurs(entry) })
      else if (round > MAX_ROUNDS) troubles.push({ holder: entry.holder, failure: RESTLESS })
      else targets.push(entry)
    }
    const how = kept && { notBefore: kept, mayBeUndone: true }
    const result = await writeHolders(tools, targets, next, how)
    written.push(...result.written)
    troubles.push(...result.troubles)
    entries = await readHolders(
      tools,
      targets.filter(({ holder }) => result.changed.includes(holder)),
    )
  }
  return { written, troubles: written.length + troubles.length > 0 ? troubles : foreign, others }
}

/** Is what this entry holds older than the successor, for certain? Otherwise another login may have taken its place. */
function isOlder(
  tools: RefreshContext,
  entry: HeldEntry,
  {
    grant,
    next,
    successor,
    notes,
  }: { grant: string; next: Credential; successor: string; notes: SuccessorNotes },
): boolean {
  const { credential, fingerprint } = entry
  if (!credential) return false
  // With a refresh token that goes on, the access token tells whether another answer to it was stored meanwhile. Never an
  // end: a new token may well have none, or an earlier one.
  if (fingerprint === grant) return successor !== grant || wasSeen(tools, credential, notes.seen)
  if (entry.spent) return true
  if (notes.recovered && isUsable(credential, tools.ports.clock.now())) return false
  return isStale(entry, { credential: next, made: true })
}

function wasSeen(
  { ports }: RefreshContext,
  credential: Credential,
  seen: readonly string[] | undefined,
): boolean {
  const mark = accessMarkOf(ports, credential)
  if (mark === undefined) return true
  return seen === undefined ? !isUsable(credential, ports.clock.now()) : seen.includes(mark)
}

const RESTLESS = { code: 'STORE_CHANGED', message: 'Another program keeps writing the file.' }

function notOurs(entry: HeldEntry): Failure {
  return { code: 'STORE_READ_ONLY', message: entry.note ?? `${entry.owner} is looking after this login now.` }
}

const KEPT = 'The new tokens are kept in the journal until the file can be written.'

/** Neither a store nor the journal: what a person must not do now comes first, wherever only the message is shown. */
function nowhere({ ports }: RefreshContext, failure: Failure | undefined): Failure {
  const { message, ...rest } = unstored(failure)
  const held = `The new tokens are on no disk yet: process ${ports.process.pid} holds them and goes on trying.`
  return {
    ...rest,
    message: `${held} ${message}`,
    hint: 'Do not end it. Make room, or make the disk writable.',
  }
}

function unstored(failure: Failure | undefined): Failure {
  if (failure) return { ...failure, hint: failure.hint ?? KEPT }
  return { code: 'STORE_UNWRITABLE', message: 'The place this login was kept in is gone.', hint: KEPT }
}
