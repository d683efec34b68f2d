/** Miro, with expiring tokens. */
import type { CatalogueEntry } from '../entry.ts'

export const miro: CatalogueEntry = {
  id: 'miro',
  name: 'Miro',
  category: 'design',
  words: ['whiteboard', 'boards'],
  client: 'confidential',
  authorizationEndpoint: 'https://miro.com/oauth/authorize',
  tokenEndpoint: 'https://api.miro.com/v1/oauth/token',
  scopes: ['boards:read'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 3600,
    idleLimitDays: 60,
    notes: ['Whether tokens expire is chosen when the app is made, and cannot be changed.'],
  },
  register: {
    page: 'https://miro.com/app/settings/user-profile/apps',
    steps: 'Create an app with "Expire user authorization token" ticked, and add the redirect address.',
  },
  source: [
    { page: 'https://developers.miro.com/reference/oauth-20-authorization-v2', read: '2026-11-30' },
    { page: 'https://developers.miro.com/docs/getting-started-with-oauth', read: '2026-11-30' },
  ],
  believed: ['scopes', 'redirect'],
}
