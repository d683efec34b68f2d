/** A Dex server. */
import type { CatalogueEntry } from '../entry.ts'

export const dex: CatalogueEntry = {
  id: 'dex',
  name: 'Dex',
  category: 'identity',
  words: ['sso', 'oidc', 'login', 'kubernetes', 'self-hosted'],
  blanks: [{ name: 'issuer', label: 'Host and path of the issuer', example: 'dex.example.com' }],
  client: 'either',
  issuer: 'https://{issuer}',
  scopes: ['openid', 'profile', 'email', 'offline_access'],
  redirect: { kind: 'any-port', host: 'localhost' },
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 86_400,
  },
  register: {
    page: 'https://dexidp.io/docs/guides/using-dex/',
    steps: `Add a static client with "public: true", or with the redirect address and a secret, to Dex's configuration.`,
  },
  source: [{ page: 'https://dexidp.io/docs/configuration/tokens/' }],
  believed: ['everything'],
}
