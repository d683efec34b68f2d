/** A Shopify store, for an app of one's own with expiring offline tokens. */
import type { CatalogueEntry } from '../entry.ts'

export const shopify: CatalogueEntry = {
  id: 'shopify',
  name: 'Shopify',
  category: 'commerce',
  words: ['shop', 'store', 'orders'],
  blanks: [{ name: 'shop', label: 'Name of the store, before .myshopify.com', example: 'acme' }],
  client: 'confidential',
  authorizationEndpoint: 'https://{shop}.myshopify.com/admin/oauth/authorize',
  tokenEndpoint: 'https://{shop}.myshopify.com/admin/oauth/access_token',
  scopes: ['read_products'],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_post',
  tokenParams: { expiring: '1' },
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 3600,
    idleLimitDays: 90,
    notes: [
      'The refresh token before it works until its replacement is used.',
      'Without "expiring" the token does not expire; apps made before April 2026 may still do that until 2027.',
    ],
  },
  register: {
    page: 'https://dev.shopify.com/dashboard',
    steps: 'Create an app, choose its scopes, and add the redirect address.',
  },
  source: [
    {
      page: 'https://shopify.dev/changelog/posts/offline-access-tokens-now-support-expiry-and-refresh',
      read: '2026-11-30',
    },
    {
      page: 'https://shopify.dev/changelog/more-resilient-refreshes-for-expiring-offline-access-tokens.md',
      read: '2026-11-30',
    },
  ],
  believed: [
    'authorizationEndpoint',
    'tokenEndpoint',
    'scopes',
    'redirect',
    'tokenParams',
    'behaviour.idleLimitDays',
    'register',
  ],
}
