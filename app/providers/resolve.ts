/** Provider -> ResolvedProvider: discovery once for each issuer, the client id, the client secret. */

import { AppError } from '../base/errors.ts'
import type { Ports } from '../base/ports.ts'
import type { Config } from '../config/config.ts'
import { isInTls, type Provider, type ResolvedProvider, redirectUriOf } from '../model/provider.ts'
import { clientAuthOf, methodOf } from '../oauth/client-authentication.ts'
import { discover, type ServerMetadata } from '../oauth/discovery.ts'
import { newProofKey } from '../oauth/dpop.ts'
import { registerClient } from '../oauth/registration.ts'
import type { ClientSecrets } from '../stores/vault/client-secrets.ts'
import { certificateFileOf, clientSecretOf, type SecretPorts } from './client-secret.ts'

export type Purpose = 'refresh' | 'login' | 'logout' | 'exchange'
export type ProviderPorts = Pick<Ports, 'http' | 'clock'> & SecretPorts

/** A tray application runs for months, and providers move their endpoints: ask again once a day. */
const DISCOVERY_LIFE_MS = 24 * 60 * 60 * 1000

export function createResolver(
  ports: ProviderPorts,
  config: Pick<Config, 'addProvider'>,
  secrets: ClientSecrets,
): (provider: Provider, purpose?: Purpose) => Promise<ResolvedProvider> {
  const discovered = new Map<string, Promise<ServerMetadata>>()
  const discoveredAtMs = new Map<string, number>()
  const registered = new Map<string, Promise<string>>()

  return async (provider, purpose = 'refresh') => {
    const metadata = await metadataFor(provider, purpose)
    const secret = (await clientSecretOf(ports, secrets, provider)) ?? provider.clientSecret
    const clientCertificate = await certificateFileOf(ports, provider)
    const shown = {
      ...(secret === undefined ? {} : { clientSecret: secret }),
      ...(clientCertificate === undefined ? {} : { clientCertificate }),
    }
    const complete = { ...fill(provider, metadata, shown), ...shown }
    const { tokenEndpoint } = complete
    if (tokenEndpoint === undefined) {
      throw new AppError('CONFIG_INVALID', `${provider.name} has no token endpoint.`, {
        hint: `Give "${provider.id}" an issuer or a tokenEndpoint in config.json.`,
      })
    }
    const clientId = complete.clientId ?? (await register(complete, purpose, metadata))
    const proofKey = provider.dpop ? await secrets.proofKey(provider.id, newProofKey) : undefined
    const resolved = {
      ...complete,
      tokenEndpoint,
      clientId,
      ...(proofKey === undefined ? {} : { proofKey }),
    }
    await clientAuthOf(resolved) // a key that is none is told before anything is spent
    return resolved
  }

  function metadataFor(provider: Provider, purpose: Purpose): Promise<ServerMetadata> | undefined {
    const { issuer } = provider
    if (issuer === undefined) return undefined
    const noLogin = !provider.authorizationEndpoint && !provider.deviceAuthorizationEndpoint
    const noPush = provider.pushedAuthorization === true && !provider.pushedAuthorizationEndpoint
    const needed =
      provider.tokenEndpoint === undefined ||
      (purpose === 'login' && (noLogin || noPush)) ||
      (purpose === 'logout' && !provider.revocationEndpoint) ||
      (purpose === 'exchange' && provider.tokenExchange === undefined)
    if (!needed) return undefined
    const nowMs = ports.clock.now()
    const ageMs = nowMs - (discoveredAtMs.get(issuer) ?? nowMs)
    if (ageMs < 0 || ageMs > DISCOVERY_LIFE_MS) discovered.delete(issuer) // negative: the clock was set back
    return once(discovered, issuer, () => {
      discoveredAtMs.set(issuer, nowMs)
      return discover(ports.http, issuer)
    })
  }

  /** A refresh needs the client that the grant was given to, so only a login may make a new one. */
  async function register(provider: Provider, purpose: Purpose, metadata?: ServerMetadata): Promise<string> {
    const registrationEndpoint = metadata?.registrationEndpoint
    if (purpose !== 'login' || registrationEndpoint === undefined) {
      throw new AppError('CONFIG_INVALID', `${provider.name} has no client id.`, {
        hint: [
          `Give "${provider.id}" a clientId in config.json, or --client-id at the sign-in`,
          ...(provider.clientIdEnv ?? []).map((name) => `set ${name}`),
        ]
          .join(', or ')
          .concat(`. It is that of an application whose redirect address is ${redirectUriOf(provider)}`),
      })
    }
    // From config.json it is known by the next call, and only as long as it stands there.
    return onceAtATime(registered, provider.id, async () => {
      const clientId = await registerClient(ports.http, {
        registrationEndpoint,
        redirectUri: redirectUriOf(provider),
        scopes: provider.scopes,
        deviceFlow: provider.deviceAuthorizationEndpoint !== undefined,
      })
      await config.addProvider({ id: provider.id, clientId })
      return clientId
    })
  }
}

function fill(
  provider: Provider,
  metadata: ServerMetadata | undefined,
  shown: Pick<ResolvedProvider, 'clientSecret' | 'clientCertificate'>,
): Provider {
  if (metadata === undefined) return provider
  const { certificateEndpoints, ...general } = metadata
  const isShownInTls = isInTls(methodOf({ ...general, ...provider, ...shown }))
  const endpoints = isShownInTls ? certificateEndpoints : {}
  const { registrationEndpoint: _, scopesSupported: __, ...told } = { ...general, ...endpoints }
  // What a person or the stock data says wins; the issuer is taken as the server spells it.
  return { ...told, ...provider, issuer: metadata.issuer }
}

/** Two callers, one request; the next one asks again. */
function onceAtATime<T>(running: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  return once(running, key, () => make().finally(() => running.delete(key)))
}

/** Two callers, one request; a failure is forgotten, so that the next one asks again. */
function once<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = cache.get(key)
  if (known !== undefined) return known
  const made = make()
  cache.set(key, made)
  made.catch(() => cache.delete(key)) // the caller sees the error; here it only clears the way
  return made
}
