/** What one machine tells another of a provider: all that config.json says of it, but for what is of that machine alone. */
import type { ProviderSettings } from '../../../config/schema.ts'
import type { Provider } from '../../../model/provider.ts'
import { originOf } from '../../../oauth/endpoint-url.ts'
import type { NodeDeps } from '../connection/deps.ts'
import type { Definition } from '../connection/protocol.ts'

/** Members of `settings`, by their names in config.json. */
export const CARRIED = [
  'revocationEndpoint',
  'pushedAuthorizationEndpoint',
  'pushedAuthorization',
  'requestObject',
  'tokenExchange',
  'grant',
  'assertionClaims',
  'assertionIn',
  'clientAuthentication',
  'clientKeyId',
  'clientAssertionAudience',
  'redirect',
  'authorizationParams',
  'tokenParams',
  'refreshParams',
  'refreshScope',
  'responseMembers',
  'errorWords',
  'rotation',
  'grantLifeDays',
  'idleLimitDays',
] as const satisfies readonly (keyof ProviderSettings)[]

/** Where secrets are read from, the keys that tokens are bound to, a person's own taste: they mean nothing elsewhere, or harm. */
export const STAYS = [
  'clientSecretEnv',
  'clientSecretFile',
  'clientSecretCommand',
  'clientCertificateFile',
  'dpop',
  'leadSeconds',
  'from',
] as const satisfies readonly (keyof ProviderSettings)[]

export function definitionOf({ config }: Pick<NodeDeps, 'config'>, provider: Provider): Definition {
  const { id, name, issuer, authorizationEndpoint, tokenEndpoint, deviceAuthorizationEndpoint } = provider
  const written: ProviderSettings = config.current().providers[id] ?? {}
  const settings = Object.fromEntries(
    CARRIED.flatMap((field) => (written[field] === undefined ? [] : [[field, written[field]]])),
  )
  return {
    id,
    name,
    custom: provider.custom,
    refreshEncoding: provider.refreshEncoding,
    scopes: [...provider.scopes],
    ...(issuer === undefined ? {} : { issuer }),
    ...(authorizationEndpoint === undefined ? {} : { authorizationEndpoint }),
    ...(tokenEndpoint === undefined ? {} : { tokenEndpoint }),
    ...(deviceAuthorizationEndpoint === undefined ? {} : { deviceAuthorizationEndpoint }),
    ...(provider.clientId === undefined ? {} : { clientId: provider.clientId }),
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
  }
}

const TOKENS_GO_THERE = ['revocationEndpoint', 'pushedAuthorizationEndpoint'] as const

/**
 * Why it cannot be added here as it is: a newer Lamplighter says more of it than is understood, or tokens and secrets would
 * go to another host than the one that a person is shown. @param shown the endpoint that they agree to
 */
export function whyNotAdded({ settings = {} }: Definition, shown: string): string | undefined {
  const known: readonly string[] = CARRIED
  const strange = Object.keys(settings).filter((field) => !known.includes(field))
  if (strange.length > 0) {
    return `That machine says things of it that are not understood here (${strange.sort().join(', ')}): update Lamplighter, or add the provider yourself.`
  }
  const elsewhere = TOKENS_GO_THERE.find((field) => {
    const address = settings[field]
    return address !== undefined && originOf(String(address)) !== originOf(shown)
  })
  if (elsewhere === undefined) return undefined
  return `Its ${elsewhere} is on another host than ${shown}: add the provider yourself first, with lamplighter provider add.`
}
