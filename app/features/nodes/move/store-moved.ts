/** The key has come: the credential into its place here. Cut short, it is done again from the start. */

import { AppError } from '../../../base/errors.ts'
import { decodeCredential } from '../../../model/credential-codec.ts'
import { newBackup } from '../../transfer/import/backup.ts'
import type { NodeDeps } from '../connection/deps.ts'
import { recordArrival } from '../inventory/ensure-provider.ts'
import type { InRecord, MoveRecords } from './move-record.ts'
import { sealingKeyOf } from './one-time-key.ts'
import { holderOf, keepArrival } from './place-credential.ts'

/** @throws AppError STORE_LOCKED, STORE_UNWRITABLE, KEYCHAIN_UNAVAILABLE */
export async function storeMoved(parts: NodeDeps, files: MoveRecords, record: InRecord): Promise<InRecord> {
  const { ports, tools } = parts
  const key = sealingKeyOf(record.move, await files.open(record.move, record.key ?? ''))
  const credential = decodeCredential(ports.random.open(key, record.sealed ?? '', `move ${record.move}`))
  // It was ours once and went there unused: now it is ours again.
  const ticket = await tools.journal.read(record.mark)
  if (ticket?.state === 'moved' && ticket.movedTo?.machine === record.machine)
    await tools.journal.forget(record.mark)
  await parts.look()
  const backup = await newBackup(ports, `moved from ${record.name}`)
  const arrival = { name: record.entry, provider: record.provider, credential, from: record.name }
  await recordArrival(parts, record.provider, await keepArrival(parts, backup, arrival, record.move))
  backup.manifest.changes.length = 0 // not to be undone: the other machine no longer has it
  await backup.save()
  await parts.look()
  const profile = holderOf(parts, credential)
  if (!profile) throw new AppError('STORE_UNWRITABLE', 'It was written, and is not there.')
  parts.forgetRetry(profile.id)
  return files.write({ ...record, state: 'stored', local: profile.id })
}
