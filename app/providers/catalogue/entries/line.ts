/** LINE Login. */
import type { CatalogueEntry } from '../entry.ts'

export const line: CatalogueEntry = {
  id: 'line',
  name: 'LINE',
  category: 'chat',
  words: ['messages'],
  client: 'confidential',
  authorizationEndpoint: 'https://access.line.me/oauth2/v2.1/authorize',
  tokenEndpoint: 'https://api.line.me/oauth2/v2.1/token',
  revocationEndpoint: 'https://api.line.me/oauth2/v2.1/revoke',
  scopes: ['profile', 'openid'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 2_592_000,
    idleLimitDays: 90,
  },
  register: {
    page: 'https://developers.line.biz/console/',
    steps: 'Create a LINE Login channel and add the callback address.',
  },
  source: [
    { page: 'https://developers.line.biz/en/docs/line-login/managing-access-tokens-v2', read: '2026-11-30' },
  ],
  believed: [
    'authorizationEndpoint',
    'tokenEndpoint',
    'revocationEndpoint',
    'scopes',
    'redirect',
    'clientAuthentication',
    'behaviour.rotation',
    'behaviour.idleLimitDays',
    'register',
  ],
}
