/** Pipedrive. */
import type { CatalogueEntry } from '../entry.ts'

export const pipedrive: CatalogueEntry = {
  id: 'pipedrive',
  name: 'Pipedrive',
  category: 'business',
  words: ['crm', 'sales', 'deals'],
  client: 'confidential',
  authorizationEndpoint: 'https://oauth.pipedrive.com/oauth/authorize',
  tokenEndpoint: 'https://oauth.pipedrive.com/oauth/token',
  revocationEndpoint: 'https://oauth.pipedrive.com/oauth/revoke',
  scopes: [],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 3600,
    idleLimitDays: 60,
    notes: ["The app's settings decide the scopes."],
  },
  register: {
    page: 'https://app.pipedrive.com/developer-hub',
    steps: 'Create a private app with the callback address and its access scopes.',
  },
  source: [
    { page: 'https://developers.pipedrive.com/docs/api/v1/Oauth', read: '2026-11-30' },
    { page: 'https://pipedrive.readme.io/docs/marketplace-oauth-authorization', read: '2026-11-30' },
  ],
  believed: [
    'tokenEndpoint',
    'revocationEndpoint',
    'redirect',
    'clientAuthentication',
    'behaviour.rotation',
    'behaviour.accessLifeSeconds',
    'behaviour.idleLimitDays',
    'behaviour.notes',
    'register',
  ],
}
