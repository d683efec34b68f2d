/** WordPress.com, whose tokens do not expire. */
import type { CatalogueEntry } from '../entry.ts'

export const wordpressCom: CatalogueEntry = {
  id: 'wordpress-com',
  name: 'WordPress.com',
  category: 'design',
  words: ['blog', 'sites', 'jetpack', 'automattic'],
  client: 'confidential',
  authorizationEndpoint: 'https://public-api.wordpress.com/oauth2/authorize',
  tokenEndpoint: 'https://public-api.wordpress.com/oauth2/token',
  scopes: ['auth'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 'endless',
  },
  register: {
    page: 'https://developer.wordpress.com/apps/new/',
    steps: 'Create an application with the redirect address.',
  },
  source: [{ page: 'https://developer.wordpress.com/docs/oauth2/' }],
  believed: ['everything'],
}
