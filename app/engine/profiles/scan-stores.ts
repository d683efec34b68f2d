/** Every profile there is: what the stores hold, grouped into grants, with what the journal knows of their tokens. */

import { AppError, toFailure } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import type { Failure } from '../../contract/failure.ts'
import type { Credential } from '../../model/credential.ts'
import { groupIntoGrants } from '../../model/grant.ts'
import { type Entry, type HeldEntry, leftAlone, type StoreId } from '../../model/holder.ts'
import { isUsedUp, type JournalEntry } from '../../model/journal-entry.ts'
import { lineageOf } from '../../model/lineage.ts'
import { nameProfiles } from '../../model/profile.ts'
import type { Provider } from '../../model/provider.ts'
import { NOTHING, type Snapshot } from '../../model/snapshot.ts'
import { successionSince } from '../../model/succession.ts'
import { type StorePlace, unreadablePlaces, withLogins, withSince } from '../../model/unreadable-place.ts'
import { asItStands, placeUnknown, type Unstored, withoutPlace, withUnstored } from '../../model/unstored.ts'
import type { CredentialStore } from '../../stores/store.ts'
import { fingerprintOf } from '../journal/fingerprint.ts'
import type { Journal } from '../journal/journal.ts'
import { withReplaced } from '../journal/replaced-tokens.ts'

export interface ScanDeps {
  readonly ports: Pick<Ports, 'clock' | 'random'>
  readonly stores: readonly CredentialStore[]
  readonly journal: Journal
  readonly findProvider: (name: string) => Provider | undefined
  /** Successors that only our memory holds, by the fingerprint that was spent. */
  readonly unsaved?: ReadonlyMap<string, Credential>
  /** Stores whose logins a person leaves to their owner. */
  readonly leaves?: (store: StoreId) => boolean
  readonly before?: Snapshot
}

