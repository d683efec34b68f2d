/** A whole machine on a throw-away home: real files, locks, sealing and stores; and what its history was told. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Ports } from '../../app/base/ports.ts'
import { createJournal, type Journal } from '../../app/engine/journal/journal.ts'
import { ProfileRegistry } from '../../app/engine/profiles/registry.ts'
import { scanStores } from '../../app/engine/profiles/scan-stores.ts'
import { createTransfer, type Transfer } from '../../app/features/transfer/transfer.ts'
import type { NewEvent } from '../../app/history/new-event.ts'
import type { Credential } from '../../app/model/credential.ts'
import type { StoreId } from '../../app/model/holder.ts'
import type { Profile } from '../../app/model/profile.ts'
import type { Provider } from '../../app/model/provider.ts'
import { Secret } from '../../app/model/secret.ts'
import { createNodePorts } from '../../app/platform/node-ports.ts'
import { generic } from '../../app/providers/generic.ts'
import { createOpenClawStore } from '../../app/stores/openclaw/store.ts'
import type { CredentialStore } from '../../app/stores/store.ts'
import { createVault, type VaultStore } from '../../app/stores/vault/store.ts'
import { findBuiltIn } from '../app/stores/openclaw/support.ts'
import { type Home, makeHome } from './home.ts'

export const LATER = Date.UTC(2032, 0, 1)
export const EARLIER = Date.UTC(2031, 0, 1)
export const PAST = Date.UTC(2020, 0, 1)

/** The stock providers, "steady", which never rotates, and "margin", for which OpenClaw stores expiries early as well. */
export function findProvider(name: string): Provider | undefined {
  if (name === 'steady') return { ...generic, id: name, name: 'Steady', rotation: 'never' }
  if (name === 'margin')
    return { ...generic, id: name, name: 'Margin', rotation: 'never', openclawBufferMs: 300_000 }
  return findBuiltIn(name)
}

export interface Machine {
  readonly home: Home
  readonly ports: Ports
  readonly vault: VaultStore
  readonly stores: ReadonlyMap<StoreId, CredentialStore>
  readonly journal: Journal
  readonly profiles: ProfileRegistry
  readonly transfer: Transfer
  readonly events: NewEvent[]
  readonly forgotten: string[]
  look(): Promise<void>
  scanned(): Promise<readonly Profile[]>
  /** The same machine after a restart: nothing in memory. */
  restarted(): Machine
  /** A file as it would come from somewhere else. */
  foreign(profiles: Record<string, unknown>, name?: string): Promise<string>
}

export async function makeMachine(change = (ports: Ports): Ports => ports): Promise<Machine> {
  return machineOn(await makeHome(), change)
}

function machineOn(home: Home, change: (ports: Ports) => Ports): Machine {
  const ports = change(createNodePorts({ label: 'test', env: home.env, logLevel: 'silent' }))
  const vault = createVault(ports)
  const stores = new Map<StoreId, CredentialStore>([
    ['openclaw', createOpenClawStore(ports, findProvider)],
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
  const look = async (): Promise<void> =>
    profiles.put(await scanStores({ ports, stores: [...stores.values()], journal, findProvider }))
  const events: NewEvent[] = []
  const forgotten: string[] = []
  const tools = { ports, stores, journal }
  const transfer = createTransfer({
    ports,
    tools,
    profiles,
    vault,
    findProvider,
    look,
    lookAfter: look,
    record: async (event) => events.push(event),
    forgetRetry: (id) => forgotten.push(id),
  })
  return {
    home,
    ports,
    vault,
    stores,
    journal,
    profiles,
    transfer,
    events,
    forgotten,
    look,
    async scanned() {
      await look()
      return [...profiles.snapshot.profiles.values()]
    },
    restarted: () => machineOn(home, change),
    async foreign(profiles, name = 'auth-profiles.json') {
      const path = join(dirname(home.path), 'from-t440', name)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, JSON.stringify({ version: 1, profiles }, null, 2))
      return path
    },
  }
}

export function credential(
  part: Partial<Omit<Credential, 'accessToken' | 'refreshToken'>> & {
    access?: string
    refresh?: string
  } = {},
): Credential {
  const { access = 'CANARY-access-here', refresh, ...rest } = part
  return {
    kind: 'oauth',
    accessToken: new Secret(access),
    ...(refresh === undefined ? {} : { refreshToken: new Secret(refresh) }),
    expiresAtMs: EARLIER,
    account: {},
    generation: 1,
    ...rest,
  }
}

/** An entry of auth-profiles.json for a provider that does not rotate. */
export function steady(part: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'oauth',
    provider: 'steady',
    access: 'CANARY-steady-access',
    refresh: 'CANARY-steady-refresh',
    expires: EARLIER,
    email: 'ada@example.test',
    ...part,
  }
}

export function codex(part: Record<string, unknown> = {}): Record<string, unknown> {
  return steady({
    provider: 'openai-codex',
    access: 'CANARY-codex-access',
    refresh: 'CANARY-codex-refresh',
    accountId: 'account-1',
    ...part,
  })
}
