/** eBay, for sellers and buyers. */
import type { CatalogueEntry } from '../entry.ts'

export const ebay: CatalogueEntry = {
  id: 'ebay',
  name: 'eBay',
  category: 'commerce',
  words: ['shop', 'auctions'],
  blanks: [
    {
      name: 'runame',
      label: "RuName (eBay's name of your redirect address)",
      example: 'Acme-Acme-Tool-abcdefgh',
    },
  ],
  client: 'confidential',
  authorizationEndpoint: 'https://auth.ebay.com/oauth2/authorize',
  tokenEndpoint: 'https://api.ebay.com/identity/v1/oauth2/token',
  scopes: ['https://api.ebay.com/oauth/api_scope'],
  redirect: { kind: 'given', address: '{runame}' },
  clientAuthentication: 'client_secret_basic',
  refreshScope: 'stored',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 7200,
    grantLifeDays: 547,
    notes: ['The redirect is a name (RuName) that eBay gives; the page behind it must be https.'],
  },
  register: {
    page: 'https://developer.ebay.com/my/keys',
    steps:
      'Make a keyset; under "User Tokens" add a RuName whose accepted address is any https page you can read the address bar of.',
  },
  source: [
    {
      page: 'https://developer.ebay.com/api-docs/static/oauth-refresh-token-request.html',
      read: '2026-11-30',
    },
    { page: 'https://developer.ebay.com/support/kb-article?KBid=5075', read: '2026-11-30' },
  ],
  believed: [
    'authorizationEndpoint',
    'behaviour.rotation',
    'behaviour.grantLifeDays',
    'refreshScope',
    'register',
  ],
}
