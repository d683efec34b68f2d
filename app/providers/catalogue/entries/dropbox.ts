/** Dropbox. */
import type { CatalogueEntry } from '../entry.ts'

export const dropbox: CatalogueEntry = {
  id: 'dropbox',
  name: 'Dropbox',
  category: 'files',
  words: ['storage', 'backup'],
  client: 'either',
  authorizationEndpoint: 'https://www.dropbox.com/oauth2/authorize',
  tokenEndpoint: 'https://api.dropboxapi.com/oauth2/token',
  revocationEndpoint: 'https://api.dropboxapi.com/2/auth/token/revoke',
  scopes: ['account_info.read', 'files.metadata.read'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  authorizationParams: { token_access_type: 'offline' },
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 14_400,
    notes: ['Signed in with PKCE, a refresh needs no secret.'],
  },
  register: {
    page: 'https://www.dropbox.com/developers/apps',
    steps: 'Create an app, tick its permissions, and add the redirect address.',
  },
  source: [
    { page: 'https://dropbox.tech/developers/using-oauth-2-0-with-offline-access', read: '2026-11-30' },
    {
      page: 'https://github.com/Shopify/react-native-app-auth/blob/main/docs/config-examples/dropbox.md',
      read: '2026-11-30',
    },
  ],
  believed: ['tokenEndpoint', 'revocationEndpoint', 'scopes', 'redirect', 'behaviour.rotation'],
}
