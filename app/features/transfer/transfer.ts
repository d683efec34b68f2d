/** Bringing logins over from a file: compare, choose, apply with a backup, take back. */

import { AppError, toFailure } from '../../base/errors.ts'
import { withLock } from '../../base/with-lock.ts'
import type { ExportChoiceView, ImportPlanView, ImportResultView } from '../../contract/views.ts'
import type { Journal } from '../../engine/journal/journal.ts'
import type { HolderContext } from '../../engine/refresh/context.ts'
import type { TransferPorts } from '../../engine/refresh/with-holder-locks.ts'
import type { NewEvent } from '../../history/new-event.ts'
import { isUsedUp } from '../../model/journal-entry.ts'
import type { Profile } from '../../model/profile.ts'
import type { Provider } from '../../model/provider.ts'
import { WAIT_MS } from '../../model/refresh-policy.ts'
import type { Snapshot } from '../../model/snapshot.ts'
import type { VaultStore } from '../../stores/vault/store.ts'
import { closing, type LeftOut, type Protection, writeBundle } from './export/bundle-writer.ts'
import { checkTarget, exportChoices, isThere } from './export/export-choices.ts'
import { type ApplyDeps, applyRow } from './import/apply-row.ts'
import { allBackups, type Backup, dropOldBackups, findBackup, newBackup } from './import/backup.ts'
import { type Done, importedEvent, undoneEvents } from './import/import-events.ts'
import { resultOf } from './import/manifest.ts'
import { ownFiles } from './import/own-files.ts'
import { type PlannedRow, planRows } from './import/plan.ts'
import { readSource, type Source } from './import/read-source.ts'
import { undoImport } from './import/undo.ts'

export interface TransferDeps {
  readonly ports: TransferPorts
  readonly tools: HolderContext
  /** The desk: what the last look found. */
  readonly profiles: { readonly snapshot: Snapshot }
  readonly vault: VaultStore
  readonly findProvider: (name: string) => Provider | undefined
  readonly look: () => Promise<void>
  /** As look(), after something was done that stays done. Never rejects. */
  readonly lookAfter: () => Promise<void>
  readonly record: (event: NewEvent) => Promise<unknown>
  /** The slate is clean again: whatever was retried belongs to the old tokens. */
  readonly forgetRetry: (profileId: string) => void
}

export interface Exported {
  readonly included: readonly string[]
  readonly leftOut: readonly LeftOut[]
}

export interface Transfer {
  /**
   * Reads and compares; writes nothing.
   * @param identityPath a file of age identities or an SSH private key, for what is encrypted to a key
   * @throws AppError IMPORT_UNREADABLE, PASSPHRASE_NEEDED, IDENTITY_NEEDED, STORE_UNREADABLE
   */
  plan(path: string, passphrase?: string, identityPath?: string): Promise<ImportPlanView>
  /** What could not be written is told row by row. @throws AppError ARGUMENT_INVALID, STORE_LOCKED, STORE_UNWRITABLE */
  apply(planId: string, rowIds: readonly string[]): Promise<ImportResultView>
  /** What was left alone, and why, is in the result's troubles. @throws AppError ARGUMENT_INVALID, STORE_LOCKED */
  undo(resultId: string): Promise<ImportResultView>
  /** Newest first; from the disk, so those of earlier runs as well. */
  list(): Promise<readonly ImportResultView[]>
  /** Backups past their lifetime go. */
  dropOld(): Promise<void>
  /** Whether a bundle can be closed like this. @throws AppError PASSPHRASE_NEEDED, ARGUMENT_INVALID */
  checkProtection(protection: Protection): Promise<void>
  /** Every login of this machine, with what becomes of it in an export. */
  exportable(): Promise<readonly ExportChoiceView[]>
  /**
   * Logins into an encrypted file for another machine. @param options.withForks also what only one machine may hold
   * @param options.overwrite a file that is there already is replaced; otherwise it stays, and nothing is written
   * @throws AppError PROFILE_UNKNOWN, PASSPHRASE_NEEDED, ARGUMENT_INVALID, STORE_UNWRITABLE
   */
  exportTo(
    path: string,
    profileIds: readonly string[],
    protection: Protection,
    options?: { readonly withForks?: boolean; readonly overwrite?: boolean },
  ): Promise<Exported>
}

interface Plan {
  readonly source: Source
  readonly rows: Map<string, PlannedRow>
}

/** Plans hold secrets: only the last few a person may still be looking at are kept. */
const MAX_PLANS = 4
const LOCK = 'import'

