/** Vercel, an integration's token, which does not expire. */
import type { CatalogueEntry } from '../entry.ts'

export const vercel: CatalogueEntry = {
  id: 'vercel',
  name: 'Vercel',
  category: 'cloud',
  words: ['hosting', 'sites', 'next'],
  blanks: [{ name: 'integration', label: 'Slug of your integration', example: 'acme-tool' }],
  client: 'confidential',
  authorizationEndpoint: 'https://vercel.com/integrations/{integration}/new',
  tokenEndpoint: 'https://api.vercel.com/v2/oauth/access_token',
  scopes: [],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 'endless',
  },
  register: {
    page: 'https://vercel.com/dashboard/integrations/console',
    steps: 'Create an integration with the redirect address.',
  },
  source: [{ page: 'https://vercel.com/docs/integrations/vercel-api-integrations' }],
  believed: ['everything'],
}
