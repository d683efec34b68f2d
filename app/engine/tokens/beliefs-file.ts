/** beliefs.json in the state folder, shared by every Lamplighter on this machine. */
import type { Ports } from '../../base/ports.ts'
import { withLock } from '../../base/with-lock.ts'
import {
  type Beliefs,
  longestLifeMs,
  NO_BELIEFS,
  parseBeliefs,
  type Refusal,
  stillBelieved,
  withRefusal,
} from './beliefs.ts'

type BeliefPorts = Pick<Ports, 'clock' | 'files' | 'lock' | 'log' | 'paths' | 'random'>

const LOCK_WAIT_MS = 5_000

export class BeliefKeeper {
  readonly #ports: BeliefPorts
  #beliefs: Beliefs = NO_BELIEFS

  /** What was reckoned with longestLifeMs() may be wrong now. */
  onChange: () => void = () => undefined

  constructor(ports: BeliefPorts) {
    this.#ports = ports
  }

  /** What the last load() or report() found. Undefined: nothing shorter than what the tokens say. */
  longestLifeMs(provider: string): number | undefined {
    if (!Object.hasOwn(this.#beliefs.providers, provider)) return undefined // nearly always, and asked a thousand times
    return longestLifeMs(stillBelieved(this.#beliefs, this.#ports.clock.now()), provider)
  }

  /** A note that cannot be read must not keep a login from being refreshed: then nothing is believed. */
  async load(): Promise<void> {
    try {
      const text = await this.#ports.files.read(this.#path)
      const parsed = text === undefined ? NO_BELIEFS : parseBeliefs(text)
      if (!parsed)
        this.#ports.log.warn('what was learned is not understood and is ignored', { path: this.#path })
      this.#believe(parsed ?? NO_BELIEFS)
    } catch (error) {
      this.#ports.log.warn('what was learned cannot be read', { path: this.#path, error })
    }
  }

  /** @returns false when this very token was reported before, by whomever. @throws AppError STORE_LOCKED, STORE_UNWRITABLE */
  async report(refusal: Refusal): Promise<boolean> {
    return withLock(this.#ports, 'beliefs', LOCK_WAIT_MS, async () => {
      await this.load()
      const nowMs = this.#ports.clock.now()
      if (Object.hasOwn(stillBelieved(this.#beliefs, nowMs).refused, refusal.fingerprint)) return false
      this.#believe(withRefusal(this.#beliefs, refusal, nowMs))
      await this.#ports.files.writeAtomic(this.#path, `${JSON.stringify(this.#beliefs)}\n`)
      return true
    })
  }

  /** The report came to nothing: the same token may be reported again. */
  async retract(fingerprint: string): Promise<void> {
    await withLock(this.#ports, 'beliefs', LOCK_WAIT_MS, async () => {
      await this.load()
      const { [fingerprint]: _, ...refused } = this.#beliefs.refused
      this.#believe({ ...this.#beliefs, refused })
      await this.#ports.files.writeAtomic(this.#path, `${JSON.stringify(this.#beliefs)}\n`)
    })
  }

  #believe(beliefs: Beliefs): void {
    this.#beliefs = beliefs
    this.onChange()
  }

  get #path(): string {
    return `${this.#ports.paths.state}/beliefs.json`
  }
}
