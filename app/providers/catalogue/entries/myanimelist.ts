/** MyAnimeList. */
import type { CatalogueEntry } from '../entry.ts'

export const myanimelist: CatalogueEntry = {
  id: 'myanimelist',
  name: 'MyAnimeList',
  category: 'media',
  words: ['anime', 'manga'],
  client: 'either',
  authorizationEndpoint: 'https://myanimelist.net/v1/oauth2/authorize',
  tokenEndpoint: 'https://myanimelist.net/v1/oauth2/token',
  scopes: [],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 2_678_400,
    notes: ['Knows only the plain kind of PKCE, while Lamplighter sends S256: the sign-in may be refused.'],
  },
  register: {
    page: 'https://myanimelist.net/apiconfig',
    steps: 'Create an app ("other" for one without a secret) with the redirect address.',
  },
  source: [{ page: 'https://myanimelist.net/apiconfig/references/authorization' }],
  believed: ['everything'],
}
