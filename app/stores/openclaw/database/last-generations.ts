/**
 * The newest tokens of each login in OpenClaw's databases, sealed in a file of ours. OpenClaw takes a refresh token out
 * before it sends it, and loses it when the answer does not come: then this is the only copy there is.
 */

import { z } from 'zod'
import { messageOf } from '../../../base/errors.ts'
import { parseJson } from '../../../base/json.ts'
import { join } from '../../../base/path.ts'
import type { Ports } from '../../../base/ports.ts'
import type { Credential } from '../../../model/credential.ts'
import { decodeCredential, encodeCredential } from '../../../model/credential-codec.ts'
import type { Entry } from '../../../model/holder.ts'

export type GenerationPorts = Pick<Ports, 'files' | 'keyring' | 'log' | 'paths' | 'random'>

const FILE = 'openclaw-generations.json'
const schema = z.object({ version: z.literal(1), generations: z.record(z.string(), z.string()) })

export class LastGenerations {
  readonly #ports: GenerationPorts
  readonly #path: string
  /** What is on the disk, as far as this process wrote it: hashes of the tokens by holder. */
  #kept = ''

  constructor(ports: GenerationPorts) {
    this.#ports = ports
    this.#path = join(ports.paths.state, FILE)
  }

  /**
   * Never throws: what cannot be kept is warned of, and the logins are as they were.
   * @param entries of all databases, as of now; what stands behind a fence stays kept
   */
  async keep(entries: readonly Entry[]): Promise<void> {
    const held = entries.filter(({ credential, lost }) => credential?.refreshToken && lost === undefined)
    const hashes = held.map(({ holder, credential }) => `${holder.id} ${this.#hashOf(credential)}`).join('\n')
    if (hashes === this.#kept) return
    try {
      const before = await this.#load()
      const known = new Set(entries.map(({ holder }) => holder.id))
      const generations = Object.fromEntries(Object.entries(before).filter(([id]) => known.has(id)))
      const key = held.length > 0 ? await this.#ports.keyring.key() : undefined
      for (const { holder, credential } of held) {
        if (!credential || !key) continue
        generations[holder.id] = this.#ports.random.seal(
          key,
          encodeCredential(credential),
          contextOf(holder.id),
        )
      }
      await this.#ports.files.writeAtomic(
        this.#path,
        `${JSON.stringify({ version: 1, generations }, null, 2)}\n`,
      )
      this.#kept = hashes
    } catch (error) {
      this.#ports.log.warn('The newest tokens of OpenClaw could not be kept.', { cause: messageOf(error) })
    }
  }

  /** Undefined when none was kept, or it cannot be opened now. */
  async find(holderId: string): Promise<Credential | undefined> {
    try {
      const sealed = (await this.#load())[holderId]
      if (sealed === undefined) return undefined
      const key = await this.#ports.keyring.key(sealed.split('.')[1])
      return decodeCredential(this.#ports.random.open(key, sealed, contextOf(holderId)))
    } catch (error) {
      this.#ports.log.warn('The kept tokens of an OpenClaw login could not be opened.', {
        holder: holderId,
        cause: messageOf(error),
      })
      return undefined
    }
  }

  async #load(): Promise<Readonly<Record<string, string>>> {
    const text = await this.#ports.files.read(this.#path)
    if (text === undefined) return {}
    const parsed = schema.safeParse(parseJson(text))
    if (parsed.success) return parsed.data.generations
    this.#ports.log.warn('the kept tokens of OpenClaw are not understood', { path: this.#path })
    return {}
  }

  #hashOf(credential: Credential | undefined): string {
    const { accessToken, refreshToken } = credential ?? {}
    return this.#ports.random.sha256Hex(`${accessToken?.expose() ?? ''}\0${refreshToken?.expose() ?? ''}`)
  }
}

function contextOf(holderId: string): string {
  return `openclaw generation ${holderId}`
}
