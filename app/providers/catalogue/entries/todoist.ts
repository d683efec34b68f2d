/** Todoist. */
import type { CatalogueEntry } from '../entry.ts'

export const todoist: CatalogueEntry = {
  id: 'todoist',
  name: 'Todoist',
  category: 'work',
  words: ['tasks', 'todo'],
  client: 'either',
  authorizationEndpoint: 'https://app.todoist.com/oauth/authorize',
  tokenEndpoint: 'https://api.todoist.com/oauth/access_token',
  scopes: ['data:read_write'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'always',
    notes: [
      'Apps from before refresh tokens get access tokens that do not expire. Scopes are separated by commas.',
    ],
  },
  register: {
    page: 'https://app.todoist.com/app/settings/integrations/app-management',
    steps: 'Create an app and enter the redirect address.',
  },
  source: [
    {
      page: 'https://doist.github.io/todoist-sdk-typescript/api/functions/refreshAuthToken',
      read: '2026-11-30',
    },
    { page: 'https://doist.github.io/todoist-api-typescript/authorization', read: '2026-11-30' },
  ],
  believed: ['authorizationEndpoint', 'tokenEndpoint', 'redirect'],
}
