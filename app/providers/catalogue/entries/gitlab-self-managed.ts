/** A GitLab of one's own. */
import type { CatalogueEntry } from '../entry.ts'

export const gitlabSelfManaged: CatalogueEntry = {
  id: 'gitlab-self-managed',
  name: 'GitLab (self-managed)',
  category: 'developer',
  words: ['git', 'self-hosted', 'repositories', 'code', 'ci'],
  blanks: [{ name: 'host', label: 'Host of your GitLab', example: 'gitlab.example.com' }],
  client: 'either',
  authorizationEndpoint: 'https://{host}/oauth/authorize',
  tokenEndpoint: 'https://{host}/oauth/token',
  deviceAuthorizationEndpoint: 'https://{host}/oauth/authorize_device',
  revocationEndpoint: 'https://{host}/oauth/revoke',
  scopes: ['read_user', 'read_api'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 7200,
    notes: ['Before GitLab 15 tokens did not expire; the device flow came with 17.1.'],
  },
  register: {
    page: 'https://{host}/-/user_settings/applications',
    steps: 'Add an application with the address; untick "Confidential" for one without a secret.',
  },
  source: [{ page: 'https://docs.gitlab.com/api/oauth2/?ref=yokai.hakaisecurity.io', read: '2026-11-30' }],
  believed: ['deviceAuthorizationEndpoint', 'scopes', 'redirect', 'behaviour.rotation', 'register'],
}
