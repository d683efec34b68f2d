/** Who is asked for a login's next tokens: what is asked there at once has one limit. Pure. */
import type { Profile } from './profile.ts'
import { type Provider, providerOf } from './provider.ts'

/** The login's own server where it names one: a provider may stand for many (MCP servers). */
export function tokenEndpointOf(profile: Profile, provider: Provider | undefined): string {
  if (!provider) return profile.provider
  const { tokenEndpoint, issuer } = providerOf(provider, profile.grant.current)
  return tokenEndpoint ?? issuer ?? profile.provider
}
