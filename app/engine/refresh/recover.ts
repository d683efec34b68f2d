/** A refresh that was answered and is not stored: its process died, or no file would take what came back. */

import { messageOf, toFailure } from '../../base/errors.ts'
import type { Flushing } from '../../base/ports.ts'
import type { Credential } from '../../model/credential.ts'
import type { HeldEntry } from '../../model/holder.ts'
import { lineageOf } from '../../model/lineage.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import { accessMarkOf, fingerprintOf } from '../journal/fingerprint.ts'
import type { Answer } from '../journal/journal.ts'
import type { RefreshContext } from './context.ts'
import { isOurs, lockHolders, readHolders } from './holders.ts'
import type { Prepared } from './rehearse.ts'
import { storeSuccessor } from './store-successor.ts'

/** What each of these holds beside the refresh token that is sent: the answer replaces it, and nothing else. */
export function accessMarksOf(
  { ports }: Pick<RefreshContext, 'ports'>,
  entries: readonly HeldEntry[],
): readonly string[] {
  return [...new Set(entries.map(({ credential }) => accessMarkOf(ports, credential)))].filter(
    (mark) => mark !== undefined,
  )
}

/**
 * Into the journal before anything else can fail; where its disk takes nothing, into the refuge; memory is the last place
 * there is. Neither this nor what it returns throws.
 */
export async function keepSuccessor(
  tools: RefreshContext,
  entries: readonly HeldEntry[],
  grant: string,
  next: Credential,
  seen: readonly string[],
  prepared?: Prepared,
): Promise<Flushing> {
  const { journal, ports, unsaved, adrift } = tools
  let answer: Answer | undefined
  const shelter = async (error: unknown): Promise<void> => {
    unsaved.set(grant, next)
    ports.log.warn('the journal could not keep a successor', { grant, error: messageOf(error) })
    try {
      if (!answer) throw error
      await journal.shelter(grant, answer)
      adrift.delete(grant)
    } catch (again) {
      adrift.set(grant, { next, entries, seen })
      ports.log.warn('a successor is in memory only', { grant, error: messageOf(again) })
    }
  }
  try {
    const key = prepared?.key ?? (await journal.prepare())
    const holders = entries.map((entry) => entry.holder)
    const home = { provider: entries[0]?.provider ?? '', holders }
    answer = { successor: fingerprintOf(ports, next) ?? grant, next, key, seen, home }
    const flushing = await inJournal(tools, grant, answer, prepared)
    let kept: Promise<void> | undefined
    const keep = (): Promise<void> => flushing().then(() => void adrift.delete(grant), shelter)
    return () => (kept ??= keep())
  } catch (error) {
    await shelter(error)
    return async () => undefined
  }
}

/** @throws AppError STORE_UNWRITABLE */
async function inJournal(
  { journal }: RefreshContext,
  grant: string,
  answer: Answer,
  prepared: Prepared | undefined,
): Promise<Flushing> {
  try {
    return await journal.answered(grant, answer)
  } catch (error) {
    if (!prepared) throw error
    await prepared.freeJournalRoom()
    return journal.answered(grant, answer)
  }
}

/** The fingerprint whose successor came and is not stored; undefined when these entries wait for none. */
export async function findUnfinished(
  tools: RefreshContext,
  entries: readonly HeldEntry[],
): Promise<string | undefined> {
  for (const fingerprint of new Set(entries.map((entry) => entry.fingerprint))) {
    if (fingerprint === undefined) continue
    const { newest, unstored } = await lineageOf(fingerprint, tools.journal.read)
    if (tools.unsaved.has(newest)) return newest
    if (unstored) return unstored.fingerprint
  }
  return undefined
}

/**
 * Takes the owner's locks, and stores. Call with the grant's lock held. Undefined: there is nothing left to store.
 * @param grant the fingerprint of the refresh token that was spent
 * @param waitMs for the owner's locks
 * @throws AppError KEYCHAIN_UNAVAILABLE, STORE_CORRUPT when the journal cannot be opened
 */
export async function recoverRefresh(
  tools: RefreshContext,
  known: readonly HeldEntry[],
  grant: string,
  waitMs: number,
): Promise<RefreshOutcome | undefined> {
  const next = await successorOf(tools, known, grant)
  if (!next) return undefined
  let foreign: Awaited<ReturnType<typeof lockHolders>>
  try {
    foreign = await lockHolders(tools, known.filter(isOurs), waitMs)
  } catch (error) {
    tools.unsaved.set(grant, next)
    return { ...notStored(grant, error), credential: next }
  }
  try {
    return await storeUnfinished(tools, await readHolders(tools, known), grant)
  } finally {
    await foreign.release()
  }
}

/** Held by somebody who is busy with it, or not to be written at all. */
export function notStored(grant: string, error: unknown): Extract<RefreshOutcome, { kind: 'retry' }> {
  const failure = toFailure(error)
  return { kind: 'retry', cause: failure.code === 'STORE_LOCKED' ? 'locked' : 'unwritable', grant, failure }
}

/** Call under every lock that applies. Undefined: there is nothing left to store. @throws as recoverRefresh() */
export async function storeUnfinished(
  tools: RefreshContext,
  entries: readonly HeldEntry[],
  grant: string,
): Promise<RefreshOutcome | undefined> {
  const next = await successorOf(tools, entries, grant)
  if (!next) return undefined
  const seen = (await tools.journal.read(grant))?.seen
  return storeSuccessor(tools, { entries, fingerprint: grant }, next, {
    narrowed: [],
    recovered: true,
    ...(seen ? { seen } : {}),
  })
}

/** Undefined when somebody stored it meanwhile. */
async function successorOf(
  tools: RefreshContext,
  entries: readonly HeldEntry[],
  grant: string,
): Promise<Credential | undefined> {
  const ticket = await tools.journal.read(grant)
  if (ticket?.state === 'answered' || ticket?.state === 'superseded') {
    const { newest } = await lineageOf(grant, tools.journal.read)
    if (newest === ticket.successor) return tools.journal.successorOf(ticket)
    await tools.journal.spent(grant) // it was stored once, and has been refreshed since: only the note was missing
    forgetUnsaved(tools, grant)
    return undefined
  }
  const unsaved = tools.unsaved.get(grant)
  const isOver = ticket?.state === 'spent' || ticket?.state === 'rejected'
  if (isOver) forgetUnsaved(tools, grant)
  if (isOver || !unsaved) return undefined
  const flushing = await keepSuccessor(tools, entries, grant, unsaved, accessMarksOf(tools, entries))
  await flushing()
  return unsaved
}

function forgetUnsaved({ unsaved, adrift }: RefreshContext, grant: string): void {
  unsaved.delete(grant)
  adrift.delete(grant)
}
