/** Front. */
import type { CatalogueEntry } from '../entry.ts'

export const front: CatalogueEntry = {
  id: 'front',
  name: 'Front',
  category: 'business',
  words: ['mail', 'inbox', 'support'],
  client: 'confidential',
  authorizationEndpoint: 'https://app.frontapp.com/oauth/authorize',
  tokenEndpoint: 'https://app.frontapp.com/oauth/token',
  scopes: [],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'unknown',
    accessLifeSeconds: 3600,
  },
  register: {
    page: 'https://app.frontapp.com/settings/developers/apps',
    steps: 'Create an app with the OAuth feature and the redirect address.',
  },
  source: [{ page: 'https://dev.frontapp.com/docs/oauth' }],
  believed: ['everything'],
}
