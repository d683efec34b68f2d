/** createCore(ports): the one place where the parts meet. Runs in the Electron main process and in the CLI alike. */
import type { Core, CoreEvents } from './api.ts'
import { AppError, toFailure } from './base/errors.ts'
import { EventBus } from './base/event-bus.ts'
import type { Ports } from './base/ports.ts'
import { createConfig } from './config/config.ts'
import { toSettingsView } from './config/settings.ts'
import type { Failure } from './contract/failure.ts'
import type { RefusalAnswer } from './contract/refusal.ts'
import type { OverviewView, ProviderInput, ProviderView } from './contract/views.ts'
import { RefreshEngine } from './engine/engine.ts'
import { createJournal } from './engine/journal/journal.ts'
import { namesOf, ProfileRegistry } from './engine/profiles/registry.ts'
import { RefreshAttempts } from './engine/refresh/attempts.ts'
import type { RefreshContext } from './engine/refresh/context.ts'
import { locksAround, removeLockAround } from './engine/refresh/profile-locks.ts'
import { PauseStore } from './engine/schedule/pause.ts'
import { Admission } from './engine/tokens/admission.ts'
import { admittedToken } from './engine/tokens/admitted-token.ts'
import { JoinedRequests } from './engine/tokens/joined-requests.ts'
import { RecoveryWatch } from './engine/tokens/recovery-watch.ts'
import { reportRejected } from './engine/tokens/rejected-token.ts'
import { ReportedTokens } from './engine/tokens/reported-tokens.ts'
import { examine } from './features/diagnostics/doctor.ts'
import { supportText } from './features/diagnostics/support-bundle.ts'
import { Hooks } from './features/hooks/hooks.ts'
import { forgetLogin } from './features/login/forget-login.ts'
import { createLoginTargets, type LoginTargetsDeps } from './features/login/login-target.ts'
import { createLogins } from './features/login/logins.ts'
import { createNodes } from './features/nodes/create-nodes.ts'
import { createTransfer } from './features/transfer/transfer.ts'
import { exportHistory } from './history/export.ts'
import { createHistoryLog } from './history/history-log.ts'
import { racesOf } from './history/race-query.ts'
import { toProviderView } from './model/provider-view.ts'
import { DEFAULT_MAX_CONCURRENT } from './model/refresh-policy.ts'
import { discover } from './oauth/discovery.ts'
import { createProviders, isStock } from './providers/registry.ts'
import { removeProvider } from './providers/remove-provider.ts'
import { createStores } from './stores/registry.ts'
import { createVault } from './stores/vault/store.ts'

export type { Core } from './api.ts'

const NO_OPTIONS: Parameters<Core['token']>[1] & object = {}

