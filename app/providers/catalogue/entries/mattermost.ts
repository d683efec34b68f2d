/** A Mattermost server. */
import type { CatalogueEntry } from '../entry.ts'

export const mattermost: CatalogueEntry = {
  id: 'mattermost',
  name: 'Mattermost',
  category: 'chat',
  words: ['messages', 'channels', 'self-hosted'],
  blanks: [{ name: 'host', label: 'Host of your Mattermost', example: 'chat.example.com' }],
  client: 'confidential',
  authorizationEndpoint: 'https://{host}/oauth/authorize',
  tokenEndpoint: 'https://{host}/oauth/access_token',
  scopes: [],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'unknown',
    notes: ['A public client gets no refresh token; one with a secret does.'],
  },
  register: {
    page: 'https://{host}/',
    steps:
      'Under Integrations, OAuth 2.0 Applications, add one with the callback address. An administrator may have to allow it.',
  },
  source: [
    { page: 'https://developers.mattermost.com/integrate/apps/authentication/oauth2', read: '2026-11-30' },
  ],
  believed: ['authorizationEndpoint', 'tokenEndpoint', 'redirect'],
}
