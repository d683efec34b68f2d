/** What is known of authorization servers wherever they are set up: told by the host of their issuer or token endpoint. */
import type { Provider } from '../model/provider.ts'

interface KnownServer {
  readonly hosts: readonly string[]
  readonly facts: Partial<Omit<Provider, 'id' | 'name' | 'custom'>>
}

const SERVERS: readonly KnownServer[] = [
  {
    // Without a scope a refresh is answered for the resource of the last request, whichever that was.
    hosts: ['login.microsoftonline.com', 'login.microsoftonline.us', 'login.partner.microsoftonline.cn'],
    facts: { refreshScope: 'always' },
  },
]

/** Nothing for a server that nobody has described. */
export function factsOf({
  issuer,
  tokenEndpoint,
}: {
  readonly issuer?: string | undefined
  readonly tokenEndpoint?: string | undefined
}): KnownServer['facts'] {
  const hosts = [issuer, tokenEndpoint].map((address) => address && new URL(address).hostname) // checked by the schema
  return SERVERS.find((server) => server.hosts.some((host) => hosts.includes(host)))?.facts ?? {}
}
