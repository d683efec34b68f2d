/** Every profile there is: what the stores hold, grouped into grants, with what the journal knows of their tokens. */
import type { Failure } from '../contract/failure.ts'
import type { PlaceView } from '../contract/views.ts'
import { toFailure } from '../errors.ts'
import type { Ports } from '../ports.ts'
import type { Provider } from '../providers/provider.ts'
import { fingerprintOf } from '../refresh/holders.ts'
import type { Journal, Ticket } from '../refresh/journal.ts'
import type { Entry, Store } from '../stores/store.ts'
import { groupIntoGrants, type HeldEntry } from './grant.ts'
import { nameProfiles, type Profile } from './profile.ts'

/** Guards against a ring in the journal, which nothing of ours writes. */
const MAX_CHAIN = 10_000

export interface Look {
  readonly atMs: number
  readonly profiles: ReadonlyMap<string, Profile>
  readonly places: readonly PlaceView[]
  readonly problems: readonly Failure[]
  /** The journal's word on each current refresh token. */
  readonly tickets: ReadonlyMap<string, Ticket>
}

export interface LookTools {
  readonly ports: Pick<Ports, 'clock' | 'random'>
  readonly stores: readonly Store[]
  readonly journal: Journal
  readonly findProvider: (name: string) => Provider | undefined
}

export const NOTHING: Look = { atMs: 0, profiles: new Map(), places: [], problems: [], tickets: new Map() }

export async function lookAtStores(tools: LookTools): Promise<Look> {
  const places: PlaceView[] = []
  const problems: Failure[] = []
  const tickets = new Map<string, Ticket>()
  const newest = new Map<string, string>()
  const entries: HeldEntry[] = []
  for (const store of tools.stores) {
    let scan = await store.scan()
    let held = await holdAll(scan.entries)
    // The stores are written before the journal calls a token spent: whoever reads "spent" may have read the store a
    // moment too early, and sees the successor on a second look.
    if (held.some((entry) => entry.spent)) {
      scan = await store.scan()
      held = await holdAll(scan.entries)
    }
    places.push(...scan.places)
    entries.push(...held)
  }
  const grants = groupIntoGrants(entries, (fingerprint) => newest.get(fingerprint) ?? fingerprint)
  const profiles = new Map(nameProfiles(grants).map((profile) => [profile.id, profile]))
  return { atMs: tools.ports.clock.now(), profiles, places, problems, tickets }

  async function holdAll(all: readonly Entry[]): Promise<readonly HeldEntry[]> {
    const held: HeldEntry[] = []
    for (const entry of all) held.push(await hold(entry))
    return held
  }

  async function hold(entry: Entry): Promise<HeldEntry> {
    const fingerprint = fingerprintOf(tools.ports, entry.credential)
    const provider = tools.findProvider(entry.provider)?.id ?? entry.provider
    if (fingerprint === undefined) return { ...entry, provider, spent: false }
    const ticket = await follow(fingerprint)
    return { ...entry, provider, fingerprint, spent: ticket?.state === 'spent' }
  }

  /** Follows the chain of refreshes from this token to its newest successor. */
  async function follow(first: string): Promise<Ticket | undefined> {
    let fingerprint = first
    for (let step = 0; step < MAX_CHAIN; step++) {
      const ticket = tickets.get(fingerprint) ?? (await readTicket(fingerprint))
      if (ticket) tickets.set(fingerprint, ticket)
      const successor = ticket?.state === 'spent' ? ticket.successor : undefined
      if (successor === undefined || successor === fingerprint) break
      fingerprint = successor
    }
    newest.set(first, fingerprint)
    return tickets.get(first)
  }

  async function readTicket(fingerprint: string): Promise<Ticket | undefined> {
    try {
      return await tools.journal.read(fingerprint)
    } catch (error) {
      problems.push(toFailure(error))
      return undefined
    }
  }
}
