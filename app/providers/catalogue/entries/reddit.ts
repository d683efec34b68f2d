/** Reddit, for a script or a web app. */
import type { CatalogueEntry } from '../entry.ts'

export const reddit: CatalogueEntry = {
  id: 'reddit',
  name: 'Reddit',
  category: 'social',
  words: ['posts', 'subreddits'],
  client: 'confidential',
  authorizationEndpoint: 'https://www.reddit.com/api/v1/authorize',
  tokenEndpoint: 'https://www.reddit.com/api/v1/access_token',
  revocationEndpoint: 'https://www.reddit.com/api/v1/revoke_token',
  scopes: ['identity', 'read'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_basic',
  authorizationParams: { duration: 'permanent' },
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 3600,
    notes: ['Without "duration" the login lasts an hour and has no refresh token.'],
  },
  register: {
    page: 'https://www.reddit.com/prefs/apps',
    steps: 'Create an app of the type "script" or "web app" with the redirect address.',
  },
  source: [
    { page: 'https://python-social-auth.readthedocs.io/en/latest/backends/reddit.html', read: '2026-11-30' },
    {
      page: 'https://powershellgallery.com/packages/PSRAW/1.1.0.6/Content/en-US/about_RedditOAuthDuration.help.txt',
      read: '2026-11-30',
    },
  ],
  believed: [
    'authorizationEndpoint',
    'tokenEndpoint',
    'revocationEndpoint',
    'redirect',
    'clientAuthentication',
    'behaviour.rotation',
  ],
}
