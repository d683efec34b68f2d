/** Yandex. */
import type { CatalogueEntry } from '../entry.ts'

export const yandex: CatalogueEntry = {
  id: 'yandex',
  name: 'Yandex',
  category: 'work',
  words: ['mail', 'disk', 'metrica'],
  client: 'confidential',
  authorizationEndpoint: 'https://oauth.yandex.com/authorize',
  tokenEndpoint: 'https://oauth.yandex.com/token',
  deviceAuthorizationEndpoint: 'https://oauth.yandex.com/device/code',
  revocationEndpoint: 'https://oauth.yandex.com/revoke_token',
  scopes: [],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'always',
    notes: [
      'The access token may stay the same where much of its life is left; the refresh token lives as long as it.',
    ],
  },
  register: {
    page: 'https://oauth.yandex.com/client/new',
    steps: 'Register an app with its permissions and the redirect address.',
  },
  source: [
    { page: 'https://yandex.ru/dev/id/doc/en/tokens/refresh-client', read: '2026-11-30' },
    { page: 'https://yandex.com/dev/id/doc/en/codes/screen-code-oauth.md', read: '2026-11-30' },
    { page: 'https://yandex.ru/dev/id/doc/en/codes/code-url', read: '2026-11-30' },
  ],
  believed: ['revocationEndpoint', 'redirect', 'register'],
}
