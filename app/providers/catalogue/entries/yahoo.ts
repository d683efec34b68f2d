/** Yahoo. */
import type { CatalogueEntry } from '../entry.ts'

export const yahoo: CatalogueEntry = {
  id: 'yahoo',
  name: 'Yahoo',
  category: 'work',
  words: ['mail', 'fantasy'],
  client: 'confidential',
  authorizationEndpoint: 'https://api.login.yahoo.com/oauth2/request_auth',
  tokenEndpoint: 'https://api.login.yahoo.com/oauth2/get_token',
  scopes: ['openid'],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 3600,
  },
  register: {
    page: 'https://developer.yahoo.com/apps/create/',
    steps: 'Create an app with the redirect address.',
  },
  source: [{ page: 'https://developer.yahoo.com/oauth2/guide/' }],
  believed: ['everything'],
}
