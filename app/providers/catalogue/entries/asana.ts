/** Asana. */
import type { CatalogueEntry } from '../entry.ts'

export const asana: CatalogueEntry = {
  id: 'asana',
  name: 'Asana',
  category: 'work',
  words: ['tasks', 'projects'],
  client: 'confidential',
  authorizationEndpoint: 'https://app.asana.com/-/oauth_authorize',
  tokenEndpoint: 'https://app.asana.com/-/oauth_token',
  revocationEndpoint: 'https://app.asana.com/-/oauth_revoke',
  scopes: ['default'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 3600,
  },
  register: {
    page: 'https://app.asana.com/0/my-apps',
    steps: 'Create an app; under OAuth add the redirect address.',
  },
  source: [
    { page: 'https://developers.asana.com/docs/oauth', read: '2026-11-30' },
    { page: 'https://github.com/testmonitor/asana-client', read: '2026-11-30' },
  ],
  believed: ['scopes', 'redirect', 'clientAuthentication', 'behaviour.rotation'],
}
