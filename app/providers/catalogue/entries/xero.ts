/** Xero. */
import type { CatalogueEntry } from '../entry.ts'

export const xero: CatalogueEntry = {
  id: 'xero',
  name: 'Xero',
  category: 'business',
  words: ['accounting', 'invoices', 'books'],
  client: 'either',
  authorizationEndpoint: 'https://login.xero.com/identity/connect/authorize',
  tokenEndpoint: 'https://identity.xero.com/connect/token',
  revocationEndpoint: 'https://identity.xero.com/connect/revocation',
  scopes: ['openid', 'profile', 'email', 'offline_access', 'accounting.transactions.read'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'always',
    reuseGraceSeconds: 1800,
    accessLifeSeconds: 1800,
    idleLimitDays: 60,
  },
  register: {
    page: 'https://developer.xero.com/app/manage',
    steps: 'Create an app ("Mobile or desktop app" for one without a secret) with the redirect address.',
  },
  source: [{ page: 'https://developer.xero.com/faq/oauth2', read: '2026-11-30' }],
  believed: [
    'authorizationEndpoint',
    'tokenEndpoint',
    'revocationEndpoint',
    'scopes',
    'redirect',
    'clientAuthentication',
  ],
}
