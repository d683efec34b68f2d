/** Log in with PayPal. */
import type { CatalogueEntry } from '../entry.ts'

export const paypal: CatalogueEntry = {
  id: 'paypal',
  name: 'PayPal',
  category: 'commerce',
  words: ['payments', 'money'],
  client: 'confidential',
  authorizationEndpoint: 'https://www.paypal.com/signin/authorize',
  tokenEndpoint: 'https://api-m.paypal.com/v1/oauth2/token',
  scopes: ['openid', 'profile', 'email'],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 28_800,
  },
  register: {
    page: 'https://developer.paypal.com/dashboard/applications/live',
    steps: 'Choose an app, tick "Log in with PayPal", and enter the return URL under its advanced settings.',
  },
  source: [
    { page: 'https://developer.paypal.com/log-in/build', read: '2026-11-30' },
    { page: 'https://developer.paypal.com/api/rest/authentication/', read: '2026-11-30' },
  ],
  believed: [
    'authorizationEndpoint',
    'tokenEndpoint',
    'scopes',
    'redirect',
    'behaviour.rotation',
    'behaviour.accessLifeSeconds',
  ],
}
