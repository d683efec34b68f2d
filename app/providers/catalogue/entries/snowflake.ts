/** Snowflake, with its own OAuth. */
import type { CatalogueEntry } from '../entry.ts'

export const snowflake: CatalogueEntry = {
  id: 'snowflake',
  name: 'Snowflake',
  category: 'cloud',
  words: ['warehouse', 'sql', 'data'],
  blanks: [
    { name: 'account', label: 'Account identifier, before .snowflakecomputing.com', example: 'acme-prod' },
  ],
  client: 'either',
  authorizationEndpoint: 'https://{account}.snowflakecomputing.com/oauth/authorize',
  tokenEndpoint: 'https://{account}.snowflakecomputing.com/oauth/token-request',
  scopes: ['refresh_token'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'unknown',
    accessLifeSeconds: 600,
    grantLifeDays: 90,
    notes: ["The security integration sets the refresh token's life, and whether it is good for one use."],
  },
  register: {
    page: 'https://docs.snowflake.com/user-guide/oauth-custom.html',
    steps:
      'An account administrator creates a security integration (TYPE = OAUTH, OAUTH_CLIENT = CUSTOM) with the redirect address.',
  },
  source: [
    { page: 'https://docs.snowflake.com/en/ja/user-guide/single-use-refresh-tokens', read: '2026-11-30' },
    { page: 'https://docs.snowflake.com/user-guide/oauth-custom.html', read: '2026-11-30' },
  ],
  believed: [
    'authorizationEndpoint',
    'tokenEndpoint',
    'scopes',
    'redirect',
    'clientAuthentication',
    'behaviour.accessLifeSeconds',
  ],
}
