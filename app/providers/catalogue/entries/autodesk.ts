/** Autodesk Platform Services. */
import type { CatalogueEntry } from '../entry.ts'

export const autodesk: CatalogueEntry = {
  id: 'autodesk',
  name: 'Autodesk',
  category: 'design',
  words: ['aps', 'forge', 'cad', 'bim'],
  client: 'either',
  authorizationEndpoint: 'https://developer.api.autodesk.com/authentication/v2/authorize',
  tokenEndpoint: 'https://developer.api.autodesk.com/authentication/v2/token',
  revocationEndpoint: 'https://developer.api.autodesk.com/authentication/v2/revoke',
  scopes: ['data:read', 'user:read'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 3600,
    idleLimitDays: 15,
  },
  register: {
    page: 'https://aps.autodesk.com/myapps/',
    steps:
      'Create an application ("Desktop, Mobile, Single-Page App" for one without a secret) with the callback address.',
  },
  source: [
    {
      page: 'https://raw.githubusercontent.com/api-evangelist/autocad/refs/heads/main/authentication/autocad-authentication.yml',
      read: '2026-11-30',
    },
    { page: 'https://aps.autodesk.com/node/2717', read: '2026-11-30' },
  ],
  believed: ['revocationEndpoint', 'redirect', 'behaviour'],
}
