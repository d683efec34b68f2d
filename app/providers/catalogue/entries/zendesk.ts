/** Zendesk, at the address of one's own account. */
import type { CatalogueEntry } from '../entry.ts'

export const zendesk: CatalogueEntry = {
  id: 'zendesk',
  name: 'Zendesk',
  category: 'business',
  words: ['support', 'tickets', 'helpdesk'],
  blanks: [{ name: 'subdomain', label: 'Subdomain of your Zendesk', example: 'acme' }],
  client: 'either',
  authorizationEndpoint: 'https://{subdomain}.zendesk.com/oauth/authorizations/new',
  tokenEndpoint: 'https://{subdomain}.zendesk.com/oauth/tokens',
  scopes: ['read'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_post',
  refreshEncoding: 'json',
  behaviour: {
    rotation: 'always',
    notes: ['A refresh deletes the access token and the refresh token before it.'],
  },
  register: {
    page: 'https://{subdomain}.zendesk.com/admin/apps-integrations/apis/zendesk-api/oauth_clients',
    steps: 'Add an OAuth client with the redirect address; one of the type "Public" has no secret.',
  },
  source: [
    {
      page: 'https://support.zendesk.com/hc/en-us/articles/9182123625370-Announcing-support-for-OAuth-refresh-token-grant-type-and-OAuth-access-and-refresh-token-expirations',
      read: '2026-11-30',
    },
    {
      page: 'https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/',
      read: '2026-11-30',
    },
  ],
  believed: ['redirect', 'clientAuthentication', 'refreshEncoding', 'register'],
}
