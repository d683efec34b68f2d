/** FreshBooks. */
import type { CatalogueEntry } from '../entry.ts'

export const freshbooks: CatalogueEntry = {
  id: 'freshbooks',
  name: 'FreshBooks',
  category: 'business',
  words: ['accounting', 'invoices'],
  client: 'confidential',
  authorizationEndpoint: 'https://auth.freshbooks.com/oauth/authorize',
  tokenEndpoint: 'https://api.freshbooks.com/auth/oauth/token',
  revocationEndpoint: 'https://api.freshbooks.com/auth/oauth/revoke',
  scopes: ['user:profile:read'],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_post',
  refreshEncoding: 'json',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 43_200,
  },
  register: {
    page: 'https://my.freshbooks.com/#/developer',
    steps: 'Create an app with the redirect address.',
  },
  source: [{ page: 'https://www.freshbooks.com/api/authentication' }],
  believed: ['everything'],
}
