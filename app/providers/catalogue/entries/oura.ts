/** Oura. */
import type { CatalogueEntry } from '../entry.ts'

export const oura: CatalogueEntry = {
  id: 'oura',
  name: 'Oura',
  category: 'health',
  words: ['ring', 'sleep'],
  client: 'confidential',
  authorizationEndpoint: 'https://cloud.ouraring.com/oauth/authorize',
  tokenEndpoint: 'https://api.ouraring.com/oauth/token',
  scopes: ['personal', 'daily'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 86_400,
    notes: ['A refresh token is good for one use.'],
  },
  register: {
    page: 'https://cloud.ouraring.com/oauth/applications',
    steps: 'Create an API application with the redirect address.',
  },
  source: [
    { page: 'https://cloud.ouraring.com/docs', read: '2026-11-30' },
    { page: 'https://hexdocs.pm/ex_oura/ExOura.OAuth2.md', read: '2026-11-30' },
    { page: 'https://pypi.org/project/oura/1.0.2/', read: '2026-11-30' },
  ],
  believed: [
    'authorizationEndpoint',
    'tokenEndpoint',
    'redirect',
    'clientAuthentication',
    'behaviour.rotation',
    'behaviour.notes',
  ],
}
