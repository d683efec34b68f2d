/** Supabase's management API. */
import type { CatalogueEntry } from '../entry.ts'

export const supabase: CatalogueEntry = {
  id: 'supabase',
  name: 'Supabase',
  category: 'cloud',
  words: ['database', 'postgres'],
  client: 'confidential',
  authorizationEndpoint: 'https://api.supabase.com/v1/oauth/authorize',
  tokenEndpoint: 'https://api.supabase.com/v1/oauth/token',
  revocationEndpoint: 'https://api.supabase.com/v1/oauth/revoke',
  scopes: [],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 86_400,
    notes: ['Scopes are chosen at the app; the parameter is deprecated.'],
  },
  register: {
    page: 'https://supabase.com/dashboard/org/_/apps',
    steps: 'Publish an OAuth app with the callback address and its permissions.',
  },
  source: [
    {
      page: 'https://supabase.com/docs/guides/integrations/build-a-supabase-oauth-integration.md',
      read: '2026-11-30',
    },
    {
      page: 'https://nango.dev/docs/api-integrations/supabase-oauth/how-to-register-your-own-supabase-oauth-app',
      read: '2026-11-30',
    },
  ],
  believed: [
    'revocationEndpoint',
    'redirect',
    'clientAuthentication',
    'behaviour.rotation',
    'behaviour.accessLifeSeconds',
  ],
}
