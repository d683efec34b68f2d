/** Salesforce, at the common sign-in or at a domain of one's own. */
import type { CatalogueEntry } from '../entry.ts'

export const salesforce: CatalogueEntry = {
  id: 'salesforce',
  name: 'Salesforce',
  category: 'business',
  words: ['crm', 'sales', 'force', 'sfdc'],
  blanks: [{ name: 'domain', label: 'Sign-in domain', example: 'login.salesforce.com' }],
  client: 'either',
  authorizationEndpoint: 'https://{domain}/services/oauth2/authorize',
  tokenEndpoint: 'https://{domain}/services/oauth2/token',
  revocationEndpoint: 'https://{domain}/services/oauth2/revoke',
  scopes: ['api', 'refresh_token'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'unknown',
    notes: [
      "Replies do not say how long an access token lives: the org's session timeout decides.",
      "Rotation and the refresh token's life are set at the app.",
    ],
  },
  register: {
    page: 'https://{domain}/lightning/setup/ManageExternalClientApplication/home',
    steps:
      'Create an external client app with OAuth, the callback address and the scopes "api" and "refresh_token".',
  },
  source: [
    {
      page: 'https://help.salesforce.com/apex/HTViewHelpDoc?id=remoteaccess_oauth_refresh_token_flow.htm&language=en_US',
      read: '2026-11-30',
    },
    {
      page: 'https://developer.salesforce.com/docs/atlas.en-us.222.0.api_rest.meta/api/intro_understanding_refresh_token_oauth.htm',
      read: '2026-11-30',
    },
  ],
  believed: ['authorizationEndpoint', 'tokenEndpoint', 'revocationEndpoint', 'redirect', 'register'],
}
