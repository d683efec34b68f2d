/** A FusionAuth server. */
import type { CatalogueEntry } from '../entry.ts'

export const fusionauth: CatalogueEntry = {
  id: 'fusionauth',
  name: 'FusionAuth',
  category: 'identity',
  words: ['sso', 'oidc', 'login', 'self-hosted'],
  blanks: [{ name: 'host', label: 'Host of your FusionAuth', example: 'auth.example.com' }],
  client: 'either',
  authorizationEndpoint: 'https://{host}/oauth2/authorize',
  tokenEndpoint: 'https://{host}/oauth2/token',
  deviceAuthorizationEndpoint: 'https://{host}/oauth2/device_authorize',
  scopes: ['openid', 'offline_access'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'unknown',
    accessLifeSeconds: 3600,
    grantLifeDays: 30,
  },
  register: {
    page: 'https://{host}/admin/application/',
    steps: 'Add an application with the redirect address, and tick the refresh token grant.',
  },
  source: [{ page: 'https://fusionauth.io/docs/lifecycle/authenticate-users/oauth/endpoints' }],
  believed: ['everything'],
}
