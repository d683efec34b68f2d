/** A project of the Ory network, or an Ory Hydra of one's own. */
import type { CatalogueEntry } from '../entry.ts'

export const ory: CatalogueEntry = {
  id: 'ory',
  name: 'Ory',
  category: 'identity',
  words: ['hydra', 'sso', 'oidc', 'login', 'self-hosted'],
  blanks: [
    { name: 'host', label: 'Host of the project or the server', example: 'acme-abc123.projects.oryapis.com' },
  ],
  client: 'either',
  issuer: 'https://{host}',
  scopes: ['openid', 'offline_access'],
  redirect: { kind: 'any-port', host: '127.0.0.1' },
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 3600,
    idleLimitDays: 30,
    notes: [
      'A grace for spent refresh tokens can be set, of up to five minutes, or 30 days with a limit on its use.',
    ],
  },
  register: {
    page: 'https://console.ory.sh/',
    steps:
      'Create an OAuth2 client with the redirect address; authentication method "none" for one without a secret.',
  },
  source: [{ page: 'https://github.com/ory/docs/pull/2217.patch', read: '2026-11-30' }],
  believed: [
    'issuer',
    'scopes',
    'redirect',
    'behaviour.rotation',
    'behaviour.accessLifeSeconds',
    'behaviour.idleLimitDays',
    'register',
  ],
}
