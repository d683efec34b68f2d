/** A realm of a Keycloak server. */
import type { CatalogueEntry } from '../entry.ts'

export const keycloak: CatalogueEntry = {
  id: 'keycloak',
  name: 'Keycloak',
  category: 'identity',
  words: ['sso', 'oidc', 'login', 'red', 'hat'],
  blanks: [
    { name: 'host', label: 'Host of your Keycloak', example: 'id.example.com' },
    { name: 'realm', label: 'Name of the realm', example: 'acme' },
  ],
  client: 'either',
  issuer: 'https://{host}/realms/{realm}',
  scopes: ['openid', 'profile', 'email', 'offline_access'],
  redirect: { kind: 'any-port', host: '127.0.0.1' },
  behaviour: {
    rotation: 'unknown',
    accessLifeSeconds: 300,
    idleLimitDays: 30,
    notes: [
      'With "offline_access" the session outlives the browser; without it the refresh token ends with the SSO session, by default after 30 minutes without use.',
      '"Revoke Refresh Token" in the realm makes each good for one use.',
      'Servers before 17 have /auth before /realms.',
    ],
  },
  register: {
    page: 'https://{host}/admin/{realm}/console/#/{realm}/clients',
    steps:
      'Create an OpenID Connect client with the standard flow, "Client authentication" off for one without a secret, and the redirect address http://127.0.0.1/*.',
  },
  source: [
    {
      page: 'https://wjw465150.gitbooks.io/keycloak-documentation/server_admin/topics/sessions/timeouts.html',
      read: '2026-11-30',
    },
    {
      page: 'https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/keycloak_access_token',
      read: '2026-11-30',
    },
    { page: 'https://phasetwo.io/docs/security/tokens-and-sessions/', read: '2026-11-30' },
  ],
  believed: ['issuer', 'redirect', 'behaviour.idleLimitDays', 'register'],
}
