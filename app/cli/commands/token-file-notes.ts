/**
 * What `run --file` has written and not taken away yet (token-files in the state folder, a note for each): a process that
 * was killed leaves it to the next. Only what it wrote itself goes.
 */
import { z } from 'zod'
import { messageOf } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import { missingFolders, removeWithFolders } from '../../base/made-folders.ts'
import { join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'

export type NotePorts = Pick<Ports, 'files' | 'log' | 'paths' | 'process' | 'random'>

const schema = z.object({
  version: z.literal(1),
  pid: z.number(),
  startedAt: z.string(),
  path: z.string(),
  /** Those that were made for it. */
  folders: z.array(z.string()),
  /** Fingerprints of the last text and the one before it, since a crash may leave either. */
  written: z.array(z.string()),
})

export class TokenFileNote {
  readonly #ports: NotePorts
  readonly #path: string
  readonly #at: string
  #folders: readonly string[] | undefined
  #written: readonly string[] = []

  /** @param path whole */
  constructor(ports: NotePorts, path: string) {
    this.#ports = ports
    this.#path = path
    this.#at = join(folderIn(ports), `${ports.process.pid}-${ports.random.token(9)}.json`)
  }

  /** Before the text is there. @throws AppError STORE_UNWRITABLE */
  async willWrite(text: string): Promise<void> {
    const { files, process, random } = this.#ports
    this.#folders ??= await missingFolders(files, this.#path)
    this.#written = [random.fingerprint(text), ...this.#written].slice(0, 2)
    const note: z.infer<typeof schema> = {
      version: 1,
      pid: process.pid,
      startedAt: process.startedAt,
      path: this.#path,
      folders: [...this.#folders],
      written: [...this.#written],
    }
    await files.writeAtomic(this.#at, JSON.stringify(note), { mayBeLost: true })
  }

  async remove(): Promise<void> {
    const { files } = this.#ports
    await removeWithFolders(files, { path: this.#path, folders: this.#folders ?? [] })
    await files.remove(this.#at)
  }
}

/** Of those that died. What cannot be taken away now stays noted, and keeps nobody from their work. */
export async function takeAwayLeftBehind(ports: NotePorts): Promise<void> {
  const folder = folderIn(ports)
  for (const name of await ports.files.list(folder)) {
    const at = join(folder, name)
    await takeAway(ports, at).catch((error: unknown) =>
      ports.log.warn('a token file that was left behind stays', { note: at, error: messageOf(error) }),
    )
  }
}

async function takeAway({ files, process, random }: NotePorts, at: string): Promise<void> {
  const text = await files.read(at)
  const note = text === undefined ? undefined : schema.safeParse(parseJson(text)).data
  if (!note || process.isAlive(note.pid, note.startedAt)) return
  const found = (await files.stat(note.path))?.kind === 'file' ? await files.read(note.path) : undefined
  const isTheirs = found !== undefined && !note.written.includes(random.fingerprint(found))
  if (!isTheirs) await removeWithFolders(files, note)
  await files.remove(at)
}

function folderIn({ paths }: NotePorts): string {
  return join(paths.state, 'token-files')
}
