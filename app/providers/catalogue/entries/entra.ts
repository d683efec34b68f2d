/** One directory of Microsoft Entra ID (formerly Azure Active Directory). */
import type { CatalogueEntry } from '../entry.ts'

export const entra: CatalogueEntry = {
  id: 'entra',
  name: 'Microsoft Entra tenant',
  category: 'identity',
  words: ['azure', 'ad', 'active', 'directory', 'office', '365', 'graph', 'microsoft'],
  blanks: [
    {
      name: 'tenant',
      label: 'Directory (tenant) id, or one of its domains',
      example: 'contoso.onmicrosoft.com',
    },
  ],
  client: 'either',
  authorizationEndpoint: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize',
  tokenEndpoint: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token',
  deviceAuthorizationEndpoint: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/devicecode',
  scopes: ['openid', 'profile', 'email', 'offline_access', 'User.Read'],
  redirect: { kind: 'any-port', host: 'localhost' },
  refreshScope: 'always',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 4500,
    idleLimitDays: 90,
    notes: [
      'The refresh token that was used goes on working.',
      'Registered as a single-page application, a refresh token ends 24 hours after the sign-in.',
    ],
  },
  register: {
    page: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
    steps:
      'Register an application, add the platform "Mobile and desktop applications" with the address, and allow public client flows.',
  },
  source: [
    { page: 'https://learn.microsoft.com/en-nz/entra/identity-platform/refresh-tokens', read: '2026-11-30' },
    {
      page: 'https://learn.microsoft.com/en-us/answers/questions/1526860/refresh-token-is-not-coming-along-with-access-toke',
      read: '2026-11-30',
    },
  ],
  believed: ['authorizationEndpoint', 'tokenEndpoint', 'redirect', 'refreshScope', 'register'],
}
