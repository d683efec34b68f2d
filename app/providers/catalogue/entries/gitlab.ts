/** GitLab.com. */
import type { CatalogueEntry } from '../entry.ts'

export const gitlab: CatalogueEntry = {
  id: 'gitlab',
  name: 'GitLab.com',
  category: 'developer',
  words: ['git', 'repositories', 'code', 'ci'],
  client: 'either',
  authorizationEndpoint: 'https://gitlab.com/oauth/authorize',
  tokenEndpoint: 'https://gitlab.com/oauth/token',
  deviceAuthorizationEndpoint: 'https://gitlab.com/oauth/authorize_device',
  revocationEndpoint: 'https://gitlab.com/oauth/revoke',
  scopes: ['read_user', 'read_api'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 7200,
  },
  register: {
    page: 'https://gitlab.com/-/user_settings/applications',
    steps: 'Add an application with the address; untick "Confidential" for one without a secret.',
  },
  source: [
    { page: 'https://docs.gitlab.com/api/oauth2/?ref=yokai.hakaisecurity.io', read: '2026-11-30' },
    { page: 'https://gitlab.com/gitlab-org/gitlab-vscode-extension/-/issues/561', read: '2026-11-30' },
  ],
  believed: ['deviceAuthorizationEndpoint', 'scopes', 'redirect', 'behaviour.rotation', 'register'],
}
