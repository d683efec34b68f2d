/** Heroku. */
import type { CatalogueEntry } from '../entry.ts'

export const heroku: CatalogueEntry = {
  id: 'heroku',
  name: 'Heroku',
  category: 'cloud',
  words: ['hosting', 'dynos', 'salesforce'],
  client: 'confidential',
  authorizationEndpoint: 'https://id.heroku.com/oauth/authorize',
  tokenEndpoint: 'https://id.heroku.com/oauth/token',
  scopes: ['identity', 'read'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 28_800,
    notes: ['Only the client secret is asked for beside the code or the refresh token.'],
  },
  register: {
    page: 'https://dashboard.heroku.com/account/applications',
    steps: 'Register an API client with the callback address.',
  },
  source: [{ page: 'https://devcenter.heroku.com/articles/oauth', read: '2026-11-30' }],
  believed: ['scopes', 'redirect', 'clientAuthentication', 'behaviour'],
}
