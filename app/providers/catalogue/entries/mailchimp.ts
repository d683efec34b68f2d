/** Mailchimp Marketing, whose tokens do not expire. */
import type { CatalogueEntry } from '../entry.ts'

export const mailchimp: CatalogueEntry = {
  id: 'mailchimp',
  name: 'Mailchimp',
  category: 'business',
  words: ['newsletter', 'mail', 'marketing'],
  client: 'confidential',
  authorizationEndpoint: 'https://login.mailchimp.com/oauth2/authorize',
  tokenEndpoint: 'https://login.mailchimp.com/oauth2/token',
  scopes: [],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 'endless',
  },
  register: {
    page: 'https://us1.admin.mailchimp.com/account/oauth2/',
    steps: 'Register an app with the redirect address (127.0.0.1, not localhost).',
  },
  source: [{ page: 'https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/' }],
  believed: ['everything'],
}
