/** Facebook and other Graph APIs of Meta. No refresh tokens. */
import type { CatalogueEntry } from '../entry.ts'

export const facebook: CatalogueEntry = {
  id: 'facebook',
  name: 'Facebook',
  category: 'social',
  words: ['meta', 'graph', 'pages', 'instagram'],
  client: 'confidential',
  authorizationEndpoint: 'https://www.facebook.com/v25.0/dialog/oauth',
  tokenEndpoint: 'https://graph.facebook.com/v25.0/oauth/access_token',
  scopes: ['public_profile', 'email'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 5_183_944,
    notes: [
      'There is no refresh token: a long-lived token of about 60 days is exchanged for with the grant "fb_exchange_token", and after that a person signs in again.',
    ],
  },
  register: {
    page: 'https://developers.facebook.com/apps/',
    steps: 'Create an app, add Facebook Login, and put the address under "Valid OAuth Redirect URIs".',
  },
  source: [
    {
      page: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived',
      read: '2026-11-30',
    },
  ],
  believed: ['authorizationEndpoint', 'scopes', 'redirect', 'clientAuthentication', 'register'],
}
