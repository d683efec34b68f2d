/** A ZITADEL instance. */
import type { CatalogueEntry } from '../entry.ts'

export const zitadel: CatalogueEntry = {
  id: 'zitadel',
  name: 'ZITADEL',
  category: 'identity',
  words: ['sso', 'oidc', 'login'],
  blanks: [{ name: 'host', label: 'Host of your instance', example: 'acme-abc123.zitadel.cloud' }],
  client: 'either',
  issuer: 'https://{host}',
  scopes: ['openid', 'profile', 'email', 'offline_access'],
  redirect: { kind: 'any-port', host: '127.0.0.1' },
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 43_200,
    grantLifeDays: 90,
    idleLimitDays: 30,
    notes: ['Refresh tokens must be ticked at the application, and asked for with "offline_access".'],
  },
  register: {
    page: 'https://{host}/ui/console/projects',
    steps:
      'In a project create an application of the type "Native" with PKCE and the redirect address, and tick "Refresh Token".',
  },
  source: [
    { page: 'https://help.zitadel.com/how-to-enable-and-receive-refresh-tokens', read: '2026-11-30' },
    {
      page: 'https://pulumi.com/registry/packages/zitadel/api-docs/defaultoidcsettings/',
      read: '2026-11-30',
    },
  ],
  believed: [
    'issuer',
    'redirect',
    'behaviour.accessLifeSeconds',
    'behaviour.idleLimitDays',
    'behaviour.grantLifeDays',
  ],
}
