/** Netlify, whose tokens do not expire. */
import type { CatalogueEntry } from '../entry.ts'

export const netlify: CatalogueEntry = {
  id: 'netlify',
  name: 'Netlify',
  category: 'cloud',
  words: ['hosting', 'sites'],
  client: 'confidential',
  authorizationEndpoint: 'https://app.netlify.com/authorize',
  tokenEndpoint: 'https://api.netlify.com/oauth/token',
  scopes: [],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 'endless',
  },
  register: {
    page: 'https://app.netlify.com/user/applications/new',
    steps: 'Create an OAuth application with the redirect address.',
  },
  source: [{ page: 'https://docs.netlify.com/api/get-started/' }],
  believed: ['everything'],
}
