/** An Auth0 tenant. */
import type { CatalogueEntry } from '../entry.ts'

export const auth0: CatalogueEntry = {
  id: 'auth0',
  name: 'Auth0',
  category: 'identity',
  words: ['sso', 'oidc', 'login', 'okta'],
  blanks: [
    { name: 'domain', label: 'Domain of your tenant', example: 'acme.eu.auth0.com' },
    {
      name: 'audience',
      label: 'Identifier of the API that the token is for',
      example: 'https://api.example.com',
    },
  ],
  client: 'either',
  issuer: 'https://{domain}/',
  scopes: ['openid', 'profile', 'email', 'offline_access'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  authorizationParams: { audience: '{audience}' },
  behaviour: {
    rotation: 'unknown',
    reuseGraceSeconds: 0,
    accessLifeSeconds: 86_400,
    grantLifeDays: 30,
    idleLimitDays: 15,
    notes: [
      'Rotation is set at the application, and so are the overlap (none by default), the longest life and the idle life.',
    ],
  },
  register: {
    page: 'https://manage.auth0.com/dashboard/',
    steps:
      'Create an application of the type "Native" with the callback address, and allow offline access at the API.',
  },
  source: [
    {
      page: 'https://auth0.com/docs/secure/tokens/refresh-tokens/configure-refresh-token-rotation',
      read: '2026-11-30',
    },
    {
      page: 'https://auth0.com/docs/secure/tokens/refresh-tokens/configure-refresh-token-expiration',
      read: '2026-11-30',
    },
    {
      page: 'https://raw.githubusercontent.com/api-evangelist/auth0/refs/heads/main/json-schema/auth0-clientrefreshtokenconfiguration-schema.json',
      read: '2026-11-30',
    },
  ],
  believed: [
    'issuer',
    'redirect',
    'authorizationParams',
    'behaviour.accessLifeSeconds',
    'behaviour.grantLifeDays',
    'behaviour.idleLimitDays',
    'register',
  ],
}
