/** A public connection of Notion. */
import type { CatalogueEntry } from '../entry.ts'

export const notion: CatalogueEntry = {
  id: 'notion',
  name: 'Notion',
  category: 'work',
  words: ['notes', 'wiki', 'pages', 'databases'],
  client: 'confidential',
  authorizationEndpoint: 'https://api.notion.com/v1/oauth/authorize',
  tokenEndpoint: 'https://api.notion.com/v1/oauth/token',
  revocationEndpoint: 'https://api.notion.com/v1/oauth/revoke',
  scopes: [],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_basic',
  authorizationParams: { owner: 'user' },
  refreshEncoding: 'json',
  behaviour: {
    rotation: 'always',
    notes: [
      'There are no scopes: the person picks the pages at the sign-in.',
      'Older connections get a token that does not expire, and no refresh token.',
    ],
  },
  register: {
    page: 'https://www.notion.so/developers/connections',
    steps: 'Create a public connection and put the redirect address under "OAuth Domain & URIs".',
  },
  source: [
    { page: 'https://developers.notion.com/reference/refresh-a-token.md', read: '2026-11-30' },
    { page: 'https://developers.notion.com/reference/create-a-token.md', read: '2026-11-30' },
  ],
  believed: ['revocationEndpoint', 'authorizationParams', 'redirect', 'behaviour.notes'],
}
