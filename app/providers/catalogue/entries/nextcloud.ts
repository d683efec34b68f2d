/** A Nextcloud server. */
import type { CatalogueEntry } from '../entry.ts'

export const nextcloud: CatalogueEntry = {
  id: 'nextcloud',
  name: 'Nextcloud',
  category: 'files',
  words: ['storage', 'calendar', 'contacts', 'self-hosted'],
  blanks: [
    {
      name: 'host',
      label: 'Host of your Nextcloud, with its folder if there is one',
      example: 'cloud.example.com',
    },
  ],
  client: 'confidential',
  authorizationEndpoint: 'https://{host}/index.php/apps/oauth2/authorize',
  tokenEndpoint: 'https://{host}/index.php/apps/oauth2/api/v1/token',
  scopes: [],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 3600,
    notes: ['No scopes: a token opens the whole account.'],
  },
  register: {
    page: 'https://{host}/index.php/settings/admin/security',
    steps: 'An administrator adds an OAuth 2.0 client with the redirect address.',
  },
  source: [
    {
      page: 'https://docs.nextcloud.com/server/stable/admin%5Fmanual/configuration_server/oauth2.html',
      read: '2026-11-30',
    },
    {
      page: 'https://oauth2-proxy.github.io/oauth2-proxy/configuration/providers/nextcloud',
      read: '2026-11-30',
    },
  ],
  believed: ['redirect', 'clientAuthentication', 'behaviour.rotation', 'behaviour.accessLifeSeconds'],
}
