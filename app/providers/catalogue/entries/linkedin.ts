/** LinkedIn; refresh tokens for approved partners only. */
import type { CatalogueEntry } from '../entry.ts'

export const linkedin: CatalogueEntry = {
  id: 'linkedin',
  name: 'LinkedIn',
  category: 'social',
  words: ['jobs', 'network'],
  client: 'confidential',
  authorizationEndpoint: 'https://www.linkedin.com/oauth/v2/authorization',
  tokenEndpoint: 'https://www.linkedin.com/oauth/v2/accessToken',
  scopes: ['openid', 'profile', 'email'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  errorWords: {
    'invalid_request: The provided authorization grant or refresh token is invalid, expired or revoked':
      'rejected',
  },
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 5_184_000,
    grantLifeDays: 365,
    notes: ["The refresh token's year counts from the sign-in; a refresh does not move it."],
  },
  register: {
    page: 'https://www.linkedin.com/developers/apps',
    steps: 'Create an app, add a product, and put the redirect address under Auth.',
  },
  source: [
    {
      page: 'https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens',
      read: '2026-11-30',
    },
    { page: 'https://kestra.io/plugins/io.kestra.plugin.linkedin.OAuth2', read: '2026-11-30' },
  ],
  believed: ['authorizationEndpoint', 'scopes', 'redirect', 'clientAuthentication', 'errorWords'],
}
