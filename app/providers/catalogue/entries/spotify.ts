/** Spotify. */
import type { CatalogueEntry } from '../entry.ts'

export const spotify: CatalogueEntry = {
  id: 'spotify',
  name: 'Spotify',
  category: 'media',
  words: ['music', 'playlists'],
  client: 'public',
  authorizationEndpoint: 'https://accounts.spotify.com/authorize',
  tokenEndpoint: 'https://accounts.spotify.com/api/token',
  scopes: ['user-read-private', 'user-read-email'],
  redirect: { kind: 'any-port', host: '127.0.0.1' },
  clientAuthentication: 'none',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 3600,
    notes: ['A refresh token from a sign-in with PKCE is good for one use.'],
  },
  register: {
    page: 'https://developer.spotify.com/dashboard',
    steps:
      'Create an app with the redirect address http://127.0.0.1/callback, without a port: any port is then taken. "localhost" is refused.',
  },
  source: [
    { page: 'https://developer.spotify.com/documentation/web-api/concepts/redirect_uri', read: '2026-11-30' },
    {
      page: 'https://docs.rs/rspotifys/latest/rspotifys/struct.AuthCodePkceSpotify.html',
      read: '2026-11-30',
    },
  ],
  believed: ['behaviour.accessLifeSeconds'],
}
