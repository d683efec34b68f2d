/** WHOOP. */
import type { CatalogueEntry } from '../entry.ts'

export const whoop: CatalogueEntry = {
  id: 'whoop',
  name: 'WHOOP',
  category: 'health',
  words: ['sleep', 'recovery', 'sport'],
  client: 'confidential',
  authorizationEndpoint: 'https://api.prod.whoop.com/oauth/oauth2/auth',
  tokenEndpoint: 'https://api.prod.whoop.com/oauth/oauth2/token',
  scopes: ['offline', 'read:profile', 'read:recovery', 'read:sleep'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  refreshParams: { scope: 'offline' },
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 3600,
    notes: ['A refresh asks for the scope "offline" again, or it brings no refresh token.'],
  },
  register: {
    page: 'https://developer-dashboard.whoop.com/',
    steps: 'Create an app, choose its scopes, and add the redirect address.',
  },
  source: [
    { page: 'https://developer.whoop.com/docs/tutorials/refresh-token-javascript', read: '2026-11-30' },
    { page: 'https://developer.whoop.com/docs/developing/oauth', read: '2026-11-30' },
  ],
  believed: ['redirect', 'behaviour.rotation', 'behaviour.accessLifeSeconds', 'register'],
}
