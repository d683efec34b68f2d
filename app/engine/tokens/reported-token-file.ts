/** reported-tokens.json in the state folder, shared by every Lamplighter on this machine: each token is acted upon once. */
import { z } from 'zod'
import type { Ports } from '../../base/ports.ts'
import { withLock } from '../../base/with-lock.ts'

type ReportPorts = Pick<Ports, 'clock' | 'files' | 'lock' | 'log' | 'paths' | 'random'>

const LOCK = 'reported-tokens'
const LOCK_WAIT_MS = 5_000
const KEPT_MS = 7 * 24 * 60 * 60 * 1000

const schema = z.object({
  version: z.literal(1),
  /** By the access token's fingerprint: when it was reported. */
  reported: z.record(z.string(), z.number()),
})

type Reported = Readonly<Record<string, number>>

export class ReportedTokenFile {
  readonly #ports: ReportPorts

  constructor(ports: ReportPorts) {
    this.#ports = ports
  }

  /** @returns false when this very token was reported before, by whomever. @throws AppError STORE_LOCKED, STORE_UNWRITABLE */
  async add(fingerprint: string): Promise<boolean> {
    return withLock(this.#ports, LOCK, LOCK_WAIT_MS, async () => {
      const reported = await this.#read()
      if (Object.hasOwn(reported, fingerprint)) return false
      await this.#write({ ...reported, [fingerprint]: this.#ports.clock.now() })
      return true
    })
  }

  /** The report came to nothing: the same token may be reported again. */
  async remove(fingerprint: string): Promise<void> {
    await withLock(this.#ports, LOCK, LOCK_WAIT_MS, async () => {
      const { [fingerprint]: _, ...others } = await this.#read()
      await this.#write(others)
    })
  }

  /** A list that cannot be read must not keep a login from being refreshed: then nothing was reported. */
  async #read(): Promise<Reported> {
    const { clock, files, log } = this.#ports
    try {
      const text = await files.read(this.#path)
      const parsed = text === undefined ? { reported: {} } : parse(text)
      if (!parsed)
        log.warn('the list of reported tokens is not understood and is ignored', { path: this.#path })
      return stillKept(parsed?.reported ?? {}, clock.now())
    } catch (error) {
      log.warn('the list of reported tokens cannot be read', { path: this.#path, error })
      return {}
    }
  }

  async #write(reported: Reported): Promise<void> {
    await this.#ports.files.writeAtomic(this.#path, `${JSON.stringify({ version: 1, reported })}\n`)
  }

  get #path(): string {
    return `${this.#ports.paths.state}/reported-tokens.json`
  }
}

/** Undefined when it is not understood. */
function parse(text: string): { readonly reported: Reported } | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Without what was reported a week ago; a time far ahead is by another clock, and as little worth. */
function stillKept(reported: Reported, nowMs: number): Reported {
  return Object.fromEntries(Object.entries(reported).filter(([, atMs]) => Math.abs(nowMs - atMs) < KEPT_MS))
}
