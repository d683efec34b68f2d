/** ClickUp, whose tokens do not expire. */
import type { CatalogueEntry } from '../entry.ts'

export const clickup: CatalogueEntry = {
  id: 'clickup',
  name: 'ClickUp',
  category: 'work',
  words: ['tasks', 'projects'],
  client: 'confidential',
  authorizationEndpoint: 'https://app.clickup.com/api',
  tokenEndpoint: 'https://api.clickup.com/api/v2/oauth/token',
  scopes: [],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 'endless',
    notes: ['No scopes and no refresh token: the token is good until it is revoked.'],
  },
  register: {
    page: 'https://app.clickup.com/settings/apps',
    steps: 'Create an app with the redirect address.',
  },
  source: [
    { page: 'https://docs.unified.to/skills/clickup-oauth-app/SKILL.md', read: '2026-11-30' },
    { page: 'https://developer.clickup.com/docs/authentication.md', read: '2026-11-30' },
  ],
  believed: ['authorizationEndpoint', 'tokenEndpoint', 'redirect', 'clientAuthentication'],
}
