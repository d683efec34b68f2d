/** A machine on a throw-away home: real files, locks, sealing and stores; and its parts one by one, with what its history was told. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Ports } from '../../app/base/ports.ts'
import { type Core, createCore } from '../../app/core.ts'
import { createJournal, type Journal } from '../../app/engine/journal/journal.ts'
import { ProfileRegistry } from '../../app/engine/profiles/profile-registry.ts'
import { scanStores } from '../../app/engine/profiles/scan-stores.ts'
import { createTransfer, type Transfer } from '../../app/features/transfer/transfer.ts'
import type { NewEvent } from '../../app/history/new-event.ts'
import type { StoreId } from '../../app/model/holder.ts'
import type { Profile } from '../../app/model/profile.ts'
import { createNodePorts } from '../../app/platform/node-ports.ts'
import { createOpenClawStore } from '../../app/stores/openclaw/store.ts'
import type { CredentialStore } from '../../app/stores/store.ts'
import { createVault, type VaultStore } from '../../app/stores/vault/store.ts'
import type { AuthorizationServer, MintedGrant } from '../fakes/authorization-server.ts'
import { type Home, makeHome } from './home.ts'
import { credential, findProvider } from './logins.ts'
import { type Change, type Started, TestMachine } from './test-machine.ts'

export const PROFILE = 'acme:ada@example.test'

export class HomeMachine extends TestMachine<Ports> {
  static async make(change?: Change<Ports>): Promise<HomeMachine> {
    return new HomeMachine(await makeHome(), change)
  }

  readonly home: Home
  readonly ports: Ports
  readonly vault: VaultStore
  readonly stores: ReadonlyMap<StoreId, CredentialStore>
  readonly journal: Journal
  readonly profiles: ProfileRegistry
  readonly transfer: Transfer
  readonly events: NewEvent[] = []
  readonly forgotten: string[] = []
  readonly #change: Change<Ports>

  /** Nothing of what an earlier one on the same home had in memory, as after a restart. */
  constructor(home: Home, change: Change<Ports> = (ports) => ports) {
    super()
    this.home = home
    this.#change = change
    const ports = change(this.newPorts())
    const vault = createVault(ports)
    const openclaw = createOpenClawStore(ports, findProvider)
    const stores = new Map<StoreId, CredentialStore>([
      ['openclaw', openclaw],
      ['vault', vault],
    ])
    const journal = createJournal(ports)
    const profiles = new ProfileRegistry({
      clock: ports.clock,
      findProvider,
      refreshingSinceMs: () => undefined,
      retryOf: () => undefined,
      keeping: () => 'nobody',
    })
    this.ports = ports
    this.vault = vault
    this.stores = stores
    this.journal = journal
    this.profiles = profiles
    this.transfer = createTransfer({
      ports,
      tools: { ports, stores, journal },
      profiles,
      vault,
      findProvider,
      look: () => this.look(),
      lookAfter: () => this.look(),
      record: async (event) => this.events.push(event),
      forgetRetry: (id) => this.forgotten.push(id),
    })
  }

  newPorts(): Ports {
    return createNodePorts({ label: 'test', env: this.home.env, logLevel: 'silent' })
  }

  newProcess(change: Change<Ports> = this.#change): Started<Ports> {
    const ports = this.newPorts()
    return { core: createCore(change(ports)), ports }
  }

  run<T>(work: Promise<T>): Promise<T> {
    return work
  }

  restarted(): HomeMachine {
    return new HomeMachine(this.home, this.#change)
  }

  /** The core of a process that runs no schedule. */
  async open(change?: Change<Ports>): Promise<Core> {
    return (await this.start(false, change)).core
  }

  /** In its vault, one login of a real provider, lapsed a minute ago. */
  async seed(server: AuthorizationServer): Promise<MintedGrant> {
    await this.home.writeConfig({
      providers: { acme: { issuer: server.issuer, clientId: server.clientId } },
    })
    const grant = await server.mint({ account: 'ada', expiresInSec: -60 })
    const login = credential({
      access: grant.access_token,
      refresh: grant.refresh_token,
      expiresAtMs: Date.now() - 60_000,
      scope: grant.scope.split(' '),
      account: { id: grant.account.sub, email: grant.account.email },
    })
    await this.addLogin(PROFILE, login)
    return grant
  }

  async look(): Promise<void> {
    const { ports, journal } = this
    this.profiles.put(await scanStores({ ports, stores: [...this.stores.values()], journal, findProvider }))
  }

  async scanned(): Promise<readonly Profile[]> {
    await this.look()
    return [...this.profiles.snapshot.profiles.values()]
  }

  /** A file as it would come from somewhere else. */
  async foreign(profiles: Record<string, unknown>, name = 'auth-profiles.json'): Promise<string> {
    const path = join(dirname(this.home.path), 'from-t440', name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, JSON.stringify({ version: 1, profiles }, null, 2))
    return path
  }
}
