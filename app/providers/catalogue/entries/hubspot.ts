/** HubSpot. */
import type { CatalogueEntry } from '../entry.ts'

export const hubspot: CatalogueEntry = {
  id: 'hubspot',
  name: 'HubSpot',
  category: 'business',
  words: ['crm', 'marketing', 'contacts'],
  client: 'confidential',
  authorizationEndpoint: 'https://app.hubspot.com/oauth/authorize',
  tokenEndpoint: 'https://api.hubapi.com/oauth/v1/token',
  scopes: ['oauth', 'crm.objects.contacts.read'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  errorWords: { bad_refresh_token: 'rejected' },
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 1800,
  },
  register: {
    page: 'https://app.hubspot.com/l/developer-overview',
    steps: 'Create an app with OAuth, choose its scopes, and add the redirect address.',
  },
  source: [
    {
      page: 'https://developers.hubspot.com/docs/api-reference/legacy/authentication/oauth-tokens/v1/guide',
      read: '2026-11-30',
    },
    {
      page: 'https://developers.hubspot.com/changelog/upcoming-expiration-of-oauth-access-tokens-is-changing',
      read: '2026-11-30',
    },
  ],
  believed: ['scopes', 'redirect', 'behaviour.rotation', 'errorWords'],
}
