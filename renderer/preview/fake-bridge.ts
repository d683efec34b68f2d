/** A bridge without a core: it keeps its own overview, history and logins, and answers as the real one would. */
import type { Bridge, EventName, Events, RequestName, Requests } from '../../app/contract/channels.ts'
import type { Failure, Reply } from '../../app/contract/failure.ts'
import type {
  HistoryEventView,
  LockView,
  LoginRequest,
  LoginStep,
  LoginView,
  OverviewView,
  ProfileView,
  ProviderInput,
  ProviderView,
  RaceView,
  SettingsView,
} from '../../app/contract/views.ts'
import { HOUR, MINUTE } from '../format/time.ts'
import { dueNow } from '../model/profile-rows.ts'
import { createFakeDoors, type FakeDoorWorld } from './fake-doors.ts'
import { createFakeExports } from './fake-exports.ts'
import { createFakeFleet, type FakeFleetWorld } from './fake-fleet.ts'
import { createFakeHooks } from './fake-hooks.ts'
import { createFakeImports, type FakeImportWorld, Refusal } from './fake-imports.ts'
import { createFakeNodes, type FakeNodeWorld } from './fake-nodes.ts'
import { createFakePrograms, type FakeProgramWorld } from './fake-programs.ts'
import { createFakeSafety, type FakeSafetyWorld } from './fake-safety.ts'
import { sampleCatalogue, sampleEntry } from './sample-catalogue.ts'
import { KNOWN_PROVIDERS, sampleEvent } from './sample-crowd.ts'
import { OWNERS } from './sample-places.ts'
import { sampleProfile } from './sample-profiles.ts'
import { ABOUT, changed, SETTINGS, SUPPORT } from './sample-settings.ts'

export interface FakeBridge extends Bridge {
  /** Every request so far, in order. */
  readonly asked: readonly { readonly name: RequestName; readonly args: readonly unknown[] }[]
  emit<N extends EventName>(name: N, payload: Events[N]): void
  setOverview(overview: OverviewView): void
  /** Moves a login on, as the provider or the browser would. */
  step(loginId: string, step: LoginStep): void
  /** The next request of this name is refused. */
  refuse(name: RequestName, failure: Failure): void
}

export interface FakeWorld
  extends FakeImportWorld,
    FakeSafetyWorld,
    FakeNodeWorld,
    FakeFleetWorld,
    FakeProgramWorld,
    FakeDoorWorld {
  readonly overview: OverviewView
  readonly history?: readonly HistoryEventView[]
  readonly races?: readonly RaceView[]
  readonly providers?: readonly ProviderView[]
  readonly settings?: SettingsView
  /** By profile. */
  readonly locks?: Readonly<Record<string, readonly LockView[]>>
  now(): number
}

