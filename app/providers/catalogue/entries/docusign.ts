/** DocuSign, production accounts. */
import type { CatalogueEntry } from '../entry.ts'

export const docusign: CatalogueEntry = {
  id: 'docusign',
  name: 'DocuSign',
  category: 'business',
  words: ['esignature', 'contracts', 'documents'],
  client: 'confidential',
  authorizationEndpoint: 'https://account.docusign.com/oauth/auth',
  tokenEndpoint: 'https://account.docusign.com/oauth/token',
  revocationEndpoint: 'https://account.docusign.com/oauth/revoke',
  scopes: ['signature', 'extended'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 28_800,
    idleLimitDays: 30,
    notes: [`The scope "extended" keeps the refresh token's 30 days sliding; it cannot be added later.`],
  },
  register: {
    page: 'https://admindemo.docusign.com/apps-and-keys',
    steps:
      'Add an app and integration key, make a secret key, and add the redirect address. A key works in production only after its review.',
  },
  source: [
    {
      page: 'https://developers.docusign.com/platform/auth/reference/obtain-access-token',
      read: '2026-11-30',
    },
    { page: 'https://developers.docusign.com/platform/auth/authcode.md', read: '2026-11-30' },
  ],
  believed: [
    'authorizationEndpoint',
    'revocationEndpoint',
    'scopes',
    'redirect',
    'behaviour.accessLifeSeconds',
    'behaviour.idleLimitDays',
    'behaviour.notes',
    'register',
  ],
}
