/** Intuit QuickBooks Online. */
import type { CatalogueEntry } from '../entry.ts'

export const quickbooks: CatalogueEntry = {
  id: 'quickbooks',
  name: 'QuickBooks Online',
  category: 'business',
  words: ['intuit', 'accounting', 'invoices', 'books'],
  client: 'confidential',
  authorizationEndpoint: 'https://appcenter.intuit.com/connect/oauth2',
  tokenEndpoint: 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer',
  revocationEndpoint: 'https://developer.api.intuit.com/v2/oauth2/tokens/revoke',
  scopes: ['com.intuit.quickbooks.accounting'],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 3600,
    grantLifeDays: 1826,
    idleLimitDays: 100,
    notes: [
      'The refresh token changes about once a day, whether or not it is asked for.',
      'Development keys take a localhost address; production keys want https.',
    ],
  },
  register: {
    page: 'https://developer.intuit.com/app/developer/dashboard',
    steps: 'Create an app and add the redirect address under "Keys & credentials".',
  },
  source: [
    {
      page: 'https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/faq',
      read: '2026-11-30',
    },
    {
      page: 'https://github.com/IntuitDeveloper/OAuth2-Dotnet_UsingSDK/blob/master/docs/help/Tokens.md',
      read: '2026-11-30',
    },
    { page: 'https://github.com/intuit/QuickBooks-V3-Java-SDK/releases/tag/v6.5.4', read: '2026-11-30' },
  ],
  believed: [
    'authorizationEndpoint',
    'revocationEndpoint',
    'scopes',
    'redirect',
    'clientAuthentication',
    'behaviour.notes',
  ],
}
