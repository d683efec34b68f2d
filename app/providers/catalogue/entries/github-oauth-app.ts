/** A GitHub OAuth app, whose tokens expire only where the app says so. */
import type { CatalogueEntry } from '../entry.ts'

export const githubOauthApp: CatalogueEntry = {
  id: 'github-oauth-app',
  name: 'GitHub OAuth app',
  category: 'developer',
  words: ['git', 'repositories', 'code'],
  client: 'confidential',
  authorizationEndpoint: 'https://github.com/login/oauth/authorize',
  tokenEndpoint: 'https://github.com/login/oauth/access_token',
  deviceAuthorizationEndpoint: 'https://github.com/login/device/code',
  scopes: ['repo', 'read:user'],
  redirect: { kind: 'any-port', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'unknown',
    notes: [
      'With token expiration on, an access token lives eight hours and comes with a refresh token that rotates; otherwise it does not lapse.',
    ],
  },
  register: {
    page: 'https://github.com/settings/applications/new',
    steps: 'Create an OAuth app with the callback address, and make a client secret.',
  },
  source: [{ page: 'https://github.com/orgs/community/discussions/210540', read: '2026-11-30' }],
  believed: ['authorizationEndpoint', 'deviceAuthorizationEndpoint', 'scopes', 'redirect'],
}
