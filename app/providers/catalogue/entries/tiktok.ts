/** TikTok. */
import type { CatalogueEntry } from '../entry.ts'

export const tiktok: CatalogueEntry = {
  id: 'tiktok',
  name: 'TikTok',
  category: 'social',
  words: ['video'],
  client: 'confidential',
  authorizationEndpoint: 'https://www.tiktok.com/v2/auth/authorize/',
  tokenEndpoint: 'https://open.tiktokapis.com/v2/oauth/token/',
  revocationEndpoint: 'https://open.tiktokapis.com/v2/oauth/revoke/',
  scopes: ['user.info.basic'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_post',
  authorizationParams: { client_key: '{clientId}' },
  tokenParams: { client_key: '{clientId}' },
  refreshParams: { client_key: '{clientId}' },
  responseMembers: { refresh_token_expires_in: 'refresh_expires_in' },
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 7200,
    grantLifeDays: 180,
    notes: ['The client id is called "client_key". Scopes are separated by commas.'],
  },
  register: {
    page: 'https://developers.tiktok.com/apps/',
    steps: 'Create an app for desktop, add Login Kit, and enter the redirect address.',
  },
  source: [
    { page: 'https://developers.tiktok.com/docs/en/oauth-refresh-a-user-access-token', read: '2026-11-30' },
    {
      page: 'https://developers.tiktok.com/docs/zh-Hans/oauth-user-access-token-management',
      read: '2026-11-30',
    },
  ],
  believed: ['revocationEndpoint', 'redirect', 'authorizationParams', 'register'],
}
