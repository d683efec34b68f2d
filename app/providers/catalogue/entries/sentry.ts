/** Sentry. */
import type { CatalogueEntry } from '../entry.ts'

export const sentry: CatalogueEntry = {
  id: 'sentry',
  name: 'Sentry',
  category: 'developer',
  words: ['errors', 'monitoring'],
  client: 'either',
  authorizationEndpoint: 'https://sentry.io/oauth/authorize/',
  tokenEndpoint: 'https://sentry.io/oauth/token/',
  deviceAuthorizationEndpoint: 'https://sentry.io/oauth/device/code/',
  scopes: ['org:read', 'project:read', 'event:read'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 2_592_000,
  },
  register: {
    page: 'https://sentry.io/settings/account/api/applications/',
    steps: 'Create an application and add the redirect address.',
  },
  source: [
    { page: 'https://docs.sentry.io/api/auth', read: '2026-11-30' },
    { page: 'https://www.mintlify.com/getsentry/cli/commands', read: '2026-11-30' },
  ],
  believed: [
    'authorizationEndpoint',
    'tokenEndpoint',
    'deviceAuthorizationEndpoint',
    'scopes',
    'redirect',
    'clientAuthentication',
    'behaviour.rotation',
    'behaviour.accessLifeSeconds',
    'register',
  ],
}
