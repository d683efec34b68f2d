/** Fitbit. */
import type { CatalogueEntry } from '../entry.ts'

export const fitbit: CatalogueEntry = {
  id: 'fitbit',
  name: 'Fitbit',
  category: 'health',
  words: ['steps', 'sleep', 'sport', 'google'],
  client: 'either',
  authorizationEndpoint: 'https://www.fitbit.com/oauth2/authorize',
  tokenEndpoint: 'https://api.fitbit.com/oauth2/token',
  revocationEndpoint: 'https://api.fitbit.com/oauth2/revoke',
  scopes: ['activity', 'heartrate', 'sleep', 'profile'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'always',
    reuseGraceSeconds: 120,
    accessLifeSeconds: 28_800,
    notes: ['The refresh token never expires, and is good for one use. Errors come as a list: "errors".'],
  },
  register: {
    page: 'https://dev.fitbit.com/apps/new',
    steps: 'Register an application of the type "Client" (no secret) or "Server" with the redirect address.',
  },
  source: [
    {
      page: 'https://dev.fitbit.com/build/reference/web-api/authorization/refresh-token',
      read: '2026-11-30',
    },
    {
      page: 'https://dev.fitbit.com/build/reference/web-api/developer-guide/best-practices',
      read: '2026-11-30',
    },
  ],
  believed: [
    'authorizationEndpoint',
    'revocationEndpoint',
    'scopes',
    'redirect',
    'behaviour.reuseGraceSeconds',
  ],
}
