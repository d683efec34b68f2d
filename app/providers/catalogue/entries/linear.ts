/** Linear. */
import type { CatalogueEntry } from '../entry.ts'

export const linear: CatalogueEntry = {
  id: 'linear',
  name: 'Linear',
  category: 'work',
  words: ['issues', 'tickets', 'planning'],
  client: 'either',
  authorizationEndpoint: 'https://linear.app/oauth/authorize',
  tokenEndpoint: 'https://api.linear.app/oauth/token',
  revocationEndpoint: 'https://api.linear.app/oauth/revoke',
  scopes: ['read,write'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_post',
  authorizationParams: { prompt: 'consent' },
  behaviour: {
    rotation: 'always',
    reuseGraceSeconds: 1800,
    accessLifeSeconds: 86_400,
    notes: ['Scopes are separated by commas.'],
  },
  register: {
    page: 'https://linear.app/settings/api/applications/new',
    steps: 'Create an OAuth2 application with the callback address.',
  },
  source: [{ page: 'https://linear.app/developers/oauth-2-0-authentication.md', read: '2026-11-30' }],
  believed: [
    'client',
    'revocationEndpoint',
    'authorizationParams',
    'redirect',
    'clientAuthentication',
    'behaviour.rotation',
    'behaviour.accessLifeSeconds',
    'behaviour.reuseGraceSeconds',
  ],
}
