/** Webflow. */
import type { CatalogueEntry } from '../entry.ts'

export const webflow: CatalogueEntry = {
  id: 'webflow',
  name: 'Webflow',
  category: 'design',
  words: ['sites', 'cms', 'hosting'],
  client: 'confidential',
  authorizationEndpoint: 'https://webflow.com/oauth/authorize',
  tokenEndpoint: 'https://api.webflow.com/oauth/access_token',
  revocationEndpoint: 'https://api.webflow.com/oauth/revoke_authorization',
  scopes: ['sites:read', 'authorized_user:read'],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 'endless',
  },
  register: {
    page: 'https://webflow.com/dashboard/workspace',
    steps: "In the workspace's settings, under Apps & Integrations, create an app with the redirect address.",
  },
  source: [{ page: 'https://developers.webflow.com/data/reference/oauth-app' }],
  believed: ['everything'],
}
