/** A Slack app's bot token, with token rotation on. */
import type { CatalogueEntry } from '../entry.ts'

export const slack: CatalogueEntry = {
  id: 'slack',
  name: 'Slack (bot)',
  category: 'chat',
  words: ['messages', 'channels', 'bot'],
  client: 'confidential',
  authorizationEndpoint: 'https://slack.com/oauth/v2/authorize',
  tokenEndpoint: 'https://slack.com/api/oauth.v2.access',
  scopes: ['chat:write,channels:read'],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_post',
  errorWords: {
    account_inactive: 'rejected',
    invalid_refresh_token: 'rejected',
    token_expired: 'rejected',
    ratelimited: 'rate-limited',
    internal_error: 'transient',
    fatal_error: 'transient',
    bad_client_secret: 'client-rejected',
    invalid_client_id: 'client-rejected',
  },
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 43_200,
    notes: [
      'Without token rotation the token does not expire, and there is no refresh token.',
      'Errors come with status 200 and "ok": false.',
    ],
  },
  register: {
    page: 'https://api.slack.com/apps',
    steps:
      'Create an app, turn token rotation on under "OAuth & Permissions", add the bot scopes and the redirect address.',
  },
  source: [
    { page: 'https://docs.slack.dev/authentication/using-token-rotation', read: '2026-11-30' },
    { page: 'https://api.slack.com/methods/oauth.v2.exchange', read: '2026-11-30' },
  ],
  believed: ['authorizationEndpoint', 'scopes', 'redirect', 'errorWords'],
}
