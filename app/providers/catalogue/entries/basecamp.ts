/** Basecamp, over 37signals' Launchpad. */
import type { CatalogueEntry } from '../entry.ts'

export const basecamp: CatalogueEntry = {
  id: 'basecamp',
  name: 'Basecamp',
  category: 'work',
  words: ['37signals', 'projects', 'hey', 'launchpad'],
  client: 'confidential',
  authorizationEndpoint: 'https://launchpad.37signals.com/authorization/new',
  tokenEndpoint: 'https://launchpad.37signals.com/authorization/token',
  scopes: [],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  authorizationParams: { type: 'web_server' },
  tokenParams: { type: 'web_server' },
  refreshParams: { type: 'refresh' },
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 1_209_600,
  },
  register: {
    page: 'https://launchpad.37signals.com/integrations',
    steps: 'Register an integration with the redirect address.',
  },
  source: [
    {
      page: 'https://raw.githubusercontent.com/basecamp/bc-api/master/sections/authentication.md',
      read: '2026-11-30',
    },
    { page: 'https://pypi.org/project/basecampapi/0.2.4', read: '2026-11-30' },
  ],
  believed: ['redirect', 'clientAuthentication', 'authorizationParams', 'behaviour.rotation'],
}
