/** Square. */
import type { CatalogueEntry } from '../entry.ts'

export const square: CatalogueEntry = {
  id: 'square',
  name: 'Square',
  category: 'commerce',
  words: ['payments', 'shop', 'orders'],
  client: 'either',
  authorizationEndpoint: 'https://connect.squareup.com/oauth2/authorize',
  tokenEndpoint: 'https://connect.squareup.com/oauth2/token',
  revocationEndpoint: 'https://connect.squareup.com/oauth2/revoke',
  scopes: ['MERCHANT_PROFILE_READ'],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_post',
  refreshEncoding: 'json',
  behaviour: {
    rotation: 'unknown',
    accessLifeSeconds: 2_592_000,
    notes: [
      'With a secret the refresh token stays the same and does not expire; with PKCE alone it is good for one use and 90 days.',
      'The end comes as "expires_at", a date. Square asks for a refresh every seven days.',
    ],
  },
  register: {
    page: 'https://developer.squareup.com/apps',
    steps: 'Create an application and enter the redirect address under OAuth.',
  },
  source: [
    { page: 'https://developer.squareup.com/reference/square/o-auth/obtain-token', read: '2026-11-30' },
    { page: 'https://developer.squareup.com/docs/oauth-api/overview', read: '2026-11-30' },
  ],
  believed: ['revocationEndpoint', 'scopes', 'behaviour.notes'],
}
