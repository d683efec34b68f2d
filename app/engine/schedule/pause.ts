/** A person's wish that nothing be refreshed by itself for a while; kept in the state folder, so that it survives a restart. */
import { z } from 'zod'
import type { Ports, Unwatch } from '../../base/ports.ts'

const pauseSchema = z.object({ version: z.literal(1), untilMs: z.number().optional() })

export interface Pause {
  /** Absent: until somebody resumes. */
  readonly untilMs?: number
}

type PausePorts = Pick<Ports, 'files' | 'paths' | 'clock' | 'log'>

export class PauseStore {
  readonly #ports: PausePorts
  #pause: Pause | undefined

  constructor(ports: PausePorts) {
    this.#ports = ports
  }

  /** Undefined when nothing is paused, or no longer. */
  get current(): Pause | undefined {
    const over = this.#pause?.untilMs !== undefined && this.#pause.untilMs <= this.#ports.clock.now()
    return over ? undefined : this.#pause
  }

  async load(): Promise<void> {
    try {
      const text = await this.#ports.files.read(this.#path)
      this.#pause = text === undefined ? undefined : parsePause(text)
    } catch {
      // Logins must not lapse because of a torn note to ourselves.
      this.#ports.log.warn('the note about a pause is not understood and is ignored', { path: this.#path })
    }
  }

  /** Another process paused or resumed. */
  watch(onChange: () => void): Unwatch {
    return this.#ports.files.watch(this.#ports.paths.state, () => {
      const before = this.#pause
      void this.load().then(() => {
        if (before?.untilMs !== this.#pause?.untilMs || !before !== !this.#pause) onChange()
      })
    })
  }

  async set(pause: Pause | undefined): Promise<void> {
    this.#pause = pause
    if (pause) await this.#ports.files.writeAtomic(this.#path, JSON.stringify({ version: 1, ...pause }))
    else await this.#ports.files.remove(this.#path)
  }

  get #path(): string {
    return `${this.#ports.paths.state}/pause.json`
  }
}

function parsePause(text: string): Pause {
  const { untilMs } = pauseSchema.parse(JSON.parse(text))
  return untilMs === undefined ? {} : { untilMs }
}
