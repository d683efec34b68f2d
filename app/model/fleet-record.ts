/** What a fleet's register holds of a grant and of the right to spend it: in clear, what its operator may see. Pure. */
import { z } from 'zod'
import { parseJson } from '../base/json.ts'

const grantSchema = z.object({
  version: z.literal(1),
  /** One higher with each refresh token; the sealed credential's own. */
  generation: z.number().int(),
  /** Of the keys that seal it. */
  epoch: z.number().int(),
  /** Of the refresh token, under the fleet's key. */
  fingerprint: z.string(),
  expiresAtMs: z.number().optional(),
  /** Who wrote it. */
  node: z.string(),
  /** `rejected`: the provider ended it, or two requests were lost. `left`: it was taken out of the fleet. */
  state: z.enum(['ok', 'rejected', 'left']),
  /** For every node: what a program uses. */
  access: z.string(),
  /** For keepers: everything. */
  spend: z.string(),
})

export type GrantRecord = Readonly<z.infer<typeof grantSchema>>
/** What is in clear, and which sealed texts are bound to: a record that was changed does not open. */
export type GrantFacts = Omit<GrantRecord, 'access' | 'spend'>

const ticketSchema = z.object({
  version: z.literal(1),
  node: z.string(),
  /** Of that node's machine when it asked: after another start, what it had not flushed may be gone. */
  boot: z.string(),
  /** Like no other: whoever does not hear the outcome of a write finds it by this. */
  nonce: z.string(),
  /** 2 is the last: some servers allow a second request with the same token. */
  attempt: z.number().int(),
  generation: z.number().int(),
  /** `released`: nothing was used up at this attempt, which may be made again. */
  state: z.enum(['asking', 'released']),
})

export type FleetTicket = Readonly<z.infer<typeof ticketSchema>>

/** Undefined when it is not one, or of a version that is not known here. */
export function parseGrantRecord(text: string): GrantRecord | undefined {
  return grantSchema.safeParse(parseJson(text)).data
}

export function parseFleetTicket(text: string): FleetTicket | undefined {
  return ticketSchema.safeParse(parseJson(text)).data
}

/** Where a fleet's records lie. */
export class FleetLayout {
  readonly prefix: string

  constructor(fleet: string) {
    this.prefix = `/lamplighter/${fleet}/`
  }

  get grants(): string {
    return `${this.prefix}grants/`
  }

  grant(id: string): string {
    return this.grants + id
  }

  get fleet(): string {
    return `${this.prefix}fleet`
  }

  get nodes(): string {
    return `${this.prefix}nodes/`
  }

  node(node: string): string {
    return this.nodes + node
  }

  /** When a machine was there last, by its own word. */
  seen(node: string): string {
    return `${this.prefix}seen/${node}`
  }

  keys(epoch: number, node: string): string {
    return `${this.prefix}keys/${epoch}/${node}`
  }

  join(id: string): string {
    return `${this.prefix}joins/${id}`
  }

  /** To one who asked to join. */
  answer(id: string): string {
    return `${this.prefix}answers/${id}`
  }

  ticket(fingerprint: string): string {
    return `${this.prefix}tickets/${fingerprint}`
  }

  present(fingerprint: string): string {
    return `${this.prefix}present/${fingerprint}`
  }
}
