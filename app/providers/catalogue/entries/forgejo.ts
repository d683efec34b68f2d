/** A Forgejo server, Codeberg among them. */
import type { CatalogueEntry } from '../entry.ts'

export const forgejo: CatalogueEntry = {
  id: 'forgejo',
  name: 'Forgejo',
  category: 'developer',
  words: ['git', 'codeberg', 'self-hosted', 'code', 'repositories'],
  blanks: [{ name: 'host', label: 'Host of your Forgejo', example: 'codeberg.org' }],
  client: 'either',
  authorizationEndpoint: 'https://{host}/login/oauth/authorize',
  tokenEndpoint: 'https://{host}/login/oauth/access_token',
  scopes: ['openid', 'profile', 'email'],
  redirect: { kind: 'any-port', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 3600,
    grantLifeDays: 30,
    notes: [
      'A public client with the address http://127.0.0.1/… may use any port. Scopes are not implemented: a token can do what the person can.',
    ],
  },
  register: {
    page: 'https://{host}/user/settings/applications',
    steps:
      'Create an OAuth2 application with the redirect address http://127.0.0.1/callback; untick "Confidential Client" for one without a secret.',
  },
  source: [{ page: 'https://forgejo.org/docs/latest/user/oauth2-provider', read: '2026-11-30' }],
  believed: [
    'clientAuthentication',
    'behaviour.rotation',
    'behaviour.accessLifeSeconds',
    'behaviour.grantLifeDays',
  ],
}
