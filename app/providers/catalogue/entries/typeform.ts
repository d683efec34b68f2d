/** Typeform. */
import type { CatalogueEntry } from '../entry.ts'

export const typeform: CatalogueEntry = {
  id: 'typeform',
  name: 'Typeform',
  category: 'business',
  words: ['forms', 'surveys'],
  client: 'confidential',
  authorizationEndpoint: 'https://api.typeform.com/oauth/authorize',
  tokenEndpoint: 'https://api.typeform.com/oauth/token',
  scopes: ['offline', 'accounts:read', 'forms:read', 'responses:read'],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 604_800,
    notes: ['Without the scope "offline" there is no refresh token.'],
  },
  register: {
    page: 'https://admin.typeform.com/user/developer-apps',
    steps: 'Register an application with the redirect address.',
  },
  source: [{ page: 'https://www.typeform.com/developers/get-started/applications/' }],
  believed: ['everything'],
}
