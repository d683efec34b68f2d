/** Tesla's Fleet API. */
import type { CatalogueEntry } from '../entry.ts'

export const tesla: CatalogueEntry = {
  id: 'tesla',
  name: 'Tesla',
  category: 'home',
  words: ['car', 'vehicle', 'fleet'],
  blanks: [{ name: 'region', label: 'Region of the API: na, eu', example: 'na' }],
  client: 'confidential',
  authorizationEndpoint: 'https://auth.tesla.com/oauth2/v3/authorize',
  tokenEndpoint: 'https://fleet-auth.prd.vn.cloud.tesla.com/oauth2/v3/token',
  scopes: ['openid', 'offline_access', 'user_data', 'vehicle_device_data'],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_post',
  tokenParams: { audience: 'https://fleet-api.prd.{region}.vn.cloud.tesla.com' },
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 28_800,
    idleLimitDays: 90,
  },
  register: {
    page: 'https://developer.tesla.com/',
    steps: 'Create an application with the redirect address, and host its public key as the guide says.',
  },
  source: [
    {
      page: 'https://developer.tesla.com/docs/fleet-api/authentication/third-party-tokens',
      read: '2026-11-30',
    },
    { page: 'https://developer.tesla.com/docs/fleet-api', read: '2026-11-30' },
  ],
  believed: [
    'redirect',
    'tokenParams',
    'clientAuthentication',
    'behaviour.rotation',
    'behaviour.accessLifeSeconds',
    'behaviour.idleLimitDays',
  ],
}
