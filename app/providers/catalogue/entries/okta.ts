/** An Okta organisation. */
import type { CatalogueEntry } from '../entry.ts'

export const okta: CatalogueEntry = {
  id: 'okta',
  name: 'Okta',
  category: 'identity',
  words: ['sso', 'oidc', 'login'],
  blanks: [{ name: 'domain', label: 'Your Okta domain', example: 'acme.okta.com' }],
  client: 'either',
  issuer: 'https://{domain}',
  scopes: ['openid', 'profile', 'email', 'offline_access'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  behaviour: {
    rotation: 'unknown',
    reuseGraceSeconds: 30,
    accessLifeSeconds: 3600,
    grantLifeDays: 90,
    notes: [
      'The org authorization server gives a refresh token 90 days, and a refresh does not move them; a custom one (https://{domain}/oauth2/default) is set by its policy.',
    ],
  },
  register: {
    page: 'https://{domain}/admin/apps/active',
    steps:
      'Create an app integration: OIDC, "Native Application", with "Refresh Token" and the redirect address.',
  },
  source: [
    {
      page: 'https://support.okta.com/help/s/article/refresh-token-expiration-behavior?language=en_US',
      read: '2026-11-30',
    },
  ],
  believed: ['issuer', 'redirect', 'behaviour.accessLifeSeconds', 'behaviour.reuseGraceSeconds', 'register'],
}
