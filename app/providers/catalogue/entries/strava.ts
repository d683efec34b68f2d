/** Strava. */
import type { CatalogueEntry } from '../entry.ts'

export const strava: CatalogueEntry = {
  id: 'strava',
  name: 'Strava',
  category: 'health',
  words: ['running', 'cycling', 'sport'],
  client: 'confidential',
  authorizationEndpoint: 'https://www.strava.com/oauth/authorize',
  tokenEndpoint: 'https://www.strava.com/oauth/token',
  scopes: ['read,activity:read'],
  redirect: { kind: 'exact', host: 'localhost' },
  clientAuthentication: 'client_secret_post',
  errorWords: { 'RefreshToken: invalid': 'rejected' },
  behaviour: {
    rotation: 'unknown',
    accessLifeSeconds: 21_600,
    notes: [
      'Scopes are separated by commas. Only a host is registered ("Authorization Callback Domain"); one app for an account, and a subscription to make it.',
    ],
  },
  register: {
    page: 'https://www.strava.com/settings/api',
    steps: 'Create the app with the callback domain "localhost".',
  },
  source: [
    { page: 'https://developers.strava.com/docs/getting-started/?ref=jdhwilkins.com', read: '2026-11-30' },
    { page: 'https://github.com/raczeja/StatsServiceBook/wiki/Data-Source-Strava-API', read: '2026-11-30' },
    {
      page: 'https://stravalib.readthedocs.io/en/v2.2/get-started/how-to-get-strava-data-python.html',
      read: '2026-11-30',
    },
  ],
  believed: ['errorWords', 'clientAuthentication'],
}
