/** Takes an import back, as far as nobody has gone on from it: what holds newer tokens by now is left alone. */

import { AppError, toFailure } from '../../../base/errors.ts'
import { storeOf } from '../../../engine/refresh/holders.ts'
import { type StillHeld, underLocks } from '../../../engine/refresh/with-holder-locks.ts'
import type { Credential } from '../../../model/credential.ts'
import { sameTokens } from '../../../model/expiry.ts'
import { VAULT } from '../../../model/holder.ts'
import type { Profile } from '../../../model/profile.ts'
import { writingOf } from '../../../stores/store.ts'
import type { ApplyDeps } from './apply-row.ts'
import type { Backup } from './backup.ts'
import type { Change } from './manifest.ts'

/**
 * Troubles and states go into the manifest.
 * @param profiles of this machine, as of now
 * @returns the changes it looked after, with how each ended
 */
export async function undoImport(
  tools: ApplyDeps,
  backup: Backup,
  profiles: readonly Profile[],
): Promise<readonly Change[]> {
  const { manifest } = backup
  const open = manifest.changes.filter(({ state }) => state === 'written' || state === 'planned')
  manifest.troubles = [] // of the import itself they were told; these are the undo's
  for (const path of new Set(open.map(({ holder }) => holder.path))) {
    const changes = open.filter(({ holder }) => holder.path === path).reverse() // the last write first
    const ids = new Set(changes.map(({ holder }) => holder.id))
    const involved = profiles.filter(({ grant }) => grant.entries.some(({ holder }) => ids.has(holder.id)))
    const holders = changes.map(({ holder }) => holder)
    try {
      await underLocks(tools, involved, holders, (stillHeld) => undoFile(tools, backup, changes, stillHeld))
    } catch (error) {
      for (const change of changes) trouble(backup, change, error)
    }
    await backup.save()
  }
  return open
}

async function undoFile(
  tools: ApplyDeps,
  backup: Backup,
  changes: readonly Change[],
  stillHeld: StillHeld,
): Promise<void> {
  const [first] = changes
  if (!first) return
  // Our vault is written by more than imports, and has a lock of its own inside: there it is always entry by entry.
  const whole = first.holder.store === VAULT ? undefined : await backup.wholeCopy(first.holder.path)
  if (whole !== undefined && (await stillHeld())) {
    await tools.ports.files.writeAtomic(first.holder.path, whole)
    for (const change of changes) if (change.state === 'written') change.state = 'restored'
  }
  for (const change of changes) {
    if (change.state === 'restored') continue
    try {
      if (!(await stillHeld()))
        throw new AppError('STORE_LOCKED', `The lock of ${change.holder.label} was lost.`)
      await undoChange(tools, backup, change)
    } catch (error) {
      trouble(backup, change, error)
    }
  }
  const [, ...besides] = writingOf(storeOf(tools, first.holder)).files(first.holder)
  if (!changes.every(({ state }) => state === 'restored')) return
  for (const path of besides) await restoreWhole(tools, backup, path)
}

async function restoreWhole(tools: ApplyDeps, backup: Backup, path: string): Promise<void> {
  const text = await backup.wholeCopy(path)
  if (text !== undefined) await tools.ports.files.writeAtomic(path, text)
}

async function undoChange(tools: ApplyDeps, backup: Backup, change: Change): Promise<void> {
  const { holder } = change
  const after = await backup.open(change.after, holder.id)
  const entry = await storeOf(tools, holder).read(holder)
  if (!entry) {
    change.state = 'restored' // gone: what the import wrote is not there any more
    return
  }
  if (!entry.credential && entry.problem) throw new AppError('STORE_UNREADABLE', entry.problem.message)
  if (!entry.credential || !sameTokens(entry.credential, after)) {
    const begun = change.state === 'written'
    change.state = begun ? 'left' : 'untouched' // planned, and never written
    if (begun) throw movedOn(change)
    return
  }
  if (change.before === undefined) await tools.vault.forget(holder.entry)
  else if (!(await putBack(tools, change, after, await backup.open(change.before, holder.id)))) {
    change.state = 'left'
    throw movedOn(change)
  }
  change.state = 'restored'
}

async function putBack(
  tools: ApplyDeps,
  { holder }: Change,
  after: Credential,
  before: Credential,
): Promise<boolean> {
  const back = { ...before, generation: after.generation + 1 }
  return (await writingOf(storeOf(tools, holder)).replace(holder, back, after)) === 'written'
}

function movedOn({ holder }: Change): AppError {
  return new AppError(
    'STORE_CHANGED',
    `${holder.label} holds something newer than the import wrote; it was left as it is.`,
    { hint: 'Nothing to do: what is there now came after the import.' },
  )
}

function trouble(backup: Backup, { rowId }: Change, error: unknown): void {
  backup.manifest.troubles.push({ rowId, failure: { ...toFailure(error) } })
}
