/** Bitbucket Cloud. Its sign-in is not the one of Jira and Confluence. */
import type { CatalogueEntry } from '../entry.ts'

export const bitbucket: CatalogueEntry = {
  id: 'bitbucket',
  name: 'Bitbucket Cloud',
  category: 'developer',
  words: ['git', 'atlassian', 'repositories', 'code'],
  client: 'confidential',
  authorizationEndpoint: 'https://bitbucket.org/site/oauth2/authorize',
  tokenEndpoint: 'https://bitbucket.org/site/oauth2/access_token',
  scopes: [],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 7200,
    notes: [
      'The permissions ticked at the consumer are the scopes; none need be asked for.',
      'Without the address in the request, the one that is registered counts; there is only one.',
    ],
  },
  register: {
    page: 'https://bitbucket.org/account/workspaces/',
    steps:
      "In the workspace's settings, under OAuth consumers, add a consumer with the callback address and tick its permissions.",
  },
  source: [
    { page: 'https://confluence.atlassian.com/bitbucket/oauth-endpoint-300220600.html', read: '2026-11-30' },
    { page: 'https://docs.unified.to/skills/bitbucket-oauth-app/SKILL.md', read: '2026-11-30' },
  ],
  believed: ['redirect', 'behaviour.rotation'],
}
