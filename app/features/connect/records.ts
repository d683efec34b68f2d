/**
 * connections.json in the state folder: what was written where, so that it can be taken out again. Beside it, sealed, each
 * file as it was before: other programs keep passwords in theirs.
 */
import { z } from 'zod'
import { AppError } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import { join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import type { Edit, Undo } from './edit.ts'

/** One change within a file. */
export interface Part {
  /** As it was planned: two connections with the same share it. */
  readonly edit: Edit
  readonly undo: Undo
}

export interface WrittenFile {
  readonly path: string
  /** SHA-256 of the whole text; absent where there was no file. */
  readonly before?: string | undefined
  readonly after: string
  /** Folders that were made for it, the outermost first. */
  readonly folders: readonly string[]
  readonly parts: readonly Part[]
}

export interface ConnectionRecord {
  readonly id: string
  readonly consumer: string
  readonly login: string
  readonly use: string
  /** The use was not there before. */
  readonly hasAddedUse: boolean
  readonly said: Readonly<Record<string, string>>
  readonly atMs: number
  /** A file with the token in it, which is kept fresh for it. */
  readonly keeps?: string | undefined
  readonly files: readonly WrittenFile[]
}

const part = z.object({
  edit: z.looseObject({ kind: z.string() }),
  undo: z.looseObject({ kind: z.string() }),
})
const schema = z.object({
  version: z.literal(1),
  connections: z.array(
    z.object({
      id: z.string().regex(/^[\w-]+$/),
      consumer: z.string(),
      login: z.string(),
      use: z.string(),
      hasAddedUse: z.boolean(),
      said: z.record(z.string(), z.string()),
      atMs: z.number(),
      keeps: z.string().optional(),
      files: z.array(
        z.object({
          path: z.string(),
          before: z.string().optional(),
          after: z.string(),
          folders: z.array(z.string()),
          parts: z.array(part),
        }),
      ),
    }),
  ),
})

export type RecordPorts = Pick<Ports, 'files' | 'keyring' | 'paths' | 'random'>

export class ConnectionRecords {
  readonly #ports: RecordPorts

  constructor(ports: RecordPorts) {
    this.#ports = ports
  }

  /** @throws AppError STORE_CORRUPT: without it nothing could be taken out again, so it is not written over */
  async read(): Promise<readonly ConnectionRecord[]> {
    const text = await this.#ports.files.read(this.#path)
    if (text === undefined) return []
    const known = schema.safeParse(parseJson(text))
    if (known.success) return known.data.connections as unknown as readonly ConnectionRecord[]
    throw new AppError('STORE_CORRUPT', `${this.#path} is not understood.`, {
      hint: 'It says what was written into the settings of other programs. Put it right, or take it away and undo that by hand.',
    })
  }

  async write(connections: readonly ConnectionRecord[]): Promise<void> {
    const text = `${JSON.stringify({ version: 1, connections }, null, 2)}\n`
    await this.#ports.files.writeAtomic(this.#path, text)
  }

  /** @throws AppError KEYCHAIN_UNAVAILABLE, STORE_UNWRITABLE: then nothing else is written either */
  async keep(id: string, at: number, text: string): Promise<void> {
    const { files, keyring, random } = this.#ports
    const name = nameOf(id, at)
    await files.writeAtomic(this.#backup(name), random.seal(await keyring.key(), text, name))
  }

  /** @throws AppError KEYCHAIN_UNAVAILABLE, STORE_CORRUPT */
  async kept(id: string, at: number): Promise<string | undefined> {
    const { files, keyring, random } = this.#ports
    const name = nameOf(id, at)
    const sealed = await files.read(this.#backup(name))
    if (sealed === undefined) return undefined
    return random.open(await keyring.key(/^v1\.([0-9a-f]{8,64})\./.exec(sealed)?.[1]), sealed, name)
  }

  async drop({ id, files }: ConnectionRecord): Promise<void> {
    for (const at of files.keys()) await this.#ports.files.remove(this.#backup(nameOf(id, at)))
  }

  #backup(name: string): string {
    return join(this.#ports.paths.state, 'connections', `${name}.bak`)
  }

  get #path(): string {
    return join(this.#ports.paths.state, 'connections.json')
  }
}

function nameOf(id: string, at: number): string {
  return `${id}-${at + 1}`
}
