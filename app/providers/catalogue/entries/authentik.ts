/** An application of an authentik server. */
import type { CatalogueEntry } from '../entry.ts'

export const authentik: CatalogueEntry = {
  id: 'authentik',
  name: 'authentik',
  category: 'identity',
  words: ['sso', 'oidc', 'login', 'self-hosted'],
  blanks: [
    { name: 'host', label: 'Host of your authentik', example: 'auth.example.com' },
    { name: 'application', label: 'Slug of the application', example: 'lamplighter' },
  ],
  client: 'either',
  issuer: 'https://{host}/application/o/{application}/',
  scopes: ['openid', 'profile', 'email', 'offline_access'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  behaviour: {
    rotation: 'unknown',
    accessLifeSeconds: 300,
    grantLifeDays: 30,
    notes: [
      'A refresh token comes only where the provider maps the scope "offline_access" and it is asked for.',
    ],
  },
  register: {
    page: 'https://{host}/if/admin/#/core/applications',
    steps:
      'Create an application with an OAuth2/OIDC provider, client type "Public" for one without a secret, the redirect address, and the scope mapping offline_access.',
  },
  source: [
    {
      page: 'https://docs.goauthentik.io/add-secure-apps/providers/oauth2/create-oauth2-provider',
      read: '2026-11-30',
    },
    {
      page: 'https://www.pulumi.com/registry/packages/authentik/api-docs/provideroauth2dcr/',
      read: '2026-11-30',
    },
  ],
  believed: ['issuer', 'redirect', 'register'],
}
