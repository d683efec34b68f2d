/** Airtable. */
import type { CatalogueEntry } from '../entry.ts'

export const airtable: CatalogueEntry = {
  id: 'airtable',
  name: 'Airtable',
  category: 'work',
  words: ['tables', 'bases', 'database', 'spreadsheet'],
  client: 'either',
  authorizationEndpoint: 'https://airtable.com/oauth2/v1/authorize',
  tokenEndpoint: 'https://airtable.com/oauth2/v1/token',
  scopes: ['data.records:read', 'schema.bases:read'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 3600,
    idleLimitDays: 60,
    notes: ['Sending a spent refresh token revokes the whole login.'],
  },
  register: {
    page: 'https://airtable.com/create/oauth',
    steps: 'Register an integration with the redirect address; make a secret only if you want one.',
  },
  source: [
    { page: 'https://nango.dev/blog/airtable-oauth-refresh-token-invalid-grant', read: '2026-11-30' },
    { page: 'https://www.val.town/embed/x/orbem/airtable-approval-form/AGENTS.md', read: '2026-11-30' },
  ],
  believed: [
    'redirect',
    'clientAuthentication',
    'behaviour.rotation',
    'behaviour.accessLifeSeconds',
    'behaviour.idleLimitDays',
    'behaviour.notes',
  ],
}
