/** createCore(ports): the one place where the parts meet, in the order in which they need each other. */
import type { Core } from './api.ts'
import type { CoreEvents } from './base/core-events.ts'
import { AppError } from './base/errors.ts'
import { EventBus } from './base/event-bus.ts'
import type { Ports } from './base/ports.ts'
import { createConfig } from './config/config.ts'
import { ConfigWatch } from './config/config-watch.ts'
import { programChoices } from './config/program-choices.ts'
import type { LoginRequest, ProviderInput } from './contract/views.ts'
import { coreFacade } from './core-facade.ts'
import { RefreshEngine } from './engine/engine.ts'
import { Issuers } from './engine/journal/issuers.ts'
import { createJournal } from './engine/journal/journal.ts'
import { ProfileNotices } from './engine/profiles/profile-notices.ts'
import { ProfileRegistry } from './engine/profiles/profile-registry.ts'
import { RefreshAttempts } from './engine/refresh/attempts.ts'
import type { RefreshContext } from './engine/refresh/context.ts'
import { clientCredentialsRenewer } from './engine/refresh/renewers/client-credentials.ts'
import { delegatedRenewer } from './engine/refresh/renewers/delegated.ts'
import { keyRotationRenewer } from './engine/refresh/renewers/key-rotation.ts'
import { refreshTokenRenewer } from './engine/refresh/renewers/refresh-token.ts'
import type { Renewers } from './engine/refresh/renewers/renewer.ts'
import { PauseStore } from './engine/schedule/pause.ts'
import { ExchangedTokens } from './engine/tokens/exchanged-tokens.ts'
import { TokenService } from './engine/tokens/token-service.ts'
import { Askers } from './features/askers/askers.ts'
import { HandOuts } from './features/askers/hand-outs.ts'
import { Connections } from './features/connect/connections.ts'
import { Consent } from './features/consent/consent.ts'
import { createFleetWhenNeeded } from './features/fleet/fleet-when-needed.ts'
import { Hooks } from './features/hooks/hooks.ts'
import { KeptFiles } from './features/kept-files/kept-files.ts'
import { forgetLogin } from './features/login/forget-login.ts'
import { createLoginTargets, type LoginTargetsDeps } from './features/login/login-target.ts'
import { createLogins } from './features/login/logins.ts'
import { TakenAway } from './features/login/taken-away.ts'
import { createNodes, type NodesDeps } from './features/nodes/create-nodes.ts'
import { GatewayReload } from './features/openclaw/gateway-reload.ts'
import { OpenClawSink } from './features/openclaw/sink.ts'
import { createTransfer } from './features/transfer/transfer.ts'
import { IdTokens } from './features/uses/id-tokens.ts'
import { Uses } from './features/uses/uses.ts'
import { createHistoryLog } from './history/history-log.ts'
import { keepingOf } from './model/profile-view.ts'
import type { Provider } from './model/provider.ts'
import { DEFAULT_MAX_CONCURRENT } from './model/refresh-policy.ts'
import type { Secret } from './model/secret.ts'
import { OverviewPublisher } from './overview-publisher.ts'
import { addProvider, proposeProvider } from './providers/add-provider.ts'
import { mcpServer } from './providers/mcp-server.ts'
import { createProviders } from './providers/providers.ts'
import { ownLoginOf } from './stores/own-login.ts'
import { createStores } from './stores/registry.ts'
import { createClientSecrets } from './stores/vault/client-secrets.ts'
import { createVault } from './stores/vault/store.ts'

export type { Core } from './api.ts'

