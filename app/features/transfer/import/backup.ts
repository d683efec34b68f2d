/**
 * The folder of one import: every file as it was before, and the manifest. A file is copied before its first change and
 * the manifest is written before each one, so an import that was cut short can be taken back too. All of it is sealed
 * under the vault's key, bound to this import: nobody reads other programs' tokens here, and what was put in the place
 * of a record is not believed.
 */

import { AppError } from '../../../base/errors.ts'
import { join } from '../../../base/path.ts'
import type { Ports } from '../../../base/ports.ts'
import type { Credential } from '../../../model/credential.ts'
import { decodeCredential, encodeCredential } from '../../../model/credential-codec.ts'
import { type KeptFile, type Manifest, newManifest, parseManifest } from './manifest.ts'

export type BackupPorts = Pick<Ports, 'clock' | 'files' | 'keyring' | 'log' | 'paths' | 'random'>

const MANIFEST = 'manifest.json'
/** Long enough to notice what an import did. */
const LIFE_MS = 30 * 24 * 60 * 60_000
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
    await files.writeAtomic(join(this.folder, copy), await this.#seal(text, copy))
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
    const copy = await files.read(join(this.folder, file.copy))
    return copy === undefined ? undefined : openSealed(this.#ports, copy, this.#context(file.copy))
  }

  #file(path: string): KeptFile | undefined {
    return this.manifest.files.find((file) => file.path === path)
  }

  seal(credential: Credential, holderId: string): Promise<string> {
    return this.#seal(encodeCredential(credential), holderId)
  }

  /** @throws AppError KEYCHAIN_UNAVAILABLE, STORE_CORRUPT */
  async open(sealed: string, holderId: string): Promise<Credential> {
    return decodeCredential(await openSealed(this.#ports, sealed, this.#context(holderId)))
  }

  async save(): Promise<void> {
    const sealed = await this.#seal(JSON.stringify(this.manifest), MANIFEST)
    await this.#ports.files.writeAtomic(join(this.folder, MANIFEST), `${sealed}\n`)
  }

  async #seal(text: string, part: string): Promise<string> {
    const { keyring, random } = this.#ports
    return random.seal(await keyring.key(), text, this.#context(part))
  }

  #context(part: string): string {
    return contextOf(this.manifest.id, part)
  }
}

/** @throws AppError STORE_UNWRITABLE, KEYCHAIN_UNAVAILABLE: then nothing else may be written either */
export async function newBackup(ports: BackupPorts, source: string): Promise<Backup> {
  await dropOldBackups(ports)
  const atMs = ports.clock.now()
  const backup = new Backup(ports, newManifest(`${stampOf(atMs)}-${ports.random.token(6)}`, atMs, source))
  await ports.files.makeFolder(backup.folder)
  await backup.save()
  return backup
}

/** @throws AppError ARGUMENT_INVALID when there is no such import, STORE_CORRUPT, KEYCHAIN_UNAVAILABLE */
export async function findBackup(ports: BackupPorts, id: string): Promise<Backup> {
  const backup = NAME.test(id) ? await load(ports, id) : undefined
  if (!backup) throw new AppError('ARGUMENT_INVALID', 'This import is not known any more.')
  return backup
}

/** Newest first. What is not understood is left out, and said in the log. */
export async function allBackups(ports: BackupPorts): Promise<readonly Backup[]> {
  const found: Backup[] = []
  for (const name of await namesOf(ports)) {
    try {
      const backup = await load(ports, name)
      if (backup) found.push(backup)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      ports.log.warn('the record of an import cannot be opened', {
        path: folderOf(ports, name),
        error: error.message,
      })
    }
  }
  return found.sort((a, b) => b.manifest.atMs - a.manifest.atMs)
}

/** Other programs' old tokens must not lie about for ever: what was not taken back within its time stays as it is. */
export async function dropOldBackups(ports: BackupPorts): Promise<void> {
  const oldest = stampOf(ports.clock.now() - LIFE_MS)
  for (const name of await namesOf(ports)) {
    if (!/^\d{14}-/.test(name) || name.slice(0, oldest.length) >= oldest) continue
    const folder = folderOf(ports, name)
    for (const file of await ports.files.list(folder)) await ports.files.remove(join(folder, file))
    await ports.files.removeFolder(folder)
  }
}

/** @throws AppError STORE_CORRUPT where it is not what was written for this import */
async function load(ports: BackupPorts, id: string): Promise<Backup | undefined> {
  const path = join(folderOf(ports, id), MANIFEST)
  const text = await ports.files.read(path)
  if (text === undefined) return undefined
  const manifest = parseManifest(await openSealed(ports, text.trim(), contextOf(id, MANIFEST)))
  if (manifest?.id === id) return new Backup(ports, manifest)
  throw new AppError('STORE_CORRUPT', `${path} is not the record of this import.`)
}

async function openSealed(
  { keyring, random }: BackupPorts,
  sealed: string,
  context: string,
): Promise<string> {
  return random.open(await keyring.key(keyIdIn(sealed)), sealed, context)
}

/** Undefined, which is the present key, for what is not sealed at all: it does not open. */
function keyIdIn(sealed: string): string | undefined {
  return /^v1\.([0-9a-f]{8,64})\./.exec(sealed)?.[1]
}

/** Moved to another import, or to another part of this one, it does not open. */
function contextOf(id: string, part: string): string {
  return `import ${id} ${part}`
}

/** UTC, to the second: what a folder's name begins with. */
function stampOf(atMs: number): string {
  return new Date(atMs).toISOString().replace(/\D/g, '').slice(0, 14)
}

async function namesOf(ports: BackupPorts): Promise<readonly string[]> {
  return (await ports.files.list(join(ports.paths.state, 'backups'))).filter((name) => NAME.test(name))
}

function folderOf({ paths }: Pick<Ports, 'paths'>, id: string): string {
  return join(paths.state, 'backups', id)
}
