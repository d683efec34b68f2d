/** Trakt. */
import type { CatalogueEntry } from '../entry.ts'

export const trakt: CatalogueEntry = {
  id: 'trakt',
  name: 'Trakt',
  category: 'media',
  words: ['films', 'series', 'television'],
  client: 'confidential',
  authorizationEndpoint: 'https://trakt.tv/oauth/authorize',
  tokenEndpoint: 'https://api.trakt.tv/oauth/token',
  revocationEndpoint: 'https://api.trakt.tv/oauth/revoke',
  scopes: [],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  refreshEncoding: 'json',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 86_400,
    notes: [
      'Its device flow calls the device code "code", which RFC 8628 does not: sign in with the browser.',
    ],
  },
  register: {
    page: 'https://trakt.tv/oauth/applications/new',
    steps: 'Create an application with the redirect address.',
  },
  source: [
    { page: 'https://docs.rs/trakt-rs/latest/src/trakt_rs/api/auth.rs.html', read: '2026-11-30' },
    { page: 'https://rdrr.io/github/jemus42/tRakt/man/get_token.html', read: '2026-11-30' },
  ],
  believed: [
    'authorizationEndpoint',
    'revocationEndpoint',
    'redirect',
    'refreshEncoding',
    'behaviour.rotation',
    'behaviour.accessLifeSeconds',
  ],
}
