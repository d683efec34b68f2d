/** A GitHub App's tokens on behalf of a person, which expire. */
import type { CatalogueEntry } from '../entry.ts'

export const githubApp: CatalogueEntry = {
  id: 'github-app',
  name: 'GitHub App',
  category: 'developer',
  words: ['git', 'repositories', 'code'],
  client: 'confidential',
  authorizationEndpoint: 'https://github.com/login/oauth/authorize',
  tokenEndpoint: 'https://github.com/login/oauth/access_token',
  deviceAuthorizationEndpoint: 'https://github.com/login/device/code',
  scopes: [],
  redirect: { kind: 'any-port', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 28_800,
    grantLifeDays: 184,
    notes: [
      'The access token that was replaced stops working at once.',
      'Expiration of user tokens is on unless the app opted out; without it there is no refresh token.',
    ],
  },
  register: {
    page: 'https://github.com/settings/apps/new',
    steps:
      'Create a GitHub App with the callback address, leave "Expire user authorization tokens" on, and allow the device flow if you want it.',
  },
  source: [
    {
      page: 'https://docs.github.com/en/developers/apps/refreshing-user-to-server-access-tokens',
      read: '2026-11-30',
    },
  ],
  believed: ['authorizationEndpoint', 'deviceAuthorizationEndpoint', 'redirect', 'clientAuthentication'],
}
