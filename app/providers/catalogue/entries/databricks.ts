/** A Databricks workspace. The command line's public client is built in there. */
import type { CatalogueEntry } from '../entry.ts'

export const databricks: CatalogueEntry = {
  id: 'databricks',
  name: 'Databricks',
  category: 'cloud',
  words: ['spark', 'data', 'warehouse', 'notebooks'],
  blanks: [
    { name: 'host', label: 'Host of your workspace', example: 'dbc-a1b2345c-d6e7.cloud.databricks.com' },
  ],
  client: 'public',
  authorizationEndpoint: 'https://{host}/oidc/v1/authorize',
  tokenEndpoint: 'https://{host}/oidc/v1/token',
  scopes: ['all-apis', 'offline_access'],
  redirect: { kind: 'exact', host: 'localhost', port: 8020, path: '/' },
  clientAuthentication: 'none',
  behaviour: {
    rotation: 'unknown',
    accessLifeSeconds: 3600,
    notes: [
      'The client id "databricks-cli" is there in every workspace, with the address http://localhost:8020.',
    ],
  },
  register: {
    page: 'https://accounts.cloud.databricks.com/settings/app-integrations',
    steps:
      'Nothing, with the client id databricks-cli; or an account admin adds an app connection with the redirect address.',
  },
  source: [
    {
      page: 'https://databrickslabs.github.io/partner-architecture/isv-partners/lakehouse-patterns/access-auth/oauth-reference',
      read: '2026-11-30',
    },
    { page: 'https://docs.databricks.com/aws/dev-tools/auth/oauth-u2m', read: '2026-11-30' },
  ],
  believed: ['register'],
}
