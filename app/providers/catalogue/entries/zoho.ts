/** Zoho, in the data centre of the account. */
import type { CatalogueEntry } from '../entry.ts'

export const zoho: CatalogueEntry = {
  id: 'zoho',
  name: 'Zoho',
  category: 'business',
  words: ['crm', 'books', 'mail', 'desk'],
  blanks: [{ name: 'domain', label: 'Accounts server of your data centre', example: 'accounts.zoho.com' }],
  client: 'confidential',
  authorizationEndpoint: 'https://{domain}/oauth/v2/auth',
  tokenEndpoint: 'https://{domain}/oauth/v2/token',
  revocationEndpoint: 'https://{domain}/oauth/v2/token/revoke',
  scopes: ['AaaServer.profile.READ'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  authorizationParams: { access_type: 'offline', prompt: 'consent' },
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 3600,
    notes: [
      'At most twenty refresh tokens for a person: the next one deletes the oldest. Ten access tokens in ten minutes for each.',
      'Scopes are separated by commas.',
    ],
  },
  register: {
    page: 'https://api-console.zoho.com/',
    steps: 'Add a client of the type "Server-based Applications" with the redirect address.',
  },
  source: [
    { page: 'https://www.zoho.com/pdfeditor/help/api/oauth-step4.html', read: '2026-11-30' },
    {
      page: 'https://zoho.com/accounts/protocol/oauth/devices/refresh-access-token.html',
      read: '2026-11-30',
    },
  ],
  believed: [
    'authorizationEndpoint',
    'revocationEndpoint',
    'scopes',
    'redirect',
    'authorizationParams',
    'behaviour.rotation',
    'register',
  ],
}
