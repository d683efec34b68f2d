/** A OneLogin account. */
import type { CatalogueEntry } from '../entry.ts'

export const onelogin: CatalogueEntry = {
  id: 'onelogin',
  name: 'OneLogin',
  category: 'identity',
  words: ['sso', 'oidc', 'login'],
  blanks: [{ name: 'subdomain', label: 'Subdomain of your account', example: 'acme' }],
  client: 'either',
  issuer: 'https://{subdomain}.onelogin.com/oidc/2',
  scopes: ['openid', 'profile', 'email'],
  redirect: { kind: 'exact', host: 'localhost' },
  behaviour: {
    rotation: 'unknown',
  },
  register: {
    page: 'https://{subdomain}.onelogin.com/apps',
    steps:
      'Add the app "OpenId Connect (OIDC)", application type "Native", with the redirect address and refresh tokens allowed.',
  },
  source: [{ page: 'https://developers.onelogin.com/openid-connect' }],
  believed: ['everything'],
}
