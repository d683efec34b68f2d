/** Pinterest. */
import type { CatalogueEntry } from '../entry.ts'

export const pinterest: CatalogueEntry = {
  id: 'pinterest',
  name: 'Pinterest',
  category: 'social',
  words: ['pins', 'boards'],
  client: 'confidential',
  authorizationEndpoint: 'https://www.pinterest.com/oauth/',
  tokenEndpoint: 'https://api.pinterest.com/v5/oauth/token',
  scopes: ['user_accounts:read,boards:read,pins:read'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_basic',
  refreshParams: { refresh_on: 'true' },
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 2_592_000,
    idleLimitDays: 60,
    notes: [
      "Scopes are separated by commas. Continuous refresh keeps a refresh token's 60 days sliding; before it there was one year.",
    ],
  },
  register: {
    page: 'https://developers.pinterest.com/apps/',
    steps: 'Connect an app and add the redirect address.',
  },
  source: [
    {
      page: 'https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/',
      read: '2026-11-30',
    },
    {
      page: 'https://github.com/pinterest/pinterest-python-generated-api-client/blob/main/docs/OauthApi.md',
      read: '2026-11-30',
    },
  ],
  believed: [
    'scopes',
    'redirect',
    'refreshParams',
    'behaviour.rotation',
    'behaviour.accessLifeSeconds',
    'behaviour.idleLimitDays',
  ],
}
