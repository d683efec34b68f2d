/**
 * The newest record of each grant that this machine has seen, over its starts: a register that was put back from a backup
 * shows an older one, and the refresh token in it was spent long ago. Sealed as in the register, a file for each.
 */
import { z } from 'zod'
import { messageOf } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import type { Ports } from '../../base/ports.ts'

const schema = z.object({ version: z.literal(1), generation: z.number().int(), record: z.string() })
type Seen = Readonly<Omit<z.infer<typeof schema>, 'version'>>

const NAME = /^([0-9a-f]{12})\.json$/

export class SeenGrants {
  readonly #ports: Pick<Ports, 'files' | 'log'>
  readonly #folder: string
  readonly #seen = new Map<string, Seen>()
  readonly #unwritten = new Set<string>()
  #writing: Promise<void> | undefined

  constructor(ports: Pick<Ports, 'files' | 'log'>, folder: string) {
    this.#ports = ports
    this.#folder = folder
  }

  async load(): Promise<void> {
    for (const name of await this.#ports.files.list(this.#folder)) {
      const id = NAME.exec(name)?.[1]
      if (id !== undefined) await this.#read(id)
    }
  }

  /** Of everything that was ever shared. */
  get ids(): readonly string[] {
    return [...this.#seen.keys()]
  }

  generationOf(id: string): number {
    return this.#seen.get(id)?.generation ?? 0
  }

  recordOf(id: string): string | undefined {
    return this.#seen.get(id)?.record
  }

  /** Written soon, once for all that is told until then. */
  note(id: string, generation: number, record: string): void {
    if (generation < this.generationOf(id) || record === this.recordOf(id)) return
    this.#seen.set(id, { generation, record })
    this.#unwritten.add(id)
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined
    })
  }

  /** What another process of this machine has seen meanwhile counts as well. */
  async #read(id: string): Promise<void> {
    const text = await this.#ports.files.readTrusted(this.#pathOf(id))
    const found = text === undefined ? undefined : schema.safeParse(parseJson(text)).data
    if (found && found.generation > this.generationOf(id)) this.#seen.set(id, found)
  }

  async #write(): Promise<void> {
    await Promise.resolve()
    for (const id of this.#unwritten) {
      this.#unwritten.delete(id) // what is told from now on is not in it
      try {
        await this.#read(id)
        const text = JSON.stringify({ version: 1, ...this.#seen.get(id) })
        await this.#ports.files.writeAtomic(this.#pathOf(id), text)
      } catch (error) {
        this.#ports.log.warn('what the fleet has shown could not be noted', { error: messageOf(error) })
      }
    }
  }

  #pathOf(id: string): string {
    return `${this.#folder}/${id}.json`
  }
}