export function createFakeBridge(world: FakeWorld): FakeBridge {
  let { overview } = world
  let history = world.history ?? []
  let providers = world.providers ?? KNOWN_PROVIDERS
  let settings = world.settings ?? SETTINGS
  let locks = world.locks ?? {}
  const gone = new Map<string, ProfileView>()
  const logins = new Map<string, LoginView>()
  const asked: { name: RequestName; args: readonly unknown[] }[] = []
  const refusals = new Map<RequestName, Failure>()
  const listeners = new Map<EventName, Set<(payload: never) => void>>()

  function emit<N extends EventName>(name: N, payload: Events[N]): void {
    for (const listener of listeners.get(name) ?? []) (listener as (payload: Events[N]) => void)(payload)
  }

  function step(loginId: string, next: LoginStep): LoginView {
    const login = logins.get(loginId)
    if (!login) throw new Error(`no login ${loginId}`)
    const moved = { ...login, step: next }
    logins.set(loginId, moved)
    emit('login', moved)
    return moved
  }

  function begin({ profileId, providerId, method }: LoginRequest): LoginView {
    const profile = overview.profiles.find((known) => known.id === profileId)
    const provider = providers.find((known) => known.id === (profile?.providerId ?? providerId))
    const login: LoginView = {
      id: `login-${logins.size + 1}`,
      providerId: provider?.id ?? profile?.providerId ?? providerId ?? '',
      providerName: provider?.name ?? profile?.providerName ?? providerId ?? '',
      ...(profile ? { profileId: profile.id, account: profile.account } : {}),
      startedAtMs: world.now(),
      ways: [
        ...(provider?.browserLogin ? (['browser'] as const) : []),
        ...(provider?.deviceLogin ? (['device'] as const) : []),
      ],
      step: method === 'device' || !provider?.browserLogin ? deviceStep(world.now()) : BROWSER_STEP,
    }
    logins.set(login.id, login)
    emit('login', login)
    return login
  }

  function pause(paused: OverviewView['scheduler']['paused']): OverviewView {
    const { paused: _, ...scheduler } = overview.scheduler
    overview = { ...overview, atMs: world.now(), scheduler: { ...scheduler, ...(paused ? { paused } : {}) } }
    emit('overview', overview)
    return overview
  }

  function refreshed(id: string): HistoryEventView {
    const profile = overview.profiles.find((known) => known.id === id)
    if (!profile) throw new Error(`no profile ${id}`)
    const event = sampleEvent(`e${history.length}-${world.now()}`, profile, 'refreshed', world.now())
    history = [event, ...history]
    const renewed = {
      ...profile,
      status: { kind: 'fresh' } as const,
      advice: 'Lamplighter will renew it before it expires. Nothing to do.',
      accessIssuedAtMs: world.now(),
      accessExpiresAtMs: world.now() + 8 * HOUR,
    }
    overview = {
      ...overview,
      atMs: world.now(),
      profiles: overview.profiles.map((known) => (known.id === id ? renewed : known)),
    }
    emit('overview', overview)
    emit('history', event)
    return event
  }

  function add({ id, name = id }: Pick<ProviderInput, 'id' | 'name'>): ProviderView {
    const added = { id, name, browserLogin: true, deviceLogin: false, custom: true }
    providers = [...providers, added]
    return added
  }

  function find(id: string): ProfileView {
    const profile = overview.profiles.find((known) => known.id === id)
    if (!profile) throw new Error(`no profile ${id}`)
    return profile
  }

  function show(profiles: readonly ProfileView[]): void {
    overview = { ...overview, atMs: world.now(), profiles }
    emit('overview', overview)
  }

  const { written, ...imports } = createFakeImports(world)
  const handlers: Requests = {
    'overview:get': () => overview,
    'overview:look': () => overview,
    'popover:get': () => overview,
    'popover:fit': () => true,
    'popover:hide': () => true,
    'window:open': () => true,
    'demo:show': () => true,
    'restart:check': () => ({
      isReady: true,
      message: 'Your programs can restart',
      detail: 'All 12 logins work.',
    }),
    'token:copy': () => true,
    'schedule:pause': (untilMs) => pause(untilMs === undefined ? {} : { untilMs }),
    'schedule:resume': () => pause(undefined),
    'refresh:due': () => dueNow(overview.profiles).map((profile) => refreshed(profile.id)),
    'profile:locks': (id) => locks[id] ?? [],
    'profile:remove-lock': (id, path) => {
      locks = { ...locks, [id]: (locks[id] ?? []).filter((lock) => lock.path !== path) }
      return locks[id] ?? []
    },
    'owners:get': () => OWNERS,
    'settings:get': () => settings,
    ...createFakeSafety(world),
    ...createFakeHooks({
      settings: () => settings,
      set(next) {
        settings = next
        emit('settings', next)
        return next
      },
    }),
    'settings:set': (change) => {
      settings = changed(settings, change)
      emit('settings', settings)
      return settings
    },
    ...imports,
    ...createFakeExports(() => overview),
    ...createFakeFleet(world),
    ...createFakeNodes(world, {
      overview: () => overview,
      begin,
      told: (nodes) => emit('nodes', nodes),
      written,
    }),
    ...createFakePrograms(world, () => overview),
    ...createFakeDoors(world, () => overview),
    'support:preview': () => SUPPORT,
    'support:save': () => '/home/ada/lamplighter-support.txt',
    'about:get': () => ABOUT,
    'command:install': () => ({ path: '/home/ada/.local/bin/lamplighter', isOnPath: false }),
    'history:export': (format) => `/home/ada/lamplighter-history.${format}`,
    'profile:repair': (id) => {
      overview = { ...overview, atMs: world.now(), profiles: overview.profiles.map(repaired) }
      emit('overview', overview)
      const profile = overview.profiles.find((known) => known.id === id)
      if (!profile) throw new Error(`no profile ${id}`)
      return sampleEvent(`e${history.length}-repair`, profile, 'repaired', world.now())
    },
    'profile:refresh': refreshed,
    'history:get': ({ profileId, sinceMs = 0, limit = 1000 }) =>
      history
        .filter((event) => event.atMs >= sinceMs && (!profileId || event.profileId === profileId))
        .slice(0, limit),
    'history:races': ({ sinceMs = 0 }) => (world.races ?? []).filter(({ atMs }) => atMs >= sinceMs),
    'providers:list': () => providers,
    'catalogue:search': (words) => sampleCatalogue(words),
    'catalogue:entry': (id, answers) => sampleEntry(id, answers),
    'catalogue:open-page': () => true,
    'key:add': (input) => {
      const added = sampleProfile(world.now(), {
        id: input.id,
        account: input.id.split(':')[1] ?? input.id,
        providerName: input.id.split(':')[0] ?? input.id,
        kind: 'api-key',
        status: { kind: 'static' },
      })
      overview = { ...overview, atMs: world.now(), profiles: [...overview.profiles, added] }
      emit('overview', overview)
      return added
    },
    'key:replace': () => true,
    'profile:rename': (id, name) => {
      const { name: _, ...profile } = find(id)
      const renamed = name === undefined ? profile : { ...profile, name }
      show(overview.profiles.map((known) => (known.id === id ? renamed : known)))
      return renamed
    },
    'profile:take-back': (id) => {
      const profile = gone.get(id)
      if (!profile) throw new Error(`no profile ${id}`)
      show([...overview.profiles, profile])
      return profile
    },
    'profile:forget': (id) => {
      gone.set(id, find(id))
      show(overview.profiles.filter((known) => known.id !== id))
      return []
    },
    'profile:sign-out-plan': (id) => ({
      profileId: id,
      account: find(id).account,
      providerName: find(id).providerName,
      revocable: true,
      files: [{ program: 'OpenClaw', path: '/home/ada/.openclaw/agents/main/agent/auth-profiles.json' }],
      programs: ['my-agent'],
      borrowers: ['T440'],
    }),
    'profile:sign-out': (id) => {
      show(overview.profiles.filter((known) => known.id !== id))
      return 'revoked'
    },
    'provider:edit': (id) => ({
      id,
      name: providers.find((one) => one.id === id)?.name ?? id,
      issuer: 'https://login.acme.example',
      clientId: 'lamplighter',
      scopes: ['openid', 'offline_access'],
    }),
    'provider:change': ({ id, name = id }) => {
      providers = providers.map((one) => (one.id === id ? { ...one, name } : one))
      return providers
    },
    'provider:add-mcp': (url) => add({ id: new URL(url).hostname }),
    'provider:add': (input) => add(input),
    'login:start': begin,
    'login:paste': (id) => step(id, { kind: 'exchanging' }),
    'login:cancel': (id) =>
      step(id, {
        kind: 'failed',
        failure: { code: 'LOGIN_CANCELLED', message: 'You cancelled the sign-in.' },
      }),
    'login:open-browser': (id) => logins.get(id) ?? step(id, { kind: 'starting' }),
    'logins:get': () => [...logins.values()],
    'path:reveal': () => true,
    'clipboard:write': () => true,
  }

  return {
    platform: 'linux',
    pathOf: (file) => (file.name === '' ? '' : `/home/ada/Downloads/${file.name}`),
    asked,
    emit,
    step: (id, next) => void step(id, next),
    refuse: (name, failure) => void refusals.set(name, failure),
    setOverview(next) {
      overview = next
      emit('overview', next)
    },
    async request<N extends RequestName>(name: N, ...args: Parameters<Requests[N]>) {
      asked.push({ name, args })
      const failure = refusals.get(name)
      refusals.delete(name)
      if (failure) return { ok: false, failure } as Reply<ReturnType<Requests[N]>>
      const handle = handlers[name] as (...given: Parameters<Requests[N]>) => ReturnType<Requests[N]>
      try {
        return { ok: true, value: handle(...args) }
      } catch (error) {
        if (error instanceof Refusal) return { ok: false, failure: error.failure }
        throw error
      }
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener as never))
      return () => void set.delete(listener as never)
    },
  }
}

function repaired(profile: ProfileView): ProfileView {
  return { ...profile, holders: profile.holders.map((holder) => ({ ...holder, drift: false })) }
}

export const BROWSER_STEP: LoginStep = {
  kind: 'browser',
  url: 'https://auth.example.test/authorize?response_type=code&client_id=app&code_challenge=x',
  listening: true,
  redirectUri: 'http://localhost:1455/auth/callback',
}

export function deviceStep(nowMs: number): LoginStep {
  return {
    kind: 'device',
    userCode: 'BDWP-HQPK',
    verificationUri: 'https://auth.example.test/device',
    verificationUriComplete: 'https://auth.example.test/device?user_code=BDWP-HQPK',
    expiresAtMs: nowMs + 15 * MINUTE,
  }
}
