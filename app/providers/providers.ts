/** Every provider we know: the stock ones as config.json changes them, and those it adds. */
import { type Config, settingsOf } from '../config/config.ts'
import { checkProvider, type ProviderSettings, type Settings } from '../config/schema.ts'
import type { ProviderInput } from '../contract/views.ts'
import type { Provider, ResolvedProvider } from '../model/provider.ts'
import type { Secret } from '../model/secret.ts'
import type { ClientSecrets } from '../stores/vault/client-secrets.ts'
import { anthropic } from './anthropic.ts'
import { awsSso } from './aws-sso.ts'
import { chutes } from './chutes.ts'
import { type Env, firstSet } from './environment.ts'
import { generic } from './generic.ts'
import { githubCopilot } from './github-copilot.ts'
import { googleGeminiCli } from './google-gemini-cli.ts'
import { factsOf } from './known-servers.ts'
import { mcpRemote } from './mcp-remote.ts'
import { minimaxPortal } from './minimax-portal.ts'
import { openaiCodex } from './openai-codex.ts'
import { azureCli, githubCli, googleAdc, kimiCode } from './program-servers.ts'
import { qwenPortal } from './qwen-portal.ts'
import { createResolver, type ProviderPorts, type Purpose } from './resolve.ts'
import { xai } from './xai.ts'

const DAY = 24 * 60 * 60_000

export const STOCK: readonly Provider[] = [
  openaiCodex,
  anthropic,
  googleGeminiCli,
  xai,
  chutes,
  qwenPortal,
  githubCopilot,
  minimaxPortal,
  awsSso,
  mcpRemote,
  githubCli,
  googleAdc,
  azureCli,
  kimiCode,
]

export function isStock(id: string): boolean {
  return STOCK.some((provider) => provider.id === id || provider.aliases?.includes(id))
}

export interface Providers {
  /** By id or alias, as stores spell them. */
  find(nameOrAlias: string): Provider | undefined
  all(): readonly Provider[]
  isProposed(id: string): boolean
  /**
   * Known from now on in place of what was proposed under this id before, and written down by keep(): a sign-in shows
   * first whether it is one. @throws AppError CONFIG_INVALID, naming the field
   */
  propose(input: ProviderInput, secret?: Secret): void
  /** Writes down what was proposed under this id, its secret first; does nothing for others. @throws AppError as Config.addProvider() and ClientSecrets.keepSecret() */
  keep(id: string): Promise<void>
  /**
   * With every endpoint known, as `purpose` needs them: 'login' may discover more than a refresh would, and asks an
   * issuer for a client id where nobody gave one.
   * @throws AppError CONFIG_INVALID, PROVIDER_UNREACHABLE, PROVIDER_REFUSED
   */
  resolve(provider: Provider, purpose?: Purpose): Promise<ResolvedProvider>
}

export function createProviders(
  ports: ProviderPorts,
  config: Pick<Config, 'current' | 'addProvider'>,
  secrets: ClientSecrets,
): Providers {
  const proposed = new Map<string, { readonly input: ProviderInput; readonly secret?: Secret | undefined }>()
  const resolve = createResolver(
    ports,
    {
      // A client id that a sign-in was given is kept with the rest.
      addProvider: async (input) => {
        const before = proposed.get(input.id)
        if (!before) return config.addProvider(input)
        propose({ ...before.input, ...input }, before.secret)
        return config.current()
      },
    },
    { ...secrets, secret: async (id) => proposed.get(id)?.secret ?? secrets.secret(id) },
  )
  let from: Settings | undefined
  let known: readonly Provider[] = []

  function all(): readonly Provider[] {
    const settings = config.current()
    if (from !== settings) {
      const providers = { ...settings.providers }
      for (const [id, { input }] of proposed) providers[id] = { ...providers[id], ...settingsOf(input) }
      known = assemble({ ...settings, providers }, (name) => ports.process.env(name))
      from = settings
    }
    return known
  }

  function propose(input: ProviderInput, secret?: Secret): void {
    // Held to the same rules as what stands in the file: https, and nothing else.
    checkProvider(input.id, settingsOf(input))
    proposed.set(input.id, { input, secret })
    from = undefined
  }

  return {
    all,
    isProposed: (id) => proposed.has(id),
    propose,
    async keep(id) {
      const known = proposed.get(id)
      if (!known) return
      if (known.secret) await secrets.keepSecret(id, known.secret)
      await config.addProvider(known.input)
      proposed.delete(id)
      from = undefined
    },
    find: (name) =>
      all().find((provider) => provider.id === name) ??
      all().find((provider) => provider.aliases?.includes(name)),
    resolve,
  }
}

