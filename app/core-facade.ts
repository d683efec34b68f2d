/** The parts of the core as one object: what each request of a host comes to. */

import type { Core } from './api.ts'
import type { CoreEvents } from './base/core-events.ts'
import { endAll } from './base/end-all.ts'
import { AppError, messageOf } from './base/errors.ts'
import type { EventBus } from './base/event-bus.ts'
import { didYouMean } from './base/nearest.ts'
import type { Ports } from './base/ports.ts'
import type { Config } from './config/config.ts'
import type { ConfigWatch } from './config/config-watch.ts'
import type { ProviderInput, ProviderView } from './contract/views.ts'
import type { RefreshEngine } from './engine/engine.ts'
import { namesOf, type ProfileRegistry } from './engine/profiles/profile-registry.ts'
import { issuerChanges } from './engine/refresh/accept-issuer.ts'
import type { RefreshAttempts } from './engine/refresh/attempts.ts'
import type { RefreshContext } from './engine/refresh/context.ts'
import { locksAround, removeLockAround } from './engine/refresh/profile-locks.ts'
import type { ExchangedTokens } from './engine/tokens/exchanged-tokens.ts'
import type { TokenService } from './engine/tokens/token-service.ts'
import type { Askers } from './features/askers/askers.ts'
import type { HandOuts } from './features/askers/hand-outs.ts'
import type { Connections } from './features/connect/connections.ts'
import type { Consent } from './features/consent/consent.ts'
import { examine } from './features/diagnostics/doctor.ts'
import { programsHere } from './features/diagnostics/programs.ts'
import { Security } from './features/diagnostics/security.ts'
import { supportText } from './features/diagnostics/support-bundle.ts'
import { tryLogin } from './features/diagnostics/try-login.ts'
import { Doors } from './features/doors/doors.ts'
import type { Fleet } from './features/fleet/fleet.ts'
import { HookEditor } from './features/hooks/hook-editor.ts'
import type { Hooks } from './features/hooks/hooks.ts'
import type { KeptFiles } from './features/kept-files/kept-files.ts'
import { addKey, type KeysDeps, replaceKey } from './features/keys/keys.ts'
import type { Logins } from './features/login/logins.ts'
import { type LogoutDeps, logout, providerToLeave } from './features/login/logout.ts'
import { LOOK_BACK_MS, logoutPlan } from './features/login/logout-plan.ts'
import type { TakenAway } from './features/login/taken-away.ts'
import type { Nodes } from './features/nodes/nodes.ts'
import type { GatewayReload } from './features/openclaw/gateway-reload.ts'
import type { OpenClawSink } from './features/openclaw/sink.ts'
import type { Transfer } from './features/transfer/transfer.ts'
import type { Uses } from './features/uses/uses.ts'
import { exportHistory } from './history/export.ts'
import { racesOf } from './history/race-query.ts'
import type { Profile } from './model/profile.ts'
import type { Provider } from './model/provider.ts'
import { toProviderView } from './model/provider-view.ts'
import type { Secret } from './model/secret.ts'
import type { OverviewPublisher } from './overview-publisher.ts'
import { changeProvider, editOf } from './providers/add-provider.ts'
import { catalogueEntry, searchCatalogue } from './providers/catalogue/catalogue.ts'
import { checkClientSecret } from './providers/client-secret.ts'
import { isStock, type Providers } from './providers/providers.ts'
import { removeProvider } from './providers/remove-provider.ts'
import type { ClientSecrets } from './stores/vault/client-secrets.ts'

export interface CoreParts {
  readonly ports: Ports
  readonly bus: EventBus<CoreEvents>
  readonly config: Config
  readonly configWatch: ConfigWatch
  readonly providers: Providers
  readonly tools: RefreshContext
  readonly attempts: RefreshAttempts
  readonly profiles: ProfileRegistry
  readonly engine: RefreshEngine
  readonly tokens: TokenService
  readonly exchangedTokens: ExchangedTokens
  readonly addProvider: (input: ProviderInput) => Promise<ProviderView>
  readonly proposeProvider: (input: ProviderInput, secret?: Secret) => Promise<ProviderView>
  readonly proposeMcpServer: (url: string, clientId?: string) => Promise<ProviderView>
  /** @returns the paths where other programs go on keeping it */
  readonly forget: (profile: Profile) => Promise<readonly string[]>
  readonly takenAway: TakenAway
  readonly logins: Logins
  readonly transfer: Transfer
  readonly nodes: Nodes
  readonly fleet: Fleet
  readonly hooks: Hooks
  readonly uses: Uses
  readonly connections: Connections
  readonly askers: Askers
  readonly consent: Consent
  readonly handOuts: HandOuts
  readonly keptFiles: KeptFiles
  readonly openclaw: OpenClawSink
  readonly gatewayReload: GatewayReload
  readonly overview: OverviewPublisher
  readonly clientSecrets: ClientSecrets
  readonly logout: LogoutDeps
  readonly keys: KeysDeps
}

