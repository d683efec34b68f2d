/** X, formerly Twitter. */
import type { CatalogueEntry } from '../entry.ts'

export const x: CatalogueEntry = {
  id: 'x',
  name: 'X',
  category: 'social',
  words: ['twitter', 'tweets', 'posts'],
  client: 'either',
  authorizationEndpoint: 'https://x.com/i/oauth2/authorize',
  tokenEndpoint: 'https://api.x.com/2/oauth2/token',
  revocationEndpoint: 'https://api.x.com/2/oauth2/revoke',
  scopes: ['tweet.read', 'users.read', 'offline.access'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_basic',
  errorWords: { 'invalid_request: Value passed for the token was invalid': 'rejected' },
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 7200,
    notes: ['Without "offline.access" there is no refresh token.'],
  },
  register: {
    page: 'https://developer.x.com/en/portal/dashboard',
    steps:
      'Create an app and set up user authentication; "Native App" has no secret. Add the callback address.',
  },
  source: [
    {
      page: 'https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token.md',
      read: '2026-11-30',
    },
    {
      page: 'https://docs.x.com/es/fundamentals/authentication/oauth-2-0/authorization-code',
      read: '2026-11-30',
    },
  ],
  believed: ['authorizationEndpoint', 'revocationEndpoint', 'redirect', 'behaviour.rotation', 'errorWords'],
}
