/** Twitch. */
import type { CatalogueEntry } from '../entry.ts'

export const twitch: CatalogueEntry = {
  id: 'twitch',
  name: 'Twitch',
  category: 'media',
  words: ['streams', 'video', 'gaming'],
  client: 'confidential',
  authorizationEndpoint: 'https://id.twitch.tv/oauth2/authorize',
  tokenEndpoint: 'https://id.twitch.tv/oauth2/token',
  deviceAuthorizationEndpoint: 'https://id.twitch.tv/oauth2/device',
  revocationEndpoint: 'https://id.twitch.tv/oauth2/revoke',
  scopes: ['user:read:email'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  errorWords: { 'Invalid refresh token': 'rejected' },
  behaviour: {
    rotation: 'unknown',
    accessLifeSeconds: 14_400,
    notes: [
      'A public client signs in by device code only; its refresh token rotates and dies after 30 days without use.',
    ],
  },
  register: {
    page: 'https://dev.twitch.tv/console/apps/create',
    steps: 'Register an application with the redirect address.',
  },
  source: [
    { page: 'https://dev.twitch.tv/docs/authentication/refresh-tokens/', read: '2026-11-30' },
    {
      page: 'https://raw.githubusercontent.com/ChrisLauinger77/stream-gui-rs/main/docs/authentication.md',
      read: '2026-11-30',
    },
  ],
  believed: [
    'authorizationEndpoint',
    'deviceAuthorizationEndpoint',
    'revocationEndpoint',
    'redirect',
    'clientAuthentication',
    'behaviour.accessLifeSeconds',
    'errorWords',
  ],
}
