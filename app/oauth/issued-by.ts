/** Which authorization server a login's tokens belong to: nobody else is ever sent them. Pure. */
import type { Provider, ResolvedProvider } from '../model/provider.ts'
import { originOf } from './endpoint-url.ts'

export interface IssuedBy {
  readonly tokenEndpoint: string
  /** Where the endpoint was discovered: the issuer that named it. */
  readonly issuer?: string
}

/** @param provider as it is written down: an endpoint that stands there was not discovered */
export function issuedBy(
  provider: Provider,
  { tokenEndpoint, issuer }: Pick<ResolvedProvider, 'tokenEndpoint' | 'issuer'>,
): IssuedBy {
  const isDiscovered = provider.tokenEndpoint === undefined && issuer !== undefined
  return { tokenEndpoint, ...(isDiscovered ? { issuer } : {}) }
}

/** An issuer may move its endpoint within the host it had, or to its own: whoever names another host has to be believed by a person. */
export function isSameServer(known: IssuedBy, now: IssuedBy): boolean {
  if (known.tokenEndpoint === now.tokenEndpoint) return true
  if (known.issuer === undefined || known.issuer !== now.issuer) return false
  const origin = originOf(now.tokenEndpoint)
  return origin === originOf(known.tokenEndpoint) || origin === originOf(known.issuer)
}
