/** Netatmo. */
import type { CatalogueEntry } from '../entry.ts'

export const netatmo: CatalogueEntry = {
  id: 'netatmo',
  name: 'Netatmo',
  category: 'home',
  words: ['weather', 'thermostat'],
  client: 'confidential',
  authorizationEndpoint: 'https://api.netatmo.com/oauth2/authorize',
  tokenEndpoint: 'https://api.netatmo.com/oauth2/token',
  scopes: ['read_station'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 10_800,
  },
  register: {
    page: 'https://dev.netatmo.com/apps/createanapp',
    steps: 'Create an app with the redirect address.',
  },
  source: [{ page: 'https://readme.hex.pm/netatmox/0.1.1', read: '2026-11-30' }],
  believed: ['authorizationEndpoint', 'redirect'],
}
