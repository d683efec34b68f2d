/** Canva. */
import type { CatalogueEntry } from '../entry.ts'

export const canva: CatalogueEntry = {
  id: 'canva',
  name: 'Canva',
  category: 'design',
  words: ['drawings', 'templates'],
  client: 'confidential',
  authorizationEndpoint: 'https://www.canva.com/api/oauth/authorize',
  tokenEndpoint: 'https://api.canva.com/rest/v1/oauth/token',
  revocationEndpoint: 'https://api.canva.com/rest/v1/oauth/revoke',
  scopes: ['profile:read', 'design:meta:read'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 14_400,
    notes: ['Revoking a refresh token revokes everything that came from it.'],
  },
  register: {
    page: 'https://www.canva.com/developers/integrations',
    steps:
      'Create an integration, make a secret, tick the scopes, and add the redirect address (127.0.0.1, not localhost).',
  },
  source: [
    {
      page: 'https://canva.dev/docs/connect/api-reference/authentication/generate-access-token',
      read: '2026-11-30',
    },
    {
      page: 'https://www.canva.dev/docs/apps/rest-apis/reference/authentication/revoke-token/',
      read: '2026-11-30',
    },
  ],
  believed: ['authorizationEndpoint', 'tokenEndpoint', 'redirect', 'behaviour.rotation'],
}
