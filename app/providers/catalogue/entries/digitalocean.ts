/** DigitalOcean. */
import type { CatalogueEntry } from '../entry.ts'

export const digitalocean: CatalogueEntry = {
  id: 'digitalocean',
  name: 'DigitalOcean',
  category: 'cloud',
  words: ['servers', 'droplets', 'hosting'],
  client: 'confidential',
  authorizationEndpoint: 'https://cloud.digitalocean.com/v1/oauth/authorize',
  tokenEndpoint: 'https://cloud.digitalocean.com/v1/oauth/token',
  revocationEndpoint: 'https://cloud.digitalocean.com/v1/oauth/revoke',
  scopes: ['read'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 2_592_000,
    notes: [
      'The documentation has an address of its own for refreshing, /v1/oauth/refresh; the token address is believed to take it too.',
    ],
  },
  register: {
    page: 'https://cloud.digitalocean.com/account/api/applications',
    steps: 'Register an OAuth application with the callback address.',
  },
  source: [{ page: 'https://docs.digitalocean.com/reference/api/oauth', read: '2026-11-30' }],
  believed: ['scopes', 'redirect', 'clientAuthentication', 'behaviour'],
}
