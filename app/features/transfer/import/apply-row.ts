/** One chosen row into every place it belongs. Each file is copied, and each change noted, before it is made. */

import { AppError, toFailure } from '../../../base/errors.ts'
import type { Failure } from '../../../contract/failure.ts'
import type { HolderContext } from '../../../engine/refresh/context.ts'
import { storeOf } from '../../../engine/refresh/holders.ts'
import { type StillHeld, type TransferPorts, underLocks } from '../../../engine/refresh/with-holder-locks.ts'
import { type Credential, hasCleanTokens } from '../../../model/credential.ts'
import type { HeldEntry, Holder } from '../../../model/holder.ts'
import { writingOf } from '../../../stores/store.ts'
import type { VaultStore } from '../../../stores/vault/store.ts'
import type { Backup } from './backup.ts'
import type { Change } from './manifest.ts'
import type { PlannedRow, Target } from './plan.ts'

export interface ApplyDeps extends HolderContext {
  readonly ports: TransferPorts
  readonly vault: VaultStore
}

export interface AppliedRow {
  readonly written: readonly Holder[]
  readonly troubles: readonly Failure[]
  /** What was put right besides the tokens, in sentences. */
  readonly repairs: readonly string[]
}

/** @throws AppError when nothing of it could be written */
export async function applyRow(tools: ApplyDeps, backup: Backup, row: PlannedRow): Promise<AppliedRow> {
  const { target, credential } = row
  if (!credential || target.kind === 'none') {
    throw new AppError('ARGUMENT_INVALID', 'This login cannot be brought over.', {
      hint: row.view.consequence,
    })
  }
  if (!hasCleanTokens(credential)) {
    throw new AppError(
      'IMPORT_UNREADABLE',
      'Its token has characters that no token has. Nothing was written.',
    )
  }
  return target.kind === 'vault'
    ? addToVault(tools, backup, row, target.name, credential)
    : overHolders(tools, backup, row, target, credential)
}

async function addToVault(
  tools: ApplyDeps,
  backup: Backup,
  row: PlannedRow,
  name: string,
  credential: Credential,
): Promise<AppliedRow> {
  const { vault, ports } = tools
  const path = ports.paths.vault
  const taken = new Set((await vault.scan()).entries.map(({ holder }) => holder.entry))
  const id = taken.has(name) ? `${name}#${ports.random.token(4)}` : name
  const next = { ...credential, generation: credential.generation + 1 }
  await backup.keep(path)
  const expected = { store: 'vault', id: `vault:${id}`, label: row.view.targets[0] ?? '', path, entry: id }
  const change = await note(backup, row, expected as Holder, undefined, next)
  const holder = await vault.add({ id, provider: row.view.providerId, credential: next })
  change.state = 'written'
  await backup.settle(path)
  return { written: [holder], troubles: [], repairs: [] }
}

async function overHolders(
  tools: ApplyDeps,
  backup: Backup,
  row: PlannedRow,
  { profile, entries }: Extract<Target, { kind: 'holders' }>,
  credential: Credential,
): Promise<AppliedRow> {
  const holders = entries.map((entry) => entry.holder)
  return underLocks(tools, [profile], holders, async (stillHeld) => {
    const paths = [...new Set(holders.flatMap((holder) => writingOf(storeOf(tools, holder)).files(holder)))]
    for (const path of paths) await backup.keep(path)
    const written: Holder[] = []
    const troubles: Failure[] = []
    for (const entry of entries) {
      try {
        if (await overHolder(tools, backup, row, entry, credential, stillHeld)) written.push(entry.holder)
      } catch (error) {
        troubles.push(toFailure(error))
      }
    }
    const repairs = await repairAfter(tools, written)
    for (const path of paths) await backup.settle(path)
    await backup.save()
    return { written, troubles, repairs }
  })
}

/** @throws AppError STORE_CHANGED, STORE_LOCKED, and what the store says */
async function overHolder(
  tools: ApplyDeps,
  backup: Backup,
  row: PlannedRow,
  { holder, credential: before }: HeldEntry,
  credential: Credential,
  stillHeld: StillHeld,
): Promise<boolean> {
  if (!before) return false
  if (!(await stillHeld())) {
    throw new AppError('STORE_LOCKED', `The lock of ${holder.label} was lost; it was left as it is.`)
  }
  const account = { ...before.account, ...credential.account }
  const next = { ...credential, account, generation: before.generation + 1 }
  const change = await note(backup, row, holder, before, next)
  const result = await writingOf(storeOf(tools, holder)).replace(holder, next, before)
  change.state = result === 'written' ? 'written' : 'untouched'
  if (result === 'written') return true
  throw new AppError(
    'STORE_CHANGED',
    result === 'gone'
      ? `${holder.entry} is no longer in ${holder.label}.`
      : `${holder.label} was written by somebody else since the file was compared; it was left as it is.`,
    { hint: 'Choose the file again to compare anew.' },
  )
}

/** Before the write: whatever happens next, the record says what was there. */
async function note(
  backup: Backup,
  row: PlannedRow,
  holder: Holder,
  before: Credential | undefined,
  after: Credential,
): Promise<Change> {
  const change: Change = {
    rowId: row.view.id,
    holder: { ...holder },
    state: 'planned',
    ...(before ? { before: await backup.seal(before, holder.id) } : {}),
    after: await backup.seal(after, holder.id),
  }
  backup.manifest.changes.push(change)
  await backup.save()
  return change
}

async function repairAfter(tools: ApplyDeps, written: readonly Holder[]): Promise<readonly string[]> {
  const repairs: string[] = []
  for (const store of tools.stores.values()) {
    const mine = written.filter((holder) => holder.store === store.id)
    const after = mine.length > 0 ? await store.afterLogin?.(mine) : undefined
    const left = (after?.remains ?? []).map(({ what, command }) =>
      command ? `${what} Run: ${command}` : what,
    )
    repairs.push(...(after?.repaired ?? []), ...left)
  }
  return repairs
}
