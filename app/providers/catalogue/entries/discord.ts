/** Discord, on behalf of a person. */
import type { CatalogueEntry } from '../entry.ts'

export const discord: CatalogueEntry = {
  id: 'discord',
  name: 'Discord',
  category: 'chat',
  words: ['messages', 'guilds', 'gaming'],
  client: 'confidential',
  authorizationEndpoint: 'https://discord.com/oauth2/authorize',
  tokenEndpoint: 'https://discord.com/api/oauth2/token',
  revocationEndpoint: 'https://discord.com/api/oauth2/token/revoke',
  scopes: ['identify', 'email', 'guilds'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 604_800,
  },
  register: {
    page: 'https://discord.com/developers/applications',
    steps: 'Create an application; under OAuth2 add the redirect address and copy the client id and secret.',
  },
  source: [
    { page: 'https://logto.io/oauth-providers-explorer/discord', read: '2026-11-30' },
    { page: 'https://sapphirejs.dev/docs/Guide/plugins/API/oauth2-refresh-token', read: '2026-11-30' },
  ],
  believed: ['scopes', 'behaviour.rotation', 'register'],
}
