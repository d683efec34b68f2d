/**
 * What we wrote into kept files, by fingerprint (kept-files.json in the state folder). Only that is ever replaced or taken
 * away: what somebody else put there is theirs.
 */
import { z } from 'zod'
import { AppError } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'

const schema = z.object({
  version: z.literal(1),
  /** By path: the last text and the one before it, since a crash may leave either. */
  written: z.record(z.string(), z.array(z.string())),
})

type Written = Readonly<Record<string, readonly string[]>>
type WrittenPorts = Pick<Ports, 'files' | 'log' | 'paths' | 'random'>

export class WrittenFiles {
  readonly #ports: WrittenPorts
  /** By path: what stands there as far as this process knows; '' where there is nothing. Saves looking. */
  readonly #last = new Map<string, string>()

  constructor(ports: WrittenPorts) {
    this.#ports = ports
  }

  /** @returns whether anything changed. @throws AppError STORE_READ_ONLY, STORE_UNREADABLE, STORE_UNWRITABLE */
  async put(path: string, text: string, mode: number): Promise<boolean> {
    const { files } = this.#ports
    const fingerprint = this.#ports.random.fingerprint(text)
    if (this.#last.get(path) === fingerprint) return false
    await files.checkPrivate(path)
    const written = await this.#read()
    const before = written[path] ?? []
    const found = await this.#textAt(path)
    if (found === text && before[0] === fingerprint) {
      this.#last.set(path, fingerprint)
      return false
    }
    if (found && found !== text && !before.includes(this.#ports.random.fingerprint(found)))
      throw notOurs(path)
    await this.#note({ ...written, [path]: [fingerprint, ...before].slice(0, 2) })
    if (found !== text) await files.writeAtomic(path, text, { mayBeLost: true, mode })
    this.#last.set(path, fingerprint)
    return found !== text
  }

  /** @returns whether anything changed. @throws AppError STORE_UNREADABLE, STORE_UNWRITABLE */
  async end(path: string, how: 'remove' | 'empty' = 'remove'): Promise<boolean> {
    if (this.#last.get(path) === '') return false
    const { files, random } = this.#ports
    const { [path]: ours, ...others } = await this.#read()
    const found = ours && (await this.#textAt(path))
    const isOurs = Boolean(found) && ours?.includes(random.fingerprint(found ?? '')) === true
    if (isOurs && how === 'empty') await files.writeAtomic(path, '', { mayBeLost: true })
    else if (isOurs) await files.remove(path)
    if (ours) await this.#note(others)
    this.#last.set(path, '')
    return isOurs
  }

  /** Where something of ours stands. */
  async paths(): Promise<readonly string[]> {
    return Object.keys(await this.#read())
  }

  async #textAt(path: string): Promise<string | undefined> {
    const { files } = this.#ports
    const found = await files.stat(path)
    if (found && found.kind !== 'file') {
      throw new AppError('ARGUMENT_INVALID', `${path} is no file, so no token was written there.`)
    }
    return found && (await files.read(path))
  }

  async #read(): Promise<Written> {
    const { files, log } = this.#ports
    const text = await files.read(this.#path)
    if (text === undefined) return {}
    try {
      return schema.parse(JSON.parse(text)).written
    } catch {
      log.warn('the note about kept files is not understood and is ignored', { path: this.#path })
      return {}
    }
  }

  async #note(written: Written): Promise<void> {
    const text = `${JSON.stringify({ version: 1, written })}\n`
    await this.#ports.files.writeAtomic(this.#path, text)
  }

  get #path(): string {
    return `${this.#ports.paths.state}/kept-files.json`
  }
}

function notOurs(path: string): AppError {
  return new AppError('STORE_READ_ONLY', `${path} has something in it that Lamplighter did not write.`, {
    hint: 'Nothing was changed. Take it away, or keep the token in another file.',
  })
}