/** Builds, but touches nothing until start(). @throws AppError UNSAFE_HOME from the ports */
export function createCore(ports: Ports): Core {
  const config = createConfig(ports)
  const providers = createProviders(ports, config)
  const findProvider = (name: string) => providers.find(name)
  const vault = createVault(ports)
  const stores = createStores(ports, findProvider, vault)
  const journal = createJournal(ports)
  const tools: RefreshContext = {
    ports,
    stores,
    journal,
    resolve: (provider) => providers.resolve(provider),
    unsaved: new Map(),
  }
  const attempts = new RefreshAttempts(ports)
  const refusals = {
    reported: new ReportedTokens(ports),
    underWay: new Map<string, Promise<RefusalAnswer>>(),
    lately: new Map<string, number[]>(),
  }
  const listeners = new EventBus<CoreEvents>(ports.log)
  const profiles = new ProfileRegistry({
    clock: ports.clock,
    findProvider,
    refreshingSinceMs: (id) => attempts.sinceMs(id),
    retryOf: (id) => attempts.retryOf(id),
    warningsOf: (id) => nodes.warningsOf(id),
    nameOf: (id) => config.current().names?.[id],
  })

  let configProblem: Failure | undefined
  let sealedBy: OverviewView['sealedBy'] = 'undecided'
  let telling = false
  /** Many changes in one turn of the loop are one message. */
  const tellOverview = (): void => {
    if (telling) return
    telling = true
    // After what has just begun or come: nobody who waits for a token should wait for this.
    setImmediate(() => {
      telling = false
      const view = overview()
      returns.look(view)
      hooks.look(view)
      admission.pump()
      listeners.emit('overview', view)
    })
  }
  const maxConcurrent = () => config.current().maxConcurrent ?? DEFAULT_MAX_CONCURRENT
  const paceOf = (provider: string) => findProvider(provider)?.tokenEndpoint ?? provider
  const admission = new Admission({ clock: ports.clock, maxConcurrent, onChange: tellOverview })
  const returns = new RecoveryWatch((profile) => admission.expect(paceOf(profile.providerId)))
  const hooks = new Hooks({
    ports,
    commands: () => config.current().hooks ?? {},
    overview: () => overview(),
    onChange: tellOverview,
  })
  const engine = new RefreshEngine({
    tools,
    profiles,
    attempts,
    history: createHistoryLog(ports),
    pause: new PauseStore(ports),
    findProvider,
    maxConcurrent,
    renew: (profile, wish) => nodes.renew(profile, wish),
    onChange: tellOverview,
    onEvent(event) {
      hooks.hear(event)
      listeners.emit('history', event)
    },
  })
  /** What brings new credentials in needs: a login, and an import. */
  const writing: LoginTargetsDeps = {
    ports,
    tools,
    profiles,
    vault,
    findProvider,
    look: () => engine.look(),
    record: (event) => engine.record(event),
    forgetRetry: (id) => attempts.forget(id),
  }
  const lookAfter = (): Promise<void> => engine.lookAfter()
  const loginTargets = createLoginTargets({ ...writing, look: lookAfter })
  const transfer = createTransfer({ ...writing, lookAfter })
  const nodes = createNodes({
    ...writing,
    ports,
    config,
    tools,
    token: (...wish) => engine.token(...wish),
    refresh: (profile, askedBy) => engine.refresh(profile, askedBy),
    login: (request) => logins.start(request),
    addProvider,
    onChange: (views) => listeners.emit('nodes', views),
    onHistory: (listener) => listeners.on('history', listener),
  })
  const logins = createLogins(ports, {
    resolve: (id) => {
      const provider = findProvider(id)
      if (!provider) throw new AppError('PROVIDER_UNKNOWN', `Lamplighter does not know the provider "${id}".`)
      return providers.resolve(provider, 'login')
    },
    target: (request) => loginTargets.target(request),
    save: (target, reply) => loginTargets.save(target, reply),
    onChange: (view) => listeners.emit('login', view),
  })

  async function addProvider(input: ProviderInput): Promise<ProviderView> {
    // A wrong issuer is refused before it is written down.
    if (input.issuer !== undefined) await discover(ports.http, input.issuer)
    await config.addProvider(input)
    await engine.look()
    const added = findProvider(input.id)
    if (!added) throw new AppError('CONFIG_INVALID', `"${input.id}" did not find its way into config.json.`)
    return toProviderView(added)
  }

  function overview(): OverviewView {
    const queue = admission.queue()
    return {
      ...profiles.overview({
        scheduler: engine.schedule,
        sealedBy,
        problems: [...(configProblem ? [configProblem] : []), ...hooks.problems],
      }),
      ...(queue.length > 0 ? { queue } : {}),
    }
  }

  async function readConfig(): Promise<void> {
    try {
      await config.read()
      configProblem = undefined
    } catch (error) {
      configProblem = toFailure(error) // the built-in providers still work; the window says what is wrong
    }
  }

  const asks = new JoinedRequests()
  const askKeeper = (...wish: Parameters<RefreshEngine['token']>) => engine.token(...wish)

  let unwatchConfig = (): void => undefined
  return {
    async start({ schedule }) {
      await readConfig()
      sealedBy = await ports.keyring.kept()
      await engine.start(schedule)
      await nodes.start(schedule)
      await hooks.start(schedule)
      if (!schedule) return
      unwatchConfig = config.watch((_settings, problem) => {
        configProblem = problem && toFailure(problem)
        // What stays as it was is no news; after a start with a broken file it is not even what the person has set.
        if (!problem) listeners.emit('settings', toSettingsView(config.current()))
        engine.lookLater()
      })
    },
    overview,
    profile: (name) => profiles.view(profiles.find(name)),
    look: () => engine.look(),
    token(id, options) {
      const { validForMs = 0, askedBy = ports.process.label, waitMs = 0, signal } = options ?? NO_OPTIONS
      if (admission.isQuiet) {
        const ready = profiles.ready.find(id, ports.clock.now(), validForMs)
        if (ready) return ready
        if (waitMs <= 0) return asks.join(id, validForMs, askedBy, askKeeper)
      }
      return admittedToken(
        {
          clock: ports.clock,
          profiles,
          admission,
          paceOf: ({ provider }) => paceOf(provider),
          token: askKeeper,
        },
        { profileId: id, validForMs, askedBy, waitMs, ...(signal ? { signal } : {}) },
      )
    },
    release: (askedBy) => admission.callBack(askedBy),
    storedToken: (id, validForMs) => profiles.storedToken(profiles.find(id), validForMs),
    idOf: (name) => profiles.find(name).id,
    namesOf: (id) => [id, ...namesOf(profiles.find(id))],
    async refresh(id, options = {}) {
      return (await engine.refresh(profiles.find(id), options.askedBy ?? ports.process.label)).event
    },
    report401: (profileId, { askedBy = ports.process.label, accessToken } = {}) =>
      reportRejected(
        {
          ports,
          profiles,
          look: () => engine.look(),
          refresh: (profile, by) => engine.refresh(profile, by),
          record: (event) => engine.record(event),
          ...refusals,
        },
        { profileId, askedBy, ...(accessToken ? { accessToken } : {}) },
      ),
    async repair(id) {
      return (await engine.repair(profiles.find(id), ports.process.label)).event
    },
    locks: (id) => locksAround(tools, profiles.find(id)),
    removeLock: (id, path, identity) => removeLockAround(tools, profiles.find(id), path, identity),
    async doctor() {
      await engine.look()
      return examine({
        ports,
        overview: overview(),
        journal,
        findProvider,
        resolve: (provider) => providers.resolve(provider),
        providers: providers.all(),
        accountOf: (id) => profiles.snapshot.profiles.get(id)?.account ?? {},
        locksOf: (id) => locksAround(tools, profiles.find(id)),
      })
    },
    refreshDue: (options = {}) => engine.refreshDue(options.askedBy ?? ports.process.label),
    pause: (untilMs) => engine.setPause(untilMs === undefined ? {} : { untilMs }),
    resume: () => engine.setPause(undefined),
    settings: () => toSettingsView(config.current()),
    consumerRules: () => config.current().consumers ?? {},
    async changeSettings(change) {
      const view = toSettingsView(await config.change(change))
      listeners.emit('settings', view)
      await engine.look() // another lead is another plan
      return view
    },
    imports: transfer,
    nodes,
    exportHistory: async (format, query) => exportHistory(format, await engine.history(query)),
    supportText: (versions) =>
      supportText({ ports, overview, history: (query) => engine.history(query), journal, versions }),
    history: (query) => engine.history(query),
    races: (query) => racesOf(query, (wider) => engine.history(wider)),
    providers: () => providers.all().map(toProviderView),
    addProvider,
    async removeProvider(id) {
      const used = [...profiles.snapshot.profiles.values()].filter(({ provider }) => provider === id)
      await removeProvider({ config, isStock }, id, used)
      await engine.look()
    },
    async rename(name, to) {
      const { id } = profiles.find(name)
      await config.changeName(id, to)
      tellOverview()
      return profiles.view(profiles.find(id))
    },
    async forget(name) {
      const profile = profiles.find(name)
      const stays = await forgetLogin(writing, profile)
      if (config.current().names?.[profile.id] !== undefined) await config.changeName(profile.id, undefined)
      await lookAfter()
      return stays
    },
    logins,
    on: (event: keyof CoreEvents, listener: (payload: never) => void) =>
      listeners.on(event, listener as (payload: CoreEvents[keyof CoreEvents]) => void),
    wake(reason) {
      nodes.wake()
      engine.wake(reason)
    },
    async close() {
      unwatchConfig()
      await nodes.close()
      await logins.close()
      await engine.close()
      await hooks.close()
    },
  }
}
