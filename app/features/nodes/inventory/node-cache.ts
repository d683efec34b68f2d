/** What the last contact with each machine told, kept in the state folder. Nothing in it is secret. */
import { z } from 'zod'
import { messageOf } from '../../../base/errors.ts'
import { parseJson } from '../../../base/json.ts'
import type { Ports } from '../../../base/ports.ts'
import type { Failure } from '../../../contract/failure.ts'
import type { ReachView } from '../../../contract/nodes.ts'
import { type NodeLogin, nodeLogin } from '../connection/protocol.ts'

/** A login of another machine, with what our own journal knows of its token. */
export interface KnownLogin extends NodeLogin {
  /** The end of the chain of refreshes that we saw begin at its token, where that is not its own end. */
  readonly newestHere?: string | undefined
}

export interface Known {
  readonly destination: string
  /** Only where a person has trusted it. */
  readonly machine?: string
  readonly reach: Exclude<ReachView, { kind: 'asking' }>
  readonly logins: readonly KnownLogin[]
  /** By our fingerprint of a token of ours: their fingerprint of what it became there. */
  readonly lineage: Readonly<Record<string, string>>
}

const failure = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string().optional(),
  detail: z.string().optional(),
})
const reach = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unknown') }),
  z.object({
    kind: z.literal('reached'),
    atMs: z.number(),
    by: z.enum(['host', 'cli', 'files']),
    version: z.string().optional(),
    limits: z.string().optional(),
  }),
  z.object({ kind: z.literal('unreachable'), atMs: z.number(), failure }),
])
const schema = z.object({
  version: z.literal(1),
  destination: z.string(),
  machine: z.string().optional(),
  reach,
  logins: z.array(nodeLogin.extend({ newestHere: z.string().optional() })),
  lineage: z.record(z.string(), z.string()),
})

type KnownPorts = Pick<Ports, 'files' | 'log' | 'paths' | 'random'>

export class NodeCache {
  readonly #ports: KnownPorts
  readonly #known = new Map<string, Known>()

  constructor(ports: KnownPorts) {
    this.#ports = ports
  }

  get(destination: string): Known {
    return (
      this.#known.get(destination) ?? { destination, reach: { kind: 'unknown' }, logins: [], lineage: {} }
    )
  }

  /** What other processes wrote meanwhile counts. */
  async load(destinations: readonly string[]): Promise<void> {
    for (const destination of destinations) {
      const text = await this.#ports.files.read(this.#path(destination))
      const found = text === undefined ? undefined : schema.safeParse(parseJson(text)).data
      if (found) this.#known.set(destination, asKnown(found))
    }
  }

  /** It counts at once; that it could not be written down is no reason to fail. */
  async put(known: Known): Promise<void> {
    this.#known.set(known.destination, known)
    try {
      await this.#ports.files.writeAtomic(
        this.#path(known.destination),
        `${JSON.stringify({ version: 1, ...known }, null, 1)}\n`,
        { mayBeLost: true },
      )
    } catch (error) {
      this.#ports.log.warn('what a node told could not be written down', { error: messageOf(error) })
    }
  }

  async forget(destination: string): Promise<void> {
    this.#known.delete(destination)
    await this.#ports.files.remove(this.#path(destination))
  }

  #path(destination: string): string {
    return `${this.#ports.paths.state}/nodes/${this.#ports.random.sha256Hex(destination).slice(0, 16)}.json`
  }
}

function asKnown({ version: _, ...known }: z.infer<typeof schema>): Known {
  return known as Known // JSON has no undefined: absent is absent
}

/** When it was last tried in vain. */
export function failedAt(known: Known): { readonly atMs: number; readonly failure: Failure } | undefined {
  return known.reach.kind === 'unreachable' ? known.reach : undefined
}
