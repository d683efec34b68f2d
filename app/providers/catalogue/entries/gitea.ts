/** A Gitea server. */
import type { CatalogueEntry } from '../entry.ts'

export const gitea: CatalogueEntry = {
  id: 'gitea',
  name: 'Gitea',
  category: 'developer',
  words: ['git', 'self-hosted', 'code', 'repositories'],
  blanks: [{ name: 'host', label: 'Host of your Gitea', example: 'git.example.com' }],
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
  },
  register: {
    page: 'https://{host}/user/settings/applications',
    steps:
      'Create an OAuth2 application with the redirect address http://127.0.0.1/callback; untick "Confidential Client" for one without a secret.',
  },
  source: [
    { page: 'https://arcticjs.dev/providers/gitea', read: '2026-11-30' },
    { page: 'https://www.mintlify.com/go-gitea/gitea/integrations/oauth2', read: '2026-11-30' },
  ],
  believed: ['authorizationEndpoint', 'tokenEndpoint', 'redirect', 'clientAuthentication', 'behaviour'],
}
