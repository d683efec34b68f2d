/** Home Assistant. Its client id is an address; nothing is registered. */
import type { CatalogueEntry } from '../entry.ts'

export const homeAssistant: CatalogueEntry = {
  id: 'home-assistant',
  name: 'Home Assistant',
  category: 'home',
  words: ['smart', 'automation', 'hass'],
  blanks: [
    { name: 'host', label: 'Host and port of your Home Assistant', example: 'homeassistant.example.com' },
  ],
  client: 'public',
  authorizationEndpoint: 'https://{host}/auth/authorize',
  tokenEndpoint: 'https://{host}/auth/token',
  revocationEndpoint: 'https://{host}/auth/revoke',
  scopes: [],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'none',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 1800,
    notes: [
      'The client id is a web address with the host and port of the redirect address: http://127.0.0.1:47813/',
    ],
  },
  register: {
    page: 'https://developers.home-assistant.io/docs/auth_api',
    steps: 'Nothing to register. Give http://127.0.0.1:47813/ for the client id.',
  },
  source: [{ page: 'https://developers.home-assistant.io/docs/auth_api', read: '2026-11-30' }],
  believed: ['revocationEndpoint', 'behaviour.rotation', 'behaviour.accessLifeSeconds'],
}
