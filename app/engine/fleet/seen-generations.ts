/**
 * The newest generation of each grant that this machine has seen, over its starts: an engine that was restored from a backup
 * shows an older one, and the refresh token in it was spent long ago.
 */
import { z } from 'zod'
import { messageOf } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import type { Ports } from '../../base/ports.ts'

const schema = z.object({ version: z.literal(1), generations: z.record(z.string(), z.number().int()) })

export class SeenGenerations {
  readonly #ports: Pick<Ports, 'files' | 'log'>
  readonly #path: string
  readonly #seen = new Map<string, number>()
  #isNoted = true
  #writing: Promise<void> | undefined

  constructor(ports: Pick<Ports, 'files' | 'log'>, path: string) {
    this.#ports = ports
    this.#path = path
  }

  /** What another process of this machine has seen meanwhile counts as well. */
  async load(): Promise<void> {
    const text = await this.#ports.files.readTrusted(this.#path)
    const known = text === undefined ? undefined : schema.safeParse(parseJson(text)).data
    for (const [id, generation] of Object.entries(known?.generations ?? {})) {
      this.#seen.set(id, Math.max(generation, this.of(id)))
    }
  }

  of(id: string): number {
    return this.#seen.get(id) ?? 0
  }

  /** Written soon, once for all that is told until then. */
  note(id: string, generation: number): void {
    if (generation <= this.of(id)) return
    this.#seen.set(id, generation)
    this.#isNoted = false
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined
    })
  }

  async #write(): Promise<void> {
    while (!this.#isNoted) {
      await Promise.resolve()
      try {
        await this.load()
        this.#isNoted = true // what is told from now on is not in it
        const generations = Object.fromEntries(this.#seen)
        await this.#ports.files.writeAtomic(this.#path, JSON.stringify({ version: 1, generations }))
      } catch (error) {
        this.#isNoted = true // the next one that is told tries again
        this.#ports.log.warn('what the fleet has shown could not be noted', { error: messageOf(error) })
      }
    }
  }
}
