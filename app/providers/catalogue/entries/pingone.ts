/** An environment of PingOne. */
import type { CatalogueEntry } from '../entry.ts'

export const pingone: CatalogueEntry = {
  id: 'pingone',
  name: 'PingOne',
  category: 'identity',
  words: ['sso', 'oidc', 'login', 'ping', 'identity'],
  blanks: [
    { name: 'domain', label: 'Sign-in host of your region', example: 'auth.pingone.eu' },
    { name: 'environment', label: 'Id of the environment', example: '3072206c-c6ce-4c19-a366-f87e972c7cc3' },
  ],
  client: 'either',
  issuer: 'https://{domain}/{environment}/as',
  scopes: ['openid', 'profile', 'email'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  behaviour: {
    rotation: 'unknown',
    accessLifeSeconds: 3600,
    grantLifeDays: 30,
  },
  register: {
    page: 'https://console.pingone.com/',
    steps: 'Add an application of the type "Native" with the redirect address and the refresh token grant.',
  },
  source: [{ page: 'https://docs.pingidentity.com/pingone/applications/p1_applications_landing_page.html' }],
  believed: ['everything'],
}
