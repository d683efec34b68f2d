/** Patreon. */
import type { CatalogueEntry } from '../entry.ts'

export const patreon: CatalogueEntry = {
  id: 'patreon',
  name: 'Patreon',
  category: 'media',
  words: ['creators', 'memberships'],
  client: 'confidential',
  authorizationEndpoint: 'https://www.patreon.com/oauth2/authorize',
  tokenEndpoint: 'https://www.patreon.com/api/oauth2/token',
  scopes: ['identity'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 2_678_400,
  },
  register: {
    page: 'https://www.patreon.com/portal/registration/register-clients',
    steps: 'Create a client with the redirect address.',
  },
  source: [{ page: 'https://docs.patreon.com/#oauth' }],
  believed: ['everything'],
}
