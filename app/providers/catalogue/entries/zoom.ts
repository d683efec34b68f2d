/** Zoom, on behalf of a person. */
import type { CatalogueEntry } from '../entry.ts'

export const zoom: CatalogueEntry = {
  id: 'zoom',
  name: 'Zoom',
  category: 'chat',
  words: ['meetings', 'video', 'calls'],
  client: 'confidential',
  authorizationEndpoint: 'https://zoom.us/oauth/authorize',
  tokenEndpoint: 'https://zoom.us/oauth/token',
  deviceAuthorizationEndpoint: 'https://zoom.us/oauth/devicecode',
  revocationEndpoint: 'https://zoom.us/oauth/revoke',
  scopes: [],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 3600,
    idleLimitDays: 90,
    notes: ["The app's settings decide the scopes."],
  },
  register: {
    page: 'https://marketplace.zoom.us/develop/create',
    steps: 'Create a general app, user-managed, choose its scopes, and add the redirect address.',
  },
  source: [
    {
      page: 'https://raw.githubusercontent.com/anthropics/knowledge-work-plugins/main/partner-built/zoom-plugin/skills/oauth/concepts/token-lifecycle.md',
      read: '2026-11-30',
    },
    { page: 'https://github.com/espen/omniauth-zooming/wiki', read: '2026-11-30' },
  ],
  believed: [
    'authorizationEndpoint',
    'tokenEndpoint',
    'revocationEndpoint',
    'deviceAuthorizationEndpoint',
    'redirect',
    'behaviour.idleLimitDays',
  ],
}