function assemble(settings: Settings, env: Env): readonly Provider[] {
  const overrides = { ...settings.providers }
  const stock = STOCK.map((provider) => {
    const names = [provider.id, ...(provider.aliases ?? [])].filter((name) => Object.hasOwn(overrides, name))
    const override = names.map((name) => overrides[name]).find((one) => one !== undefined)
    for (const name of names) delete overrides[name]
    const known = withClientId(provider, env)
    return withoutSecret(override === undefined ? known : withOverride(known, override), env)
  })
  const added = Object.entries(overrides).map(([id, override]) =>
    withoutSecret(withOverride({ ...generic, ...factsOf(override), id, name: id }, override), env),
  )
  const all = [...stock, ...added]
  const { leadSeconds } = settings
  if (leadSeconds === undefined) return all
  // A person's own lead holds for every provider that has none of its own in config.json.
  const own = (id: string): boolean =>
    Object.hasOwn(settings.providers, id) && settings.providers[id]?.leadSeconds !== undefined
  return all.map((provider) => (own(provider.id) ? provider : { ...provider, leadMs: leadSeconds * 1000 }))
}

/**
 * What we believe about the vendor's server (retired, cannot be refreshed, its endpoints) does not hold for another one,
 * so a new issuer or token endpoint drops those beliefs.
 */
function withOverride(provider: Provider, override: ProviderSettings): Provider {
  const { leadSeconds, name, issuer, authorizationEndpoint, tokenEndpoint, deviceAuthorizationEndpoint } =
    override
  const { clientId, scopes, from, refreshEncoding, refreshScope, responseMembers, errorWords } = override
  const { revocationEndpoint, clientSecretEnv, clientAuthentication, redirect, rotation } = override
  const { authorizationParams, tokenParams, refreshParams, grantLifeDays, idleLimitDays } = override
  const { clientKeyId, clientAssertionAudience, clientSecretFile, clientSecretCommand } = override
  const { clientCertificateFile } = override
  const { grant, assertionClaims, assertionIn } = override
  const { dpop, requestObject, tokenExchange, pushedAuthorization, pushedAuthorizationEndpoint } = override
  const moved = issuer !== undefined || tokenEndpoint !== undefined
  const { notRefreshable, retired, withoutClientSecret, ...rest } = provider
  const beliefs = given({ notRefreshable, retired, withoutClientSecret })
  return {
    ...(issuer === undefined ? rest : withoutEndpoints(rest)),
    ...(moved ? {} : beliefs),
    ...given({ name, issuer, authorizationEndpoint, tokenEndpoint, deviceAuthorizationEndpoint }),
    ...given({ clientId, scopes, from, refreshEncoding, refreshScope, errorWords }),
    ...given({ revocationEndpoint, clientAuthentication, rotation, tokenParams, refreshParams }),
    ...given({ clientKeyId, clientAssertionAudience, clientSecretFile, clientSecretCommand }),
    ...given({ clientCertificateFile }),
    ...given({ grant, assertionClaims, assertionIn }),
    ...given({ dpop, requestObject, tokenExchange, pushedAuthorization, pushedAuthorizationEndpoint }),
    ...(authorizationParams === undefined ? {} : { authorizeParams: authorizationParams }),
    ...(clientSecretEnv === undefined ? {} : secretFrom(clientSecretEnv, name ?? provider.name)),
    ...(redirect === undefined ? {} : { redirect: { ...provider.redirect, ...redirectOf(redirect) } }),
    ...(responseMembers === undefined ? {} : { responseMembers: given(responseMembers) }),
    ...(grantLifeDays === undefined ? {} : { grantLifeMs: grantLifeDays * DAY }),
    ...(idleLimitDays === undefined ? {} : { idleLimitMs: idleLimitDays * DAY }),
    ...(leadSeconds === undefined ? {} : { leadMs: leadSeconds * 1000 }),
    custom: true,
  }
}

function redirectOf(redirect: NonNullable<ProviderSettings['redirect']>): Partial<Provider['redirect']> {
  if ('address' in redirect) return redirect
  const [port = 0, ...otherPorts] = [redirect.port].flat()
  return { ...redirect, port, ...(otherPorts.length === 0 ? {} : { otherPorts }) }
}

/** Whoever names a variable has a client with a secret: without it the token endpoint would turn us away each time. */
function secretFrom(variable: string, name: string): Partial<Provider> {
  return {
    clientSecretEnv: [variable],
    withoutClientSecret: `${name} wants the client secret in every renewal. Set ${variable} to it where Lamplighter runs.`,
  }
}

/** Another issuer's endpoints are discovered; none of the vendor's may stay. */
function withoutEndpoints(provider: Provider): Provider {
  const { authorizationEndpoint, tokenEndpoint, deviceAuthorizationEndpoint, ...others } = provider
  const { revocationEndpoint, pushedAuthorizationEndpoint, ...rest } = others
  return rest
}

function withClientId(provider: Provider, env: Env): Provider {
  const clientId = firstSet(provider.clientIdEnv, env)
  return clientId === undefined ? provider : { ...provider, clientId }
}

/** A client secret that the vendor wants and nobody gave makes the login one we cannot refresh. */
function withoutSecret(provider: Provider, env: Env): Provider {
  const { withoutClientSecret, clientSecretEnv } = provider
  if (withoutClientSecret === undefined || firstSet(clientSecretEnv, env) !== undefined) return provider
  return { ...provider, notRefreshable: withoutClientSecret }
}

/** The members that are there: with exactOptionalPropertyTypes, absent and undefined differ. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
