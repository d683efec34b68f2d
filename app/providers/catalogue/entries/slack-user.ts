/** A person's own Slack token, with token rotation on. */
import type { CatalogueEntry } from '../entry.ts'

export const slackUser: CatalogueEntry = {
  id: 'slack-user',
  name: 'Slack (user)',
  category: 'chat',
  words: ['messages', 'channels', 'person'],
  client: 'confidential',
  authorizationEndpoint: 'https://slack.com/oauth/v2/authorize',
  tokenEndpoint: 'https://slack.com/api/oauth.v2.access',
  scopes: [],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_post',
  authorizationParams: { user_scope: 'channels:read,search:read' },
  responseMembers: {
    access_token: 'authed_user.access_token',
    refresh_token: 'authed_user.refresh_token',
    expires_in: 'authed_user.expires_in',
    scope: 'authed_user.scope',
    token_type: 'authed_user.token_type',
  },
  errorWords: {
    account_inactive: 'rejected',
    invalid_refresh_token: 'rejected',
    token_expired: 'rejected',
    ratelimited: 'rate-limited',
    internal_error: 'transient',
    fatal_error: 'transient',
  },
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 43_200,
    notes: [`The first reply keeps the person's tokens under "authed_user"; a refresh has them at the top.`],
  },
  register: {
    page: 'https://api.slack.com/apps',
    steps:
      'Create an app, turn token rotation on under "OAuth & Permissions", add the user scopes and the redirect address.',
  },
  source: [{ page: 'https://docs.slack.dev/authentication/using-token-rotation', read: '2026-11-30' }],
  believed: [
    'authorizationEndpoint',
    'authorizationParams',
    'redirect',
    'responseMembers',
    'errorWords',
    'behaviour.notes',
  ],
}
