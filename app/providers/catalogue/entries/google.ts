/** Google, with a client of one's own: Gmail, Drive, Calendar, YouTube, Cloud. */
import type { CatalogueEntry } from '../entry.ts'

export const google: CatalogueEntry = {
  id: 'google',
  name: 'Google',
  category: 'work',
  words: ['gmail', 'drive', 'calendar', 'sheets', 'youtube', 'workspace', 'gcp', 'cloud'],
  client: 'confidential',
  authorizationEndpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
  tokenEndpoint: 'https://oauth2.googleapis.com/token',
  deviceAuthorizationEndpoint: 'https://oauth2.googleapis.com/device/code',
  revocationEndpoint: 'https://oauth2.googleapis.com/revoke',
  scopes: ['openid', 'email', 'profile'],
  redirect: { kind: 'any-port', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_post',
  authorizationParams: { access_type: 'offline', prompt: 'consent' },
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 3600,
    idleLimitDays: 180,
    notes: [
      'While the consent screen is "Testing", a refresh token lives seven days.',
      'A client and an account share a limited number of refresh tokens: the oldest one stops working without a word.',
    ],
  },
  register: {
    page: 'https://console.cloud.google.com/auth/clients',
    steps:
      'Create a client of the type "Desktop app"; a loopback address need not be registered for it. Publish the consent screen, or the login ends after seven days.',
  },
  source: [
    { page: 'https://developers.google.com/identity/protocols', read: '2026-11-30' },
    {
      page: 'https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/google_oauth2_refresh_token',
      read: '2026-11-30',
    },
  ],
  believed: [
    'deviceAuthorizationEndpoint',
    'redirect',
    'behaviour.accessLifeSeconds',
    'behaviour.notes',
    'register',
  ],
}
