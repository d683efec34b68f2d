/** Intercom, whose tokens do not expire. */
import type { CatalogueEntry } from '../entry.ts'

export const intercom: CatalogueEntry = {
  id: 'intercom',
  name: 'Intercom',
  category: 'business',
  words: ['support', 'chat', 'helpdesk'],
  client: 'confidential',
  authorizationEndpoint: 'https://app.intercom.com/oauth',
  tokenEndpoint: 'https://api.intercom.io/auth/eagle/token',
  scopes: [],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 'endless',
    notes: ['The token is good until the app is removed; there is no refresh token.'],
  },
  register: {
    page: 'https://app.intercom.com/a/apps/_/developer-hub',
    steps: 'Create an app, turn OAuth on, and add the redirect address.',
  },
  source: [
    {
      page: 'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication/setting-up-oauth',
    },
  ],
  believed: ['everything'],
}
