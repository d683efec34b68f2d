/** All that can be known before the request about keeping what it brings. Nothing is changed, and nothing was sent yet. */

import { messageOf, toFailure } from '../../base/errors.ts'
import type { SealingKey } from '../../base/ports.ts'
import type { Failure } from '../../contract/failure.ts'
import { type LetGo, writingOf } from '../../stores/store.ts'
import type { HoldersFound } from './attempt.ts'
import type { RefreshContext } from './context.ts'
import { isOurs, storeOf } from './holders.ts'

export type Rehearsal =
  | { readonly kind: 'ready'; readonly prepared: Prepared }
  /** No holder holds what would be spent any more. */
  | { readonly kind: 'superseded' }
  /** The journal, or every holder, would refuse the answer. */
  | { readonly kind: 'refused'; readonly failure: Failure; readonly isStorage: boolean }

/** For the answer, once it is here. Room is let go of once, however often that is asked for, and that never rejects. */
export interface Prepared {
  readonly key: SealingKey
  /** Where the journal finds that the disk is full: nothing stands between the reply and its first try. */
  readonly freeJournalRoom: LetGo
  /** Before the holders are written. */
  readonly freeAllRoom: LetGo
}

export async function rehearse(tools: RefreshContext, now: HoldersFound): Promise<Rehearsal> {
  const rooms: LetGo[] = []
  const free = async (those: readonly LetGo[]): Promise<void> => {
    for (const room of those) {
      await room().catch((error: unknown) => {
        tools.ports.log.warn('room on the disk could not be let go', { error: messageOf(error) })
      })
    }
  }
  const freeAllRoom = (): Promise<void> => free(rooms.splice(0))
  const refused = async (error: unknown, isStorage: boolean): Promise<Rehearsal> => {
    await freeAllRoom()
    return { kind: 'refused', failure: toFailure(error), isStorage }
  }
  let key: SealingKey
  try {
    key = await tools.journal.prepare()
  } catch (error) {
    return refused(error, false)
  }
  let journalRoom: LetGo
  try {
    journalRoom = await tools.journal.reserve(now.fingerprint, now.credential, key)
    rooms.push(journalRoom)
  } catch (error) {
    return refused(error, true)
  }
  const troubles: unknown[] = []
  let takers = 0
  for (const { holder, credential, ended } of now.entries.filter(isOurs)) {
    if (!credential && ended === undefined) continue
    try {
      const room = await writingOf(storeOf(tools, holder)).rehearse(holder, credential)
      if (typeof room === 'string') continue
      takers++
      rooms.push(room)
    } catch (error) {
      troubles.push(error)
    }
  }
  if (takers > 0) {
    const freeJournalRoom = (): Promise<void> => free(rooms.splice(rooms.indexOf(journalRoom), 1))
    return { kind: 'ready', prepared: { key, freeJournalRoom, freeAllRoom } }
  }
  if (troubles.length > 0) return refused(troubles[0], true)
  await freeAllRoom()
  return { kind: 'superseded' }
}
