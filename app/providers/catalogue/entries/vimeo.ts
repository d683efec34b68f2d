/** Vimeo, whose tokens do not expire. */
import type { CatalogueEntry } from '../entry.ts'

export const vimeo: CatalogueEntry = {
  id: 'vimeo',
  name: 'Vimeo',
  category: 'media',
  words: ['video'],
  client: 'confidential',
  authorizationEndpoint: 'https://api.vimeo.com/oauth/authorize',
  tokenEndpoint: 'https://api.vimeo.com/oauth/access_token',
  deviceAuthorizationEndpoint: 'https://api.vimeo.com/oauth/device',
  scopes: ['public', 'private'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 'endless',
  },
  register: {
    page: 'https://developer.vimeo.com/apps/new',
    steps: 'Create an app and add the callback address.',
  },
  source: [{ page: 'https://developer.vimeo.com/api/authentication' }],
  believed: ['everything'],
}
