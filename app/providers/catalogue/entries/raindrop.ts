/** Raindrop.io. */
import type { CatalogueEntry } from '../entry.ts'

export const raindrop: CatalogueEntry = {
  id: 'raindrop',
  name: 'Raindrop.io',
  category: 'work',
  words: ['bookmarks', 'links'],
  client: 'confidential',
  authorizationEndpoint: 'https://raindrop.io/oauth/authorize',
  tokenEndpoint: 'https://raindrop.io/oauth/access_token',
  scopes: [],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  refreshEncoding: 'json',
  behaviour: {
    rotation: 'unknown',
    accessLifeSeconds: 1_209_600,
  },
  register: {
    page: 'https://app.raindrop.io/settings/integrations',
    steps: 'Create an app with the redirect address.',
  },
  source: [{ page: 'https://developer.raindrop.io/v1/authentication/token' }],
  believed: ['everything'],
}