export async function scanStores(tools: ScanDeps): Promise<Snapshot> {
  const places: StorePlace[] = []
  const problems: Failure[] = []
  const tickets = new Map<string, JournalEntry>()
  const newest = new Map<string, string>()
  const open = new Map<string, JournalEntry | undefined>()
  const found: HeldEntry[] = []
  for (const store of tools.stores) {
    let scan = await store.scan()
    let held = await holdAll(scan.entries)
    // The stores are written before the journal calls a token spent: whoever reads "spent" may have read the store a
    // moment too early, and sees the successor on a second look.
    if (held.some((entry) => entry.spent)) {
      scan = await store.scan()
      held = await holdAll(scan.entries)
    }
    places.push(...scan.places.map((place) => ({ place, store })))
    found.push(...held)
  }
  for (const ticket of await tools.journal.answers()) open.set(ticket.fingerprint, ticket)
  const entries = (await withReplaced(tools.ports, { replacedBy }, found)).map(withMade)
  for (const grant of tools.unsaved?.keys() ?? []) open.set(grant, open.get(grant))
  const unstored: Unstored[] = []
  for (const [grant, ticket] of open) unstored.push(await describe(grant, ticket))
  return gather()

  function gather(): Snapshot {
    const newestOf = (fingerprint: string): string => newest.get(fingerprint) ?? fingerprint
    const { profiles: seen, descent: known } = tools.before ?? NOTHING
    const before = [...seen.values()].flatMap(({ grant }) => grant.entries)
    const descent = successionSince({ entries: before, descent: known }, entries)
    const kinOf = (fingerprint: string): string => {
      const place = descent.get(fingerprint)
      const next = place === undefined ? undefined : entries.find((entry) => entry.holder.id === place)
      return newestOf(next?.fingerprint ?? fingerprint)
    }
    const holding = (one: Unstored) => (entry: HeldEntry) =>
      entry.fingerprint !== undefined && newestOf(entry.fingerprint) === one.newest
    const inPlaceOf = (one: Unstored) => (entry: HeldEntry) =>
      one.holders.some((holder) => holder.id === entry.holder.id)
    const homeless = unstored.filter((one) => !entries.some(holding(one)) && !entries.some(inPlaceOf(one)))
    const shown = homeless.filter((one) => one.ours).map((one) => ({ one, found: withoutPlace(one) }))
    for (const { one, found } of shown) {
      if (found.length === 0) problems.push(placeUnknown(tickets.get(one.grant)?.profileId ?? one.grant))
    }
    const everything = [...entries, ...shown.flatMap(({ found }) => found)]
    const readable = groupIntoGrants(everything, kinOf).map((grant) =>
      withUnstored(
        grant,
        unstored.filter(
          (one) =>
            holding(one)(grant.current) || (!grant.current.credential && inPlaceOf(one)(grant.current)),
        ),
      ),
    )
    const silent = unreadablePlaces(places, readable)
    const grants = [...readable, ...silent.map((entry) => ({ entries: [entry], current: entry }))]
    const profiles = new Map(nameProfiles(grants).map((profile) => [profile.id, profile]))
    const unfinished = new Map<string, readonly string[]>()
    for (const one of unstored) {
      if (!one.ours || homeless.includes(one)) continue
      const all = [...profiles.values()]
      const home =
        all.find((profile) => profile.grant.entries.some(holding(one))) ??
        all.find((profile) => profile.grant.entries.some(inPlaceOf(one)))
      if (home) unfinished.set(home.id, [...(unfinished.get(home.id) ?? []), one.grant])
    }
    const atMs = tools.ports.clock.now()
    return {
      atMs,
      profiles,
      places: places.map((one) => withSince(withLogins(one, grants), tools.before ?? NOTHING, atMs)),
      problems,
      tickets,
      unfinished,
      descent,
    }
  }

  function withMade(entry: HeldEntry): HeldEntry {
    const made = entry.fingerprint !== undefined && tools.journal.hasMade(entry.fingerprint)
    return made ? { ...entry, made } : entry
  }

  async function holdAll(all: readonly Entry[]): Promise<readonly HeldEntry[]> {
    const held: HeldEntry[] = []
    for (const entry of all) held.push(await hold(entry))
    return held
  }

  async function hold(found: Entry): Promise<HeldEntry> {
    const entry = tools.leaves?.(found.holder.store) ? leftAlone(found) : found
    const fingerprint = fingerprintOf(tools.ports, entry.credential)
    const provider = tools.findProvider(entry.provider)?.id ?? entry.provider
    if (fingerprint === undefined) return { ...entry, provider, spent: false }
    const lineage = await lineageOf(fingerprint, ticketOf)
    newest.set(fingerprint, lineage.newest)
    if (lineage.unstored) open.set(lineage.unstored.fingerprint, lineage.unstored)
    return { ...entry, provider, fingerprint, spent: isUsedUp(tickets.get(fingerprint)) }
  }

  async function describe(grant: string, ticket: JournalEntry | undefined): Promise<Unstored> {
    const { newest: end } = await lineageOf(grant, ticketOf)
    newest.set(grant, end)
    const isMine = tools.unsaved?.has(grant) === true
    const credential = ticket?.sealed === undefined ? tools.unsaved?.get(grant) : await unsealed(ticket)
    return {
      grant,
      newest: end,
      successor: fingerprintOf(tools.ports, credential) ?? end,
      credential,
      holders: ticket?.home?.holders ?? [],
      provider: ticket?.home?.provider,
      ours:
        isMine ||
        ticket?.state === 'superseded' ||
        (ticket !== undefined && !tools.journal.isOwnerAlive(ticket)),
    }
  }

  async function unsealed(ticket: JournalEntry): Promise<Credential | undefined> {
    try {
      return await tools.journal.successorOf(ticket)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      problems.push(toFailure(error))
      return undefined
    }
  }

  async function replacedBy(fingerprint: string): Promise<readonly string[]> {
    try {
      return await tools.journal.replacedBy(fingerprint)
    } catch (error) {
      problems.push(toFailure(error))
      return []
    }
  }

  async function ticketOf(fingerprint: string): Promise<JournalEntry | undefined> {
    const known = tickets.get(fingerprint)
    if (known) return known
    try {
      const ticket = await tools.journal.read(fingerprint)
      if (!ticket) return undefined
      const seen = asItStands(ticket, tools.journal.isOwnerAlive(ticket))
      tickets.set(fingerprint, seen)
      return seen
    } catch (error) {
      problems.push(toFailure(error))
      return undefined
    }
  }
}
