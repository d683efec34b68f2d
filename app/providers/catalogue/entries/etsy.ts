/** Etsy. */
import type { CatalogueEntry } from '../entry.ts'

export const etsy: CatalogueEntry = {
  id: 'etsy',
  name: 'Etsy',
  category: 'commerce',
  words: ['shop', 'listings'],
  client: 'public',
  authorizationEndpoint: 'https://www.etsy.com/oauth/connect',
  tokenEndpoint: 'https://api.etsy.com/v3/public/oauth/token',
  scopes: ['shops_r', 'listings_r'],
  redirect: { kind: 'https' },
  clientAuthentication: 'none',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 3600,
    idleLimitDays: 90,
  },
  register: {
    page: 'https://www.etsy.com/developers/your-apps',
    steps: 'Create an app; its keystring is the client id. Add the redirect address.',
  },
  source: [
    { page: 'https://developers.etsy.com/documentation/essentials/authentication/', read: '2026-11-30' },
    {
      page: 'https://www.rubydoc.info/gems/portage-ucp-etsy/Portage/Ucp/Etsy/AccessTokenFetcher',
      read: '2026-11-30',
    },
  ],
  believed: ['authorizationEndpoint', 'redirect', 'behaviour.accessLifeSeconds', 'behaviour.idleLimitDays'],
}
