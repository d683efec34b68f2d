/** Stripe Connect, standard accounts. */
import type { CatalogueEntry } from '../entry.ts'

export const stripeConnect: CatalogueEntry = {
  id: 'stripe-connect',
  name: 'Stripe Connect',
  category: 'commerce',
  words: ['payments', 'money'],
  client: 'confidential',
  authorizationEndpoint: 'https://connect.stripe.com/oauth/authorize',
  tokenEndpoint: 'https://connect.stripe.com/oauth/token',
  scopes: ['read_write'],
  redirect: { kind: 'https' },
  clientAuthentication: 'client_secret_post',
  behaviour: {
    rotation: 'never',
    accessLifeSeconds: 'endless',
    notes: ["The client secret is the platform's secret API key."],
  },
  register: {
    page: 'https://dashboard.stripe.com/settings/connect/onboarding-options/oauth',
    steps: 'Turn OAuth on for standard accounts and add the redirect address.',
  },
  source: [{ page: 'https://docs.stripe.com/connect/oauth-reference' }],
  believed: ['everything'],
}