export function coreFacade(parts: CoreParts): Core {
  const { ports, bus, config, configWatch, providers, tools, profiles, engine, tokens } = parts
  const {
    addProvider,
    proposeProvider,
    proposeMcpServer,
    forget,
    logins,
    transfer,
    nodes,
    fleet,
    hooks,
    uses,
    keptFiles,
    overview,
    askers,
    consent,
    handOuts,
  } = parts
  const { label } = ports.process
  let unwatchConfig = (): void => undefined
  const beginOnceWelcome = async (): Promise<void> => {
    if (!configWatch.settings.welcomed) return
    await engine.begin().catch((error: unknown) => {
      ports.log.warn('renewing ahead of time could not begin', { error: messageOf(error) })
    })
  }
  const dropSettings = async (id: string): Promise<void> => {
    const { names = {}, keys = {} } = config.current()
    const [name, rules] = [names[id], keys[id]]
    parts.takenAway.note(id, { name, rules })
    if (name !== undefined) await config.changeName(id, undefined)
    if (rules !== undefined) await config.changeKey(id, undefined)
  }
  return {
    async start({ schedule, untilWelcomed = false }) {
      await configWatch.read()
      await overview.readSealing(ports.keyring)
      await engine.start({ schedule, isHeld: untilWelcomed && !configWatch.settings.welcomed })
      await nodes.start(schedule)
      await fleet.start(schedule)
      await askers.start(schedule)
      await hooks.start(schedule, () => overview.current())
      keptFiles.start(schedule, overview.current())
      parts.gatewayReload.start(schedule, overview.current())
      if (!schedule) return
      unwatchConfig = configWatch.watch(() => {
        parts.attempts.clearBySettings()
        void beginOnceWelcome()
        engine.lookLater()
      })
    },
    overview: () => overview.current(),
    profile: (name) => profiles.view(profiles.find(name)),
    programs: () =>
      programsHere(ports, configWatch.settings.keptAlive, [...tools.stores.values()], profiles.snapshot),
    look: () => engine.look(),
    token: (id, options) => tokens.token(id, options),
    release: (askedBy) => tokens.release(askedBy),
    storedToken: (id, validForMs) => profiles.storedToken(profiles.find(id), validForMs),
    idOf: (name) => profiles.find(name).id,
    namesOf: (id) => [id, ...namesOf(profiles.find(id))],
    async refresh(id, { askedBy = label } = {}) {
      return (await engine.refresh(profiles.find(id), askedBy)).event
    },
    exchangeToken: (id, target, options = {}) => parts.exchangedTokens.token(id, target, options),
    report401(id, { askedBy = label, accessToken } = {}) {
      if (accessToken) parts.exchangedTokens.refused(accessToken)
      return tokens.report401(id, askedBy, accessToken)
    },
    async repair(id) {
      return (await engine.repair(profiles.find(id), label)).event
    },
    tryLogin: (id) =>
      tryLogin(
        {
          ports,
          stores: tools.stores,
          findProvider: (name) => providers.find(name),
          resolve: tools.resolve,
          record: (event) => engine.record(event),
        },
        profiles.find(id),
      ),
    locks: (id) => locksAround(tools, profiles.find(id)),
    removeLock: (id, path, identity) => removeLockAround(tools, profiles.find(id), path, identity),
    async doctor() {
      await engine.look()
      return examine({
        ports,
        overview: overview.current(),
        journal: tools.journal,
        stores: [...tools.stores.values()],
        findProvider: (name) => providers.find(name),
        resolve: (provider) => providers.resolve(provider),
        providers: providers.all(),
        accountOf: (id) => profiles.snapshot.profiles.get(id)?.account ?? {},
        locksOf: (id) => locksAround(tools, profiles.find(id)),
      })
    },
    refreshDue: ({ askedBy = label } = {}) => engine.refreshDue(askedBy),
    pause: (untilMs) => engine.setPause(untilMs === undefined ? {} : { untilMs }),
    resume: () => engine.setPause(undefined),
    settings: () => configWatch.settings,
    uses,
    connections: parts.connections,
    askers,
    keptFiles,
    async withhold(name, program, isWithheld) {
      await config.changeWithheld(profiles.find(name).id, program, isWithheld)
      await keptFiles.apply(program)
    },
    openclaw: parts.openclaw,
    consent,
    handOut: (ask, work) => handOuts.give(ask, work),
    setScreenLocked: (isLocked) => handOuts.setScreenLocked(isLocked),
    security: new Security({
      ports,
      stores: [...tools.stores.values()],
      overview: () => overview.current(),
    }),
    hooks: new HookEditor({
      ports,
      config,
      anyProfile: () => overview.current().profiles[0],
      onChange: () => bus.emit('settings', configWatch.settings),
    }),
    async changeSettings(change) {
      const view = await configWatch.change(change)
      await beginOnceWelcome()
      await engine.look() // another lead is another plan
      return view
    },
    imports: transfer,
    nodes,
    fleet,
    doors: new Doors({ ports, profiles }),
    exportHistory: async (format, query) => exportHistory(format, await engine.history(query)),
    supportText: (versions) =>
      supportText({
        ports,
        overview: () => overview.current(),
        history: (query) => engine.history(query),
        journal: tools.journal,
        versions,
      }),
    history: (query) => engine.history(query),
    races: (query) => racesOf(query, (wider) => engine.history(wider)),
    providers: () =>
      providers.all().map((one) => ({
        ...toProviderView(one),
        ...(providers.isProposed(one.id) ? { proposed: true as const } : {}),
      })),
    addProvider,
    providerEdit: (id) => editOf(config, id),
    changeProvider: (edit) => changeProvider({ ports, config, providers, look: () => engine.look() }, edit),
    async setClientSecret(name, secret) {
      const provider = providers.find(name)
      if (!provider) throw providerUnknown(name, providers.all())
      const elsewhere = provider.clientSecretFile ?? provider.clientSecretEnv?.[0]
      if (secret && elsewhere !== undefined) throw readElsewhere(provider.name, elsewhere)
      if (secret) await checkClientSecret(ports, provider, secret)
      await parts.clientSecrets.keepSecret(provider.id, secret)
      return toProviderView(provider)
    },
    catalogue: searchCatalogue,
    catalogueEntry,
    proposeProvider,
    proposeMcpServer,
    async issuerChanges(name, accept) {
      const provider = providers.find(name)
      if (!provider) throw providerUnknown(name, providers.all())
      await engine.look()
      const its = [...profiles.snapshot.profiles.values()].filter(
        (profile) => providers.find(profile.provider)?.id === provider.id,
      )
      const changes = await issuerChanges(tools, provider, its, accept)
      if (accept) for (const { profileId } of changes) parts.attempts.forget(profileId)
      return changes
    },
    async removeProvider(id) {
      const usedBy = [...profiles.snapshot.profiles.values()].filter(({ provider }) => provider === id)
      await removeProvider({ config, isStock }, id, usedBy)
      await engine.look()
    },
    async rename(name, to) {
      const { id } = profiles.find(name)
      const named = Object.entries(config.current().names ?? {})
      const taken = named.find(([other, called]) => called === to && other !== id)
      if (taken) throw nameTaken(taken[0], taken[1])
      await config.changeName(id, to)
      bus.emit('changed')
      return profiles.view(profiles.find(id))
    },
    async forget(name) {
      const profile = profiles.find(name)
      const stays = await forget(profile)
      await dropSettings(profile.id)
      await engine.lookAfter()
      return stays
    },
    async addKey(input, key) {
      await engine.look()
      await addKey(parts.keys, input, key, (id) => profiles.snapshot.profiles.has(id))
      if (input.rules) await config.changeKey(input.id, input.rules)
      await engine.look()
      return profiles.view(profiles.find(input.id))
    },
    async replaceKey(name, key, expiresAtMs) {
      await replaceKey(parts.keys, profiles.find(name), key, expiresAtMs)
      await engine.lookAfter()
    },
    async logoutPlan(name) {
      const profile = profiles.find(name)
      const provider = await parts.logout.resolve(providerToLeave(parts.logout, profile))
      const sinceMs = ports.clock.now() - LOOK_BACK_MS
      const history = await engine.history({ profileId: profile.id, sinceMs })
      return logoutPlan(profile, provider, history, nodes.borrowers(profile.id))
    },
    async logout(name) {
      const profile = profiles.find(name)
      const how = await logout(parts.logout, profile)
      await dropSettings(profile.id)
      await engine.lookAfter()
      return how
    },
    async takeBack(profileId) {
      const { name, rules } = await parts.takenAway.putBack(profileId)
      if (name !== undefined) await config.changeName(profileId, name)
      if (rules !== undefined) await config.changeKey(profileId, rules)
      await engine.look()
      return profiles.view(profiles.find(profileId))
    },
    logins,
    on: (event: keyof CoreEvents, listener: (payload: never) => void) =>
      bus.on(event, listener as (payload: CoreEvents[keyof CoreEvents]) => void),
    wake(reason) {
      nodes.wake()
      fleet.wake()
      engine.wake(reason)
    },
    holdsTokens: () => tools.adrift.size > 0,
    async close() {
      const all = [consent, nodes, fleet, logins, engine, keptFiles, askers, parts.gatewayReload, hooks]
      await endAll(unwatchConfig, ...all.map((part) => () => part.close()))
    },
  }
}

function providerUnknown(name: string, known: readonly Provider[]): AppError {
  const ids = known.map(({ id }) => id)
  return new AppError('PROVIDER_UNKNOWN', `Lamplighter does not know the provider "${name}".`, {
    hint: didYouMean(name, ids, 'See: lamplighter provider list'),
  })
}

function nameTaken(id: string, name: string): AppError {
  return new AppError('ARGUMENT_INVALID', `${id} is called "${name}" already.`, { field: 'name' })
}

function readElsewhere(name: string, where: string): AppError {
  return new AppError(
    'ARGUMENT_INVALID',
    `The client secret of ${name} is read from ${where}, not from the vault.`,
    {
      hint: `Put it there, or take clientSecretEnv or clientSecretFile out of config.json.`,
    },
  )
}
