/** Hugging Face. */
import type { CatalogueEntry } from '../entry.ts'

export const huggingFace: CatalogueEntry = {
  id: 'hugging-face',
  name: 'Hugging Face',
  category: 'developer',
  words: ['ai', 'models', 'datasets', 'inference', 'hub'],
  client: 'either',
  authorizationEndpoint: 'https://huggingface.co/oauth/authorize',
  tokenEndpoint: 'https://huggingface.co/oauth/token',
  deviceAuthorizationEndpoint: 'https://huggingface.co/oauth/device',
  scopes: ['openid', 'profile', 'inference-api'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_basic',
  behaviour: {
    rotation: 'unknown',
    accessLifeSeconds: 28_800,
  },
  register: {
    page: 'https://huggingface.co/settings/applications/new',
    steps: 'Create an OAuth app with the redirect address; a public app has no secret.',
  },
  source: [{ page: 'https://www.huggingface.co/docs/hub/oauth', read: '2026-11-30' }],
  believed: [
    'client',
    'authorizationEndpoint',
    'tokenEndpoint',
    'deviceAuthorizationEndpoint',
    'redirect',
    'clientAuthentication',
    'behaviour.accessLifeSeconds',
  ],
}
