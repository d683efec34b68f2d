/**
 * By the place a login is kept in: the authorization server that its tokens belong to, as of its first refresh or sign-in.
 * By the place, so that it outlasts every refresh, whoever makes it.
 *
 * Without the file, the next refresh of each login counts as its first.
 */
import { z } from 'zod'
import { AppError } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import type { Ports } from '../../base/ports.ts'
import { withLock } from '../../base/with-lock.ts'
import type { Holder } from '../../model/holder.ts'
import type { IssuedBy } from '../../oauth/issued-by.ts'

const one = z.object({ tokenEndpoint: z.string(), issuer: z.string().exactOptional() })
const schema = z.object({ version: z.literal(1), logins: z.record(z.string(), one) })

const LOCK = 'issuers'
const LOCK_WAIT_MS = 10_000 // a write takes a few milliseconds

type IssuersPorts = Pick<Ports, 'clock' | 'files' | 'lock' | 'log' | 'paths' | 'random'>
type Known = Readonly<Record<string, IssuedBy>>

export class Issuers {
  readonly #ports: IssuersPorts

  constructor(ports: IssuersPorts) {
    this.#ports = ports
  }

  /** By holder id. @throws AppError STORE_CORRUPT, STORE_UNREADABLE */
  async read(): Promise<ReadonlyMap<string, IssuedBy>> {
    return new Map(Object.entries(await this.#load()))
  }

  /** @throws AppError STORE_CORRUPT, STORE_LOCKED, STORE_UNWRITABLE */
  async record(holders: readonly Holder[], issuedBy: IssuedBy): Promise<void> {
    if (holders.length === 0) return
    await withLock(this.#ports, LOCK, LOCK_WAIT_MS, async () => {
      const added = Object.fromEntries(holders.map(({ id }) => [id, issuedBy]))
      const logins = { ...(await this.#load()), ...added }
      await this.#ports.files.writeAtomic(this.#path, `${JSON.stringify({ version: 1, logins }, null, 1)}\n`)
    })
  }

  async #load(): Promise<Known> {
    const text = await this.#ports.files.read(this.#path)
    if (text === undefined) return {}
    const parsed = schema.safeParse(parseJson(text))
    if (parsed.success) return parsed.data.logins
    throw new AppError('STORE_CORRUPT', `${this.#path} cannot be understood, so nothing is sent anywhere.`, {
      hint: 'It says which server each login belongs to. Restore it, or move it away once the endpoints in config.json are right.',
    })
  }

  get #path(): string {
    return `${this.#ports.paths.state}/issuers.json`
  }
}
