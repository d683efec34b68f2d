/** PagerDuty, with scoped OAuth. */
import type { CatalogueEntry } from '../entry.ts'

export const pagerduty: CatalogueEntry = {
  id: 'pagerduty',
  name: 'PagerDuty',
  category: 'cloud',
  words: ['alerts', 'on-call', 'incidents'],
  client: 'either',
  authorizationEndpoint: 'https://identity.pagerduty.com/oauth/authorize',
  tokenEndpoint: 'https://identity.pagerduty.com/oauth/token',
  scopes: ['openid', 'incidents.read', 'users.read'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 86_400,
  },
  register: {
    page: 'https://app.pagerduty.com/developer/apps',
    steps: 'Register an app with OAuth 2.0, "Scoped OAuth", its scopes and the redirect address.',
  },
  source: [
    { page: 'https://www.pagerduty.com/blog/updating-your-tools-for-api-scopes', read: '2026-11-30' },
    {
      page: 'https://docs.jitterbit.com/integration-studio/design/connectors/pagerduty/prerequisites',
      read: '2026-11-30',
    },
  ],
  believed: [
    'client',
    'authorizationEndpoint',
    'tokenEndpoint',
    'redirect',
    'clientAuthentication',
    'behaviour',
    'register',
  ],
}
