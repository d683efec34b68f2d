/** One machine of a fleet: what it knows, and what it does with it. Built without touching anything; start() connects. */
import { messageOf } from '../../base/errors.ts'
import type { Boot, Ports } from '../../base/ports.ts'
import type { Register } from '../../base/register.ts'
import type { Credential } from '../../model/credential.ts'
import { FleetLayout } from '../../model/fleet-record.ts'
import type { ResolvedProvider } from '../../model/provider.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import { createJournal } from '../journal/journal.ts'
import type { FleetContext } from './context.ts'
import { deliverAll } from './deliver.ts'
import { FleetGrants } from './fleet-grants.ts'
import { type FleetKeys, openAccess, type SharedLogin } from './grant-seal.ts'
import { refreshShared } from './refresh-shared.ts'
import { SeenGrants } from './seen-grants.ts'
import { SeenTickets } from './seen-tickets.ts'
import { type Shared, shareLogin } from './share.ts'
import { takeOut } from './take-out.ts'

export interface FleetNodeDeps {
  readonly ports: Pick<
    Ports,
    'clock' | 'files' | 'http' | 'keyring' | 'lock' | 'log' | 'paths' | 'process' | 'random'
  >
  readonly boot: Boot
  /** This node's id. */
  readonly node: string
  /** What a person calls the fleet. */
  readonly name: string
  readonly register: Register
  readonly keys: FleetKeys
  /** Where its tokens go. */
  readonly resolve: (login: SharedLogin) => Promise<ResolvedProvider>
}

export class FleetNode {
  #tools: FleetContext
  readonly #grants: FleetGrants
  readonly #files: Ports['files']
  readonly #folder: string
  #delivering: Promise<void> | undefined

  constructor(deps: FleetNodeDeps) {
    const { ports, register, keys } = deps
    const { clock, log, paths } = ports
    const layout = new FleetLayout(keys.fleet)
    const own = `fleets/${keys.fleet}`
    const seen = new SeenGrants(ports, `${paths.state}/${own}/grants`)
    this.#grants = new FleetGrants({ clock, log, register, layout, seen })
    this.#folder = `${paths.state}/${own}/journal`
    this.#files = ports.files
    const journal = createJournal({
      ...ports,
      paths: { ...paths, journal: this.#folder, refuge: `${paths.refuge}/${own}` },
    })
    this.#tools = { ...deps, layout, grants: this.#grants, journal, seen: new SeenTickets(clock) }
  }

  get grants(): FleetGrants {
    return this.#grants
  }

  /** Since the start: what was renewed by this node, by others, and how often others had the ticket. */
  get counts(): { readonly here: number; readonly elsewhere: number; readonly ticketsLost: number } {
    const { node, seen } = this.#tools
    const here = this.#grants.renewals.get(node) ?? 0
    const all = [...this.#grants.renewals.values()].reduce((sum, count) => sum + count, 0)
    return { here, elsewhere: all - here, ticketsLost: seen.lost }
  }

  /** Works without the register, too. @throws AppError STORE_UNWRITABLE */
  async start(): Promise<void> {
    await this.#files.makeFolder(this.#folder) // room is set aside there before anything is claimed
    this.#grants.onChange((grant) => {
      if (!grant && !this.#grants.behind) void this.#deliver() // the register is there, for the first time or again
    })
    await this.#grants.start()
  }

  async stop(): Promise<void> {
    this.#grants.stop()
    await this.#delivering
    await this.#tools.register.close()
  }

  /** What a program uses, without the refresh token; undefined when the fleet does not hold it. @throws AppError STORE_CORRUPT */
  login(id: string): SharedLogin | undefined {
    const { ports, keys } = this.#tools
    const grant = this.#grants.get(id)
    return grant && openAccess(ports, keys, id, grant.record)
  }

  /** @param seen the caller's: anything newer that works is used instead of spending */
  refresh(id: string, seen: Pick<Credential, 'generation'>): Promise<RefreshOutcome> {
    return refreshShared(this.#tools, id, seen.generation)
  }

  /** Those of a new epoch: what is written from now on is sealed under them. */
  rekey(keys: FleetKeys): void {
    this.#tools = { ...this.#tools, keys }
  }

  /** @throws RegisterFailure; AppError NOT_REFRESHABLE, STORE_LOCKED while another machine refreshes it */
  takeOut(id: string): Promise<SharedLogin> {
    return takeOut(this.#tools, id)
  }

  /** @throws RegisterFailure; AppError NOT_REFRESHABLE */
  share(login: SharedLogin): Promise<Shared> {
    return shareLogin(this.#tools, login)
  }

  /** An answer that the register does not have yet goes there as soon as it can be reached. */
  #deliver(): Promise<void> {
    this.#delivering ??= deliverAll(this.#tools)
      .catch((error: unknown) => {
        this.#tools.ports.log.warn('what came for the fleet is still in the journal', {
          error: messageOf(error),
        })
      })
      .finally(() => {
        this.#delivering = undefined
      })
    return this.#delivering
  }
}
