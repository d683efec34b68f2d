/** monday.com, over its OAuth 2.1. */
import type { CatalogueEntry } from '../entry.ts'

export const monday: CatalogueEntry = {
  id: 'monday',
  name: 'monday.com',
  category: 'work',
  words: ['boards', 'projects'],
  client: 'confidential',
  authorizationEndpoint: 'https://auth.monday.com/oauth2/authorize',
  tokenEndpoint: 'https://auth.monday.com/oauth_ms/oauth/token',
  scopes: ['boards:read', 'me:read'],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'unknown',
    notes: [
      'Apps from before OAuth 2.1 get tokens that do not expire, from another address, until API version 2027-04.',
      'An admin has to install the app before anybody can sign in.',
    ],
  },
  register: {
    page: 'https://auth.monday.com/users/sign_in_new',
    steps:
      'In the Developer Center build an app, choose its scopes, and add the redirect address under "OAuth & Permissions".',
  },
  source: [
    { page: 'https://developer.monday.com/apps/docs/oauth-2-1', read: '2026-11-30' },
    { page: 'https://developer.monday.com/apps/docs/oauth-2-0', read: '2026-11-30' },
  ],
  believed: ['scopes', 'redirect', 'clientAuthentication', 'register'],
}
