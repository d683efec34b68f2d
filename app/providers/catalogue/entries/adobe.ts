/** Adobe, for people (IMS). */
import type { CatalogueEntry } from '../entry.ts'

export const adobe: CatalogueEntry = {
  id: 'adobe',
  name: 'Adobe',
  category: 'design',
  words: ['photoshop', 'creative', 'cloud', 'frame'],
  client: 'either',
  authorizationEndpoint: 'https://ims-na1.adobelogin.com/ims/authorize/v2',
  tokenEndpoint: 'https://ims-na1.adobelogin.com/ims/token/v3',
  revocationEndpoint: 'https://ims-na1.adobelogin.com/ims/revoke',
  scopes: ['openid', 'AdobeID', 'offline_access'],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 86_400,
    grantLifeDays: 14,
    notes: ['A refresh token is revoked once it was used.'],
  },
  register: {
    page: 'https://developer.adobe.com/console/',
    steps:
      'Create a project, add an API with user authentication, and enter the redirect address and its pattern.',
  },
  source: [
    {
      page: 'https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/adobe_refresh_token',
      read: '2026-11-30',
    },
    { page: 'https://github.com/magento/adobe-stock-integration/wiki/Adobe-Stock-OAuth', read: '2026-11-30' },
    {
      page: 'https://developer.adobe.com/developer-console/docs/guides/authentication/UserAuthentication',
      read: '2026-11-30',
    },
  ],
  believed: [
    'authorizationEndpoint',
    'tokenEndpoint',
    'revocationEndpoint',
    'scopes',
    'redirect',
    'clientAuthentication',
    'register',
  ],
}