export function createTransfer(parts: TransferDeps): Transfer {
  const { ports, profiles, findProvider } = parts
  const tools: ApplyDeps = { ...parts.tools, ports, vault: parts.vault }
  const plans = new Map<string, Plan>()

  const here = (): readonly Profile[] => [...profiles.snapshot.profiles.values()]

  /** Into the history, then one more look: it shows what happened last. */
  async function tell(events: readonly NewEvent[]): Promise<void> {
    for (const event of events) await parts.record(event)
    await parts.lookAfter()
  }

  const alone = <T>(work: () => Promise<T>): Promise<T> => withLock(ports, LOCK, WAIT_MS, work)

  async function plan(path: string, passphrase?: string, identityPath?: string): Promise<ImportPlanView> {
    const tickets = new Map<string, TicketWord>()
    const isSpent = async (fingerprint: string): Promise<boolean> => {
      const word = await ticketWord(parts.tools.journal, fingerprint)
      if (word) tickets.set(fingerprint, word)
      return word === 'spent'
    }
    const source = await readSource({ ports, findProvider, isSpent }, path, {
      ...(passphrase === undefined ? {} : { passphrase }),
      ...(identityPath === undefined ? {} : { identityPath }),
    })
    await parts.look()
    const rows = planRows({
      logins: source.logins,
      from: source.from,
      local: here(),
      isHere: await ownFiles(ports.files, source.logins, here()),
      findProvider,
      ticketOf: (fingerprint) => tickets.get(fingerprint),
      nowMs: ports.clock.now(),
    })
    const id = ports.random.token(9)
    plans.set(id, { source, rows: new Map(rows.map((row) => [row.view.id, row])) })
    for (const old of [...plans.keys()].slice(0, -MAX_PLANS)) plans.delete(old)
    return { id, path, kind: source.kind, rows: rows.map(({ view }) => view) }
  }

  async function apply(planId: string, rowIds: readonly string[]): Promise<ImportResultView> {
    const found = plans.get(planId)
    const rows = [...new Set(rowIds)].map((id) => found?.rows.get(id))
    if (!found || rows.length === 0 || rows.includes(undefined)) {
      throw new AppError('ARGUMENT_INVALID', 'There is nothing to bring over in this choice.', {
        hint: 'Choose the file again.',
      })
    }
    const chosen = rows.filter((row) => row !== undefined)
    return alone(async () => {
      const backup = await newBackup(ports, found.source.path)
      const done: { readonly row: PlannedRow; readonly written: Done }[] = []
      for (const row of chosen) {
        const written = await applyOne(backup, row)
        if (written.holders.length === 0) continue
        found.rows.delete(row.view.id) // chosen again it would only meet itself
        done.push({ row, written })
        if (row.target.kind === 'holders') parts.forgetRetry(row.target.profile.id)
      }
      await backup.save()
      await parts.lookAfter()
      await tell(done.map(({ row, written }) => importedEvent(ports, here(), found.source, row, written)))
      return resultOf(backup.manifest, backup.folder)
    })
  }

  async function applyOne(backup: Backup, row: PlannedRow): Promise<Done> {
    const { manifest } = backup
    const { id: rowId, account, providerId } = row.view
    try {
      const { written, troubles, repairs } = await applyRow(tools, backup, row)
      const targets = [...new Set(written.map(({ label }) => label))]
      if (written.length > 0) manifest.imported.push({ rowId, providerId, account, targets })
      manifest.troubles.push(...troubles.map((failure) => ({ rowId, failure: { ...failure } })))
      return { holders: written, repairs }
    } catch (error) {
      manifest.troubles.push({ rowId, failure: { ...toFailure(error) } })
      return { holders: [], repairs: [] }
    }
  }

  async function undo(resultId: string): Promise<ImportResultView> {
    return alone(async () => {
      const backup = await findBackup(ports, resultId)
      const { manifest, folder } = backup
      if (resultOf(manifest, folder).undone) {
        throw new AppError('ARGUMENT_INVALID', 'This import was taken back already.')
      }
      await parts.look()
      const before = here()
      const changes = await undoImport(tools, backup, before)
      await backup.save()
      await tell(undoneEvents(ports, before, manifest, changes))
      return resultOf(manifest, folder)
    })
  }

  return {
    plan,
    apply,
    undo,
    async list() {
      const results = (await allBackups(ports)).map(({ manifest, folder }) => resultOf(manifest, folder))
      return results.filter(({ imported, troubles }) => imported.length > 0 || troubles.length > 0)
    },
    dropOld: () => dropOldBackups(ports),
    async checkProtection(protection) {
      await closing(protection)
    },
    async exportable() {
      await parts.look()
      return exportChoices(here(), findProvider, profiles.snapshot.tickets)
    },
    async exportTo(path, profileIds, protection, { withForks = false, overwrite = false } = {}) {
      await checkTarget(ports.files, path, overwrite)
      await parts.look()
      const chosen = [...new Set(profileIds)].map((id) => {
        const profile = profiles.snapshot.profiles.get(id)
        if (!profile) throw new AppError('PROFILE_UNKNOWN', `There is no login called "${id}".`)
        return profile
      })
      const { tickets } = profiles.snapshot
      const { text, ...told } = await writeBundle({ ports, findProvider, tickets }, chosen, protection, {
        withForks,
      })
      if (overwrite) await ports.files.writeAtomic(path, text)
      else if (!(await ports.files.createExclusive(path, text))) throw isThere(path)
      return told
    },
  }
}

type TicketWord = 'spent' | 'rejected'

/** What this machine did with the token. A ticket that cannot be read may say anything, so the worst is assumed. */
async function ticketWord(journal: Journal, fingerprint: string): Promise<TicketWord | undefined> {
  try {
    const ticket = await journal.read(fingerprint)
    if (isUsedUp(ticket)) return 'spent' // whether its successor is stored, only kept, or it was given away
    return ticket?.state === 'rejected' ? 'rejected' : undefined
  } catch (error) {
    if (error instanceof AppError) return 'spent'
    throw error
  }
}
