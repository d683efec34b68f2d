/** Atlassian Cloud: Jira, Confluence and the rest, over OAuth 2.0 (3LO). */
import type { CatalogueEntry } from '../entry.ts'

export const atlassian: CatalogueEntry = {
  id: 'atlassian',
  name: 'Atlassian',
  category: 'work',
  words: ['jira', 'confluence', '3lo'],
  client: 'confidential',
  authorizationEndpoint: 'https://auth.atlassian.com/authorize',
  tokenEndpoint: 'https://auth.atlassian.com/oauth/token',
  scopes: ['offline_access', 'read:me', 'read:jira-work'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  authorizationParams: { audience: 'api.atlassian.com', prompt: 'consent' },
  refreshEncoding: 'json',
  errorWords: { 'unauthorized_client: refresh_token is invalid': 'rejected' },
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 3600,
    idleLimitDays: 90,
    notes: ["The API is at api.atlassian.com with a cloud id, never at your own site's address."],
  },
  register: {
    page: 'https://developer.atlassian.com/console/myapps/',
    steps:
      'Create an OAuth 2.0 integration, add its permissions, and set the one callback address under Authorization.',
  },
  source: [
    {
      page: 'https://developer.atlassian.com/cloud/oauth/getting-started/refresh-tokens',
      read: '2026-11-30',
    },
    { page: 'https://mrrefactoring.github.io/confluence.js/guide/oauth2', read: '2026-11-30' },
  ],
  believed: [
    'authorizationEndpoint',
    'authorizationParams',
    'scopes',
    'behaviour.idleLimitDays',
    'errorWords',
    'refreshEncoding',
  ],
}