/** Builds, but touches nothing until start(). Who hears an event first stands first here. @throws AppError UNSAFE_HOME from the ports */
export function createCore(ports: Ports): Core {
  const bus = new EventBus<CoreEvents>(ports.log)
  const notices = new ProfileNotices(bus)
  const config = createConfig(ports)
  const configWatch = new ConfigWatch(config, bus)
  const maxConcurrent = () => config.current().maxConcurrent ?? DEFAULT_MAX_CONCURRENT
  const clientSecrets = createClientSecrets(ports)
  const providers = createProviders(ports, config, clientSecrets)
  const findProvider = (name: string) => providers.find(name)

  // Where credentials are, and what is known of them.
  const vault = createVault(ports)
  const issuers = new Issuers(ports)
  const choices = programChoices(() => config.current())
  const stores = createStores(
    ports,
    (name) => withoutBrought(findProvider(name)), // what came from another machine stands for nothing that a file here calls by its name
    vault,
    choices,
  )
  const tools: RefreshContext = {
    ports,
    stores,
    journal: createJournal(ports),
    issuers,
    resolve: (provider) => providers.resolve(provider),
    leaves: (store) => choices.leaves(store),
    unsaved: new Map(),
    adrift: new Map(),
  }
  const attempts = new RefreshAttempts(ports)
  const keyRulesOf = (id: string) => config.current().keys?.[id]
  const profiles = new ProfileRegistry({
    clock: ports.clock,
    findProvider,
    refreshingSinceMs: (id) => attempts.sinceMs(id),
    retryOf: (id) => attempts.retryOf(id),
    ownLoginOf: (profile) => ownLoginOf(stores, profile),
    keeping: () => keepingOf(engine.schedule),
    warningsOf: (id) => notices.of(id),
    keyRulesOf,
    nameOf: (id) => config.current().names?.[id],
  })

  // What keeps them alive. The nodes add the way to renew what is borrowed, the fleet that of what is shared.
  const known = { tools, profiles, findProvider }
  const renewers: Renewers = new Map([
    ['refreshToken', refreshTokenRenewer(known)],
    ['clientCredentials', clientCredentialsRenewer(known)],
    ['keyRotation', keyRotationRenewer({ ...known, rulesOf: keyRulesOf })],
    ['delegated', delegatedRenewer(known)],
  ])
  const engine = new RefreshEngine({
    ...known,
    attempts,
    renewers,
    history: createHistoryLog(ports),
    pause: new PauseStore(ports),
    maxConcurrent,
    bus,
  })
  const tokens = new TokenService({ ports, profiles, engine, findProvider, maxConcurrent, bus })
  const exchangedTokens = new ExchangedTokens({
    ...known,
    resolve: (provider) => providers.resolve(provider, 'exchange'),
    token: (id, options) => tokens.token(id, options),
    bus,
  })

  // What people use.
  const idTokens = new IdTokens({
    ports,
    profiles,
    refresh: (profile, askedBy) => engine.refresh(profile, askedBy),
  })
  const uses = new Uses({ ports, config, profiles, tokens, idTokens })
  const rules = () => config.current().consumers ?? {}
  const askers = new Askers({ ports, profiles, rules })
  const consent = new Consent({
    ports,
    profiles,
    rules: () => config.current().consent ?? {},
    onQuestions: (open) => bus.emit('questions', open),
  })
  const handOuts = new HandOuts({
    ports,
    profiles,
    askers,
    consent,
    rules,
    stopsWhileLocked: () => config.current().withholdWhileLocked ?? false,
    record: (event) => engine.record(event),
  })
  const keptFiles = new KeptFiles({
    ports,
    wanted: () => config.current().keptFiles ?? [],
    change: (path, file) => config.changeKeptFile(path, file),
    profiles,
    idTokens,
    bus,
  })
  const connections = new Connections({ ports, uses, keptFiles, profiles, rules })
  const openclaw = new OpenClawSink({ ports, profiles, uses })
  const gatewayReload = new GatewayReload({ ports, profiles, handed: () => openclaw.handed(), bus })
  const hooks = new Hooks({
    ports,
    commands: () => config.current().hooks ?? {},
    viewOf(id) {
      const profile = profiles.snapshot.profiles.get(id)
      return profile && profiles.view(profile)
    },
    isScheduling: () => engine.schedule.running,
    bus,
  })
  /** What brings new credentials in needs: a login, and an import. */
  const writing: LoginTargetsDeps = {
    ...known,
    ports,
    providerIds: () => providers.all().map(({ id }) => id),
    issuers,
    vault,
    look: () => engine.look(),
    record: (event) => engine.record(event),
    forgetRetry: (id) => attempts.forget(id),
  }
  const takenAway = new TakenAway({ ports, vault, record: writing.record })
  const lookAfter = (): Promise<void> => engine.lookAfter()
  const loginTargets = createLoginTargets({ ...writing, look: lookAfter })
  const logins = createLogins(ports, {
    resolve: (id) => {
      const provider = findProvider(id)
      if (!provider) throw new AppError('PROVIDER_UNKNOWN', `Lamplighter does not know the provider "${id}".`)
      return providers.resolve(provider, 'login')
    },
    target: (request) => loginTargets.target(request),
    rehearse: (target) => loginTargets.rehearse(target),
    async save(target, ...rest) {
      await providers.keep(target.providerId)
      return loginTargets.save(target, ...rest)
    },
    failed: (target, failure) => loginTargets.failed(target, failure),
    onChange: (view) => bus.emit('login', view),
  })
  const propose = (input: ProviderInput, secret?: Secret) =>
    proposeProvider({ ports, providers }, input, secret)
  const addWithLook = (input: ProviderInput) =>
    addProvider({ ports, config, providers, look: writing.look }, input)
  const transfer = createTransfer({ ...writing, lookAfter })
  engine.alsoDaily(() => transfer.dropOld())
  /** What other machines do with the logins of this one needs. */
  const sharing = {
    ...writing,
    tools,
    config,
    allProviders: () => providers.all(),
    bus,
    notices,
    renewers,
    token: (...wish: Parameters<NodesDeps['token']>) => engine.token(...wish),
    refresh: (...wish: Parameters<NodesDeps['refresh']>) => engine.refresh(...wish),
    login: (request: LoginRequest) => logins.start(request),
    addProvider: addWithLook,
  }
  const nodes = createNodes(sharing)
  const fleet = createFleetWhenNeeded(sharing)

  const problems = () => [
    ...configWatch.problems,
    ...nodes.problems,
    ...fleet.problems,
    ...hooks.problems,
    ...keptFiles.problems,
    ...gatewayReload.problems,
  ]
  const overview = new OverviewPublisher({ profiles, engine, tokens, problems, bus })
  return coreFacade({
    ports,
    bus,
    config,
    configWatch,
    providers,
    tools,
    attempts,
    profiles,
    engine,
    tokens,
    exchangedTokens,
    addProvider: addWithLook,
    proposeProvider: propose,
    forget: (profile) => forgetLogin({ ...writing, tools, takenAway }, profile),
    takenAway,
    proposeMcpServer: async (url, clientId) =>
      propose({ ...(await mcpServer(ports, url)), ...(clientId === undefined ? {} : { clientId }) }),
    logins,
    transfer,
    nodes,
    fleet,
    hooks,
    uses,
    connections,
    askers,
    consent,
    handOuts,
    keptFiles,
    openclaw,
    gatewayReload,
    overview,
    clientSecrets,
    keys: { ports, tools, vault, record: writing.record },
    logout: {
      ...known,
      takenAway,
      resolve: (provider) => providers.resolve(provider, 'logout'),
      record: writing.record,
    },
  })
}

function withoutBrought(provider: Provider | undefined): Provider | undefined {
  return provider?.from === undefined ? provider : undefined
}
