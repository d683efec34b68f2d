/** Webex integrations. */
import type { CatalogueEntry } from '../entry.ts'

export const webex: CatalogueEntry = {
  id: 'webex',
  name: 'Webex',
  category: 'chat',
  words: ['cisco', 'meetings', 'messages'],
  client: 'confidential',
  authorizationEndpoint: 'https://webexapis.com/v1/authorize',
  tokenEndpoint: 'https://webexapis.com/v1/access_token',
  scopes: ['spark:people_read'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 1_209_600,
    idleLimitDays: 90,
    notes: ['Each refresh gives the refresh token its 90 days anew.'],
  },
  register: {
    page: 'https://developer.webex.com/my-apps/new/integration',
    steps: 'Create an integration, choose its scopes, and add the redirect address.',
  },
  source: [{ page: 'https://developer.webex.com/docs/integrations', read: '2026-11-30' }],
  believed: [
    'authorizationEndpoint',
    'tokenEndpoint',
    'scopes',
    'redirect',
    'clientAuthentication',
    'behaviour.rotation',
    'behaviour.accessLifeSeconds',
    'behaviour.idleLimitDays',
    'behaviour.notes',
  ],
}
