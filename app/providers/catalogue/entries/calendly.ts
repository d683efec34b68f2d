/** Calendly. */
import type { CatalogueEntry } from '../entry.ts'

export const calendly: CatalogueEntry = {
  id: 'calendly',
  name: 'Calendly',
  category: 'work',
  words: ['calendar', 'meetings', 'scheduling'],
  client: 'confidential',
  authorizationEndpoint: 'https://auth.calendly.com/oauth/authorize',
  tokenEndpoint: 'https://auth.calendly.com/oauth/token',
  revocationEndpoint: 'https://auth.calendly.com/oauth/revoke',
  scopes: ['default'],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 7200,
    notes: [
      'A refresh token does not expire until it is used, and is good for one use.',
      'Apps made since March 2026 see nothing unless scopes are asked for.',
    ],
  },
  register: {
    page: 'https://developer.calendly.com/console/apps',
    steps:
      'Create an OAuth app of the kind "Native" or "Web" with the redirect address, and choose its scopes.',
  },
  source: [
    {
      page: 'https://developer.calendly.com/how-to-access-calendly-data-on-behalf-of-authenticated-users',
      read: '2026-11-30',
    },
    { page: 'https://developer.calendly.com/refresh-token-rotation-guide', read: '2026-11-30' },
  ],
  believed: ['revocationEndpoint', 'scopes', 'redirect', 'clientAuthentication', 'register'],
}
