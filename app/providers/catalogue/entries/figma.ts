/** Figma. */
import type { CatalogueEntry } from '../entry.ts'

export const figma: CatalogueEntry = {
  id: 'figma',
  name: 'Figma',
  category: 'design',
  words: ['drawings', 'files'],
  client: 'confidential',
  authorizationEndpoint: 'https://www.figma.com/oauth',
  tokenEndpoint: 'https://api.figma.com/v1/oauth/token',
  scopes: ['file_content:read'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 7_776_000,
    notes: ['A refresh brings an access token and its end, no new refresh token.'],
  },
  register: {
    page: 'https://www.figma.com/developers/apps',
    steps: 'Create an OAuth app with the redirect address.',
  },
  source: [
    { page: 'https://arcticjs.dev/providers/figma', read: '2026-11-30' },
    { page: 'https://logto.io/oauth-providers-explorer/figma', read: '2026-11-30' },
  ],
  believed: ['tokenEndpoint', 'scopes', 'redirect', 'clientAuthentication', 'behaviour.accessLifeSeconds'],
}
