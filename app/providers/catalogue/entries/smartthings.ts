/** Samsung SmartThings. */
import type { CatalogueEntry } from '../entry.ts'

export const smartthings: CatalogueEntry = {
  id: 'smartthings',
  name: 'SmartThings',
  category: 'home',
  words: ['samsung', 'smart', 'devices'],
  client: 'confidential',
  authorizationEndpoint: 'https://api.smartthings.com/oauth/authorize',
  tokenEndpoint: 'https://api.smartthings.com/oauth/token',
  scopes: ['r:devices:*'],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 86_400,
    idleLimitDays: 30,
  },
  register: {
    page: 'https://developer.smartthings.com/workspace/',
    steps: 'Create an OAuth-In app (also: smartthings apps:create) with the redirect address.',
  },
  source: [{ page: 'https://developer.smartthings.com/docs/connected-services/oauth-integrations' }],
  believed: ['everything'],
}
