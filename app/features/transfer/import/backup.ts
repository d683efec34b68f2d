/**
 * The folder of one import: every file as it was before, byte for byte, and the manifest. A file is copied before its
 * first change and the manifest is written before each one, so an import that was cut short can be taken back too.
 */

import { AppError } from '../../../base/errors.ts'
import { join } from '../../../base/path.ts'
import type { Ports } from '../../../base/ports.ts'
import type { Credential } from '../../../model/credential.ts'
import { decodeCredential, encodeCredential } from '../../../model/credential-codec.ts'
import { type KeptFile, type Manifest, newManifest, parseManifest } from './manifest.ts'

export type BackupPorts = Pick<Ports, 'clock' | 'files' | 'keyring' | 'log' | 'paths' | 'random'>

const MANIFEST = 'manifest.json'
const NAME = /^[\w-]{1,64}$/

export class Backup {
  readonly folder: string
  readonly manifest: Manifest
  readonly #ports: BackupPorts

  constructor(ports: BackupPorts, manifest: Manifest) {
    this.#ports = ports
    this.manifest = manifest
    this.folder = folderOf(ports, manifest.id)
  }

  /** Copies the file, unless it was copied already. Absent is fine. @throws AppError STORE_UNREADABLE, STORE_UNWRITABLE */
  async keep(path: string): Promise<void> {
    const { files, random } = this.#ports
    const text = await files.read(path)
    const known = this.#file(path)
    if (known && (text === undefined || known.now !== random.sha256Hex(text))) known.mixed = true
    if (known || text === undefined) return
    const mode = (await files.stat(path))?.mode ?? 0o600
    const copy = `${this.manifest.files.length + 1}.bak`
    await files.writeAtomic(join(this.folder, copy), text)
    this.manifest.files.push({ path, copy, mode, now: random.sha256Hex(text) })
  }

  /** Our writes to this file are done, and nobody else could write: remembers how it looks now. */
  async settle(path: string): Promise<void> {
    const file = this.#file(path)
    const text = file && (await this.#ports.files.read(path))
    if (file && text !== undefined) file.now = this.#ports.random.sha256Hex(text)
  }

  /**
   * The file as it was before the import, when it still is as the import left it: putting that back takes nothing
   * from anybody. Undefined otherwise.
   */
  async wholeCopy(path: string): Promise<string | undefined> {
    const { files, random } = this.#ports
    const file = this.#file(path)
    if (!file || file.mixed) return undefined
    const text = await files.read(path)
    if (text === undefined || random.sha256Hex(text) !== file.now) return undefined
    return files.read(join(this.folder, file.copy))
  }

  #file(path: string): KeptFile | undefined {
    return this.manifest.files.find((file) => file.path === path)
  }

  async seal(credential: Credential, holderId: string): Promise<string> {
    const key = await this.#ports.keyring.key()
    return this.#ports.random.seal(key, encodeCredential(credential), this.#context(holderId))
  }

  /** @throws AppError KEYCHAIN_UNAVAILABLE, STORE_CORRUPT */
  async open(sealed: string, holderId: string): Promise<Credential> {
    const key = await this.#ports.keyring.key(sealed.split('.')[1])
    return decodeCredential(this.#ports.random.open(key, sealed, this.#context(holderId)))
  }

  async save(): Promise<void> {
    await this.#ports.files.writeAtomic(
      join(this.folder, MANIFEST),
      `${JSON.stringify(this.manifest, null, 2)}\n`,
    )
  }

  #context(holderId: string): string {
    return `import ${this.manifest.id} ${holderId}`
  }
}

/** @throws AppError STORE_UNWRITABLE: then nothing else may be written either */
export async function newBackup(ports: BackupPorts, source: string): Promise<Backup> {
  const atMs = ports.clock.now()
  const time = new Date(atMs).toISOString().replace(/\D/g, '').slice(0, 14)
  const backup = new Backup(ports, newManifest(`${time}-${ports.random.token(6)}`, atMs, source))
  await ports.files.makeFolder(backup.folder)
  await backup.save()
  return backup
}

/** @throws AppError ARGUMENT_INVALID when there is no such import */
export async function findBackup(ports: BackupPorts, id: string): Promise<Backup> {
  const backup = NAME.test(id) ? await load(ports, id) : undefined
  if (!backup) throw new AppError('ARGUMENT_INVALID', 'This import is not known any more.')
  return backup
}

/** Newest first. */
export async function allBackups(ports: BackupPorts): Promise<readonly Backup[]> {
  const names = await ports.files.list(join(ports.paths.state, 'backups'))
  const found: Backup[] = []
  for (const name of names.filter((one) => NAME.test(one))) {
    const backup = await load(ports, name)
    if (backup) found.push(backup)
  }
  return found.sort((a, b) => b.manifest.atMs - a.manifest.atMs)
}

async function load(ports: BackupPorts, id: string): Promise<Backup | undefined> {
  const path = join(folderOf(ports, id), MANIFEST)
  const text = await ports.files.read(path)
  if (text === undefined) return undefined
  const manifest = parseManifest(text)
  if (manifest?.id === id) return new Backup(ports, manifest)
  ports.log.warn('the record of an import is not understood', { path })
  return undefined
}

function folderOf({ paths }: Pick<Ports, 'paths'>, id: string): string {
  return join(paths.state, 'backups', id)
}
