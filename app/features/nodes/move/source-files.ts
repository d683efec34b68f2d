/** What a move does to the files of the machine that gives: putting back what it took out, and borrowing what it gave. */

import { storeOf } from '../../../engine/refresh/holders.ts'
import { underLocks } from '../../../engine/refresh/with-holder-locks.ts'
import { decodeCredential } from '../../../model/credential-codec.ts'
import type { Lender } from '../../../model/holder.ts'
import { writingOf } from '../../../stores/store.ts'
import { here, type NodeDeps } from '../connection/deps.ts'
import type { MoveRecords, OutRecord } from './move-record.ts'

/** First the files, then the ticket: in between nobody can spend it, and asking again goes on from there. */
export async function restore(parts: NodeDeps, files: MoveRecords, record: OutRecord): Promise<void> {
  const { tools } = parts
  const ids = new Set(record.before.map(({ holder }) => holder.id))
  const profiles = here(parts).filter(({ grant }) => grant.entries.some(({ holder }) => ids.has(holder.id)))
  const holders = record.before.map(({ holder }) => holder)
  await underLocks(tools, profiles, holders, () => putBack(parts, files, record))
  await tools.journal.undoTransfer(record.fingerprint, record.move)
}

/** What was signed in or written since is newer, and stays. Call under the locks. */
export async function putBack({ tools }: NodeDeps, files: MoveRecords, record: OutRecord): Promise<void> {
  for (const { holder, sealed } of record.before) {
    const before = decodeCredential(await files.open(record.move, sealed))
    const entry = await storeOf(tools, holder).read(holder)
    if (!entry?.credential || entry.credential.refreshToken) continue
    await writingOf(storeOf(tools, holder)).replace(holder, before, entry.credential)
  }
}

/** The files that gave it up are served from our vault, which asks the new owner. */
export async function borrowBack(
  { vault, tools, ports }: NodeDeps,
  record: OutRecord,
  lender: Lender,
): Promise<void> {
  const inVault = record.before.find(({ holder }) => holder.store === 'vault')
  if (inVault) {
    const entry = await vault.read(inVault.holder)
    if (entry?.credential && entry.lender) {
      await vault.renew(inVault.holder, entry.credential, entry.credential, lender)
    }
    return
  }
  const [first] = record.before
  const credential = first && (await storeOf(tools, first.holder).read(first.holder))?.credential
  if (!first || !credential?.accessToken) return
  const { refreshToken: _, ...borrowed } = credential
  const taken = new Set((await vault.scan()).entries.map(({ holder }) => holder.entry))
  const name = first.holder.entry
  const id = taken.has(name) ? `${name}#${ports.random.token(4)}` : name
  await vault.add({ id, provider: record.provider, credential: borrowed, borrowed: lender })
}
