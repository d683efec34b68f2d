/** Microsoft accounts of every kind: personal ones, and those of work and school. */
import type { CatalogueEntry } from '../entry.ts'

export const microsoft: CatalogueEntry = {
  id: 'microsoft',
  name: 'Microsoft',
  category: 'work',
  words: ['outlook', 'onedrive', 'graph', 'office', '365', 'teams', 'azure', 'entra', 'hotmail'],
  client: 'public',
  authorizationEndpoint: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
  tokenEndpoint: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
  deviceAuthorizationEndpoint: 'https://login.microsoftonline.com/common/oauth2/v2.0/devicecode',
  scopes: ['openid', 'profile', 'email', 'offline_access', 'User.Read'],
  redirect: { kind: 'any-port', host: 'localhost' },
  clientAuthentication: 'none',
  refreshScope: 'always',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 4500,
    idleLimitDays: 90,
    notes: ['The refresh token that was used goes on working.'],
  },
  register: {
    page: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
    steps:
      'Register an application for "any organizational directory and personal accounts", add the platform "Mobile and desktop applications" with the address, and allow public client flows.',
  },
  source: [
    { page: 'https://learn.microsoft.com/en-nz/entra/identity-platform/refresh-tokens', read: '2026-11-30' },
    {
      page: 'https://learn.microsoft.com/de-at/azure/active-directory/develop/v2-oauth2-device-code',
      read: '2026-11-30',
    },
  ],
  believed: ['authorizationEndpoint', 'tokenEndpoint', 'redirect', 'refreshScope', 'register'],
}
