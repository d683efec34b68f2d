/** Login with Amazon. */
import type { CatalogueEntry } from '../entry.ts'

export const amazon: CatalogueEntry = {
  id: 'amazon',
  name: 'Login with Amazon',
  category: 'commerce',
  words: ['alexa', 'lwa', 'seller'],
  client: 'confidential',
  authorizationEndpoint: 'https://www.amazon.com/ap/oa',
  tokenEndpoint: 'https://api.amazon.com/auth/o2/token',
  scopes: ['profile'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 3600,
    notes: [
      'A refresh token is good until the person removes the app. Without a secret there is none.',
      'Europe and the Far East have token addresses of their own.',
    ],
  },
  register: {
    page: 'https://developer.amazon.com/loginwithamazon/console/site/lwa/overview.html',
    steps: 'Create a security profile and add the address under "Allowed Return URLs".',
  },
  source: [
    { page: 'https://developer.amazon.com/docs/login-with-amazon/access-token.html', read: '2026-11-30' },
    { page: 'https://developer.amazon.com/docs/login-with-amazon/refresh-token.html', read: '2026-11-30' },
  ],
  believed: ['authorizationEndpoint', 'scopes', 'redirect', 'behaviour.rotation'],
}
