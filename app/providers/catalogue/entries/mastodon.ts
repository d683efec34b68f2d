/** Mastodon, at the server of the account. Tokens do not expire. */
import type { CatalogueEntry } from '../entry.ts'

export const mastodon: CatalogueEntry = {
  id: 'mastodon',
  name: 'Mastodon',
  category: 'social',
  words: ['fediverse', 'posts', 'toots'],
  blanks: [{ name: 'host', label: 'Host of your server', example: 'mastodon.social' }],
  client: 'confidential',
  authorizationEndpoint: 'https://{host}/oauth/authorize',
  tokenEndpoint: 'https://{host}/oauth/token',
  revocationEndpoint: 'https://{host}/oauth/revoke',
  scopes: ['read'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 'endless',
    notes: ['The token is good until it is revoked; there is no refresh token.'],
  },
  register: {
    page: 'https://{host}/settings/applications/new',
    steps: 'Add an application with the redirect address.',
  },
  source: [
    { page: 'https://arcticjs.dev/providers/mastodon', read: '2026-11-30' },
    {
      page: 'https://docs.rs/crate/ivoryvalley/latest/source/docs/mastodon-client-authentication.md',
      read: '2026-11-30',
    },
  ],
  believed: ['tokenEndpoint', 'revocationEndpoint', 'redirect', 'clientAuthentication'],
}
