/** Philips Hue, from outside the house. */
import type { CatalogueEntry } from '../entry.ts'

export const philipsHue: CatalogueEntry = {
  id: 'philips-hue',
  name: 'Philips Hue',
  category: 'home',
  words: ['lights', 'lamps'],
  client: 'confidential',
  authorizationEndpoint: 'https://api.meethue.com/v2/oauth2/authorize',
  tokenEndpoint: 'https://api.meethue.com/v2/oauth2/token',
  scopes: [],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 604_800,
    grantLifeDays: 112,
  },
  register: {
    page: 'https://developers.meethue.com/my-apps/',
    steps: 'Create a remote app with the callback address.',
  },
  source: [{ page: 'https://developers.meethue.com/develop/hue-api/remote-authentication-oauth/' }],
  believed: ['everything'],
}
