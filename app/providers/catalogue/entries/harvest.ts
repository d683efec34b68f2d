/** Harvest. */
import type { CatalogueEntry } from '../entry.ts'

export const harvest: CatalogueEntry = {
  id: 'harvest',
  name: 'Harvest',
  category: 'business',
  words: ['time', 'tracking', 'timesheets'],
  client: 'confidential',
  authorizationEndpoint: 'https://id.getharvest.com/oauth2/authorize',
  tokenEndpoint: 'https://id.getharvest.com/api/v2/oauth2/token',
  scopes: [],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'unknown',
    accessLifeSeconds: 1_209_600,
  },
  register: {
    page: 'https://id.getharvest.com/oauth2/clients/new',
    steps: 'Create an OAuth2 application with the redirect address.',
  },
  source: [{ page: 'https://help.getharvest.com/api-v2/authentication-api/authentication/authentication/' }],
  believed: ['everything'],
}
