/** Withings. */
import type { CatalogueEntry } from '../entry.ts'

export const withings: CatalogueEntry = {
  id: 'withings',
  name: 'Withings',
  category: 'health',
  words: ['scales', 'sleep', 'heart'],
  client: 'confidential',
  authorizationEndpoint: 'https://account.withings.com/oauth2_user/authorize2',
  tokenEndpoint: 'https://wbsapi.withings.net/v2/oauth2',
  scopes: ['user.info,user.metrics,user.activity'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  tokenParams: { action: 'requesttoken' },
  refreshParams: { action: 'requesttoken' },
  responseMembers: {
    access_token: 'body.access_token',
    refresh_token: 'body.refresh_token',
    expires_in: 'body.expires_in',
    scope: 'body.scope',
    token_type: 'body.token_type',
  },
  behaviour: {
    rotation: 'always',
    reuseGraceSeconds: 28800,
    accessLifeSeconds: 10_800,
    grantLifeDays: 365,
    notes: [
      'The refresh token before it works for eight hours, or until the new access token is used. Errors come with status 200 and a number in "status".',
      'Scopes are separated by commas.',
    ],
  },
  register: {
    page: 'https://developer.withings.com/dashboard/',
    steps: 'Create an application for the public API with the callback address.',
  },
  source: [
    {
      page: 'https://developer.withings.com/developer-guide/v3/integration-guide/public-health-data-api/get-access/access-and-refresh-tokens-no-recover',
      read: '2026-11-30',
    },
    { page: 'https://www.npmjs.com/package/withings-node-oauth2', read: '2026-11-30' },
  ],
  believed: ['redirect', 'register', 'behaviour.notes'],
}
