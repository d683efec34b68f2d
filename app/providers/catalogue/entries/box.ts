/** Box. */
import type { CatalogueEntry } from '../entry.ts'

export const box: CatalogueEntry = {
  id: 'box',
  name: 'Box',
  category: 'files',
  words: ['storage', 'documents'],
  client: 'confidential',
  authorizationEndpoint: 'https://account.box.com/api/oauth2/authorize',
  tokenEndpoint: 'https://api.box.com/oauth2/token',
  revocationEndpoint: 'https://api.box.com/oauth2/revoke',
  scopes: [],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 3600,
    idleLimitDays: 60,
    notes: ["The application's settings decide the scopes."],
  },
  register: {
    page: 'https://app.box.com/developers/console',
    steps: 'Create a custom app with user authentication (OAuth 2.0) and add the redirect address.',
  },
  source: [
    { page: 'https://developer.box.com/guides/authentication/tokens/refresh', read: '2026-11-30' },
    { page: 'https://developer.box.com/guides/authentication/tokens/access-tokens/', read: '2026-11-30' },
  ],
  believed: ['authorizationEndpoint', 'revocationEndpoint', 'redirect', 'clientAuthentication'],
}
