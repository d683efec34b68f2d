/** SoundCloud. */
import type { CatalogueEntry } from '../entry.ts'

export const soundcloud: CatalogueEntry = {
  id: 'soundcloud',
  name: 'SoundCloud',
  category: 'media',
  words: ['music', 'audio'],
  client: 'confidential',
  authorizationEndpoint: 'https://secure.soundcloud.com/authorize',
  tokenEndpoint: 'https://secure.soundcloud.com/oauth/token',
  scopes: [],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 3600,
  },
  register: {
    page: 'https://soundcloud.com/you/apps',
    steps: 'Register an app with the redirect address.',
  },
  source: [{ page: 'https://developers.soundcloud.com/docs/api/guide' }],
  believed: ['everything'],
}
