/** A few providers of the catalogue, as the core shows them. */
import type {
  CatalogueAnswers,
  CatalogueDetailView,
  CatalogueItemView,
  MissingAnswer,
} from '../../app/contract/catalogue.ts'
import type { ProviderInput } from '../../app/contract/views.ts'

const item = (
  id: string,
  name: string,
  category: CatalogueItemView['category'],
  more: Partial<CatalogueItemView> = {},
): CatalogueItemView => ({ id, name, category, template: false, untried: false, ...more })

const ITEMS: readonly CatalogueItemView[] = [
  item('airtable', 'Airtable', 'work'),
  item('asana', 'Asana', 'work'),
  item('atlassian', 'Atlassian', 'work'),
  item('box', 'Box', 'files'),
  item('canva', 'Canva', 'design', { untried: true }),
  item('discord', 'Discord', 'chat'),
  item('dropbox', 'Dropbox', 'files'),
  item('figma', 'Figma', 'design'),
  item('google', 'Google', 'cloud'),
  item('hubspot', 'HubSpot', 'business'),
  item('keycloak', 'Keycloak', 'identity', { template: true }),
  item('entra', 'Microsoft Entra tenant', 'identity', { template: true }),
  item('notion', 'Notion', 'work'),
  item('okta', 'Okta', 'identity', { template: true }),
  item('salesforce', 'Salesforce', 'business', { template: true }),
  item('slack', 'Slack (bot)', 'chat'),
  item('spotify', 'Spotify', 'media'),
  item('tiktok', 'TikTok', 'social', { untried: true }),
  item('zoom', 'Zoom', 'chat'),
]

export function sampleCatalogue(words = ''): readonly CatalogueItemView[] {
  return ITEMS.filter(({ id, name, category }) =>
    `${id} ${name} ${category}`.toLowerCase().includes(words.trim().toLowerCase()),
  )
}

/** Google as it is, Slack with a pasted address, Keycloak with a blank; the others are like Google. */
export function sampleEntry(id: string, answers: CatalogueAnswers = {}): CatalogueDetailView {
  const found = ITEMS.find((one) => one.id === id) ?? item(id, id, 'work')
  const host = answers.blanks?.['host']
  const blank = {
    kind: 'blank',
    name: 'host',
    label: 'Host of your server',
    example: 'id.acme.example',
  } as const
  const isSlack = id === 'slack'
  const missing: readonly MissingAnswer[] = [
    ...(found.template && !host ? [blank] : []),
    ...(answers.clientId ? [] : [{ kind: 'clientId' } as const]),
    ...(answers.secretInVault
      ? []
      : [{ kind: 'clientSecret', optional: !isSlack, variable: 'X_CLIENT_SECRET' } as const]),
  ]
  const at = found.template ? host && `https://${host}` : 'https://accounts.example.test'
  const address = 'https://localhost:47813/callback'
  const known: ProviderInput = {
    id: answers.id ?? id,
    name: found.name,
    ...(answers.clientId ? { clientId: answers.clientId } : {}),
    ...(at ? { authorizationEndpoint: `${at}/authorize`, tokenEndpoint: `${at}/token` } : {}),
    ...(at && !isSlack ? { deviceAuthorizationEndpoint: `${at}/device` } : {}),
    scopes:
      answers.scopes ?? (isSlack ? ['chat:write,channels:read'] : ['openid', 'email', 'offline_access']),
    redirect: isSlack ? { address } : { host: '127.0.0.1', port: 0, path: '/callback' },
    authorizationParams: isSlack ? {} : { access_type: 'offline', prompt: 'consent' },
  }
  const isComplete = missing.every((one) => one.kind === 'clientSecret' && one.optional)
  return {
    ...found,
    facts: [
      { label: 'client', value: isSlack ? 'with a secret' : 'with a secret or without', believed: false },
      { label: 'rotation', value: 'every refresh brings a new refresh token', believed: false },
      { label: 'access token lives', value: '1 h', believed: true },
    ],
    notes: ['While the consent screen is "Testing", a refresh token lives seven days.'],
    sources: [{ page: 'https://developers.example.test/oauth', read: '2026-11-30' }],
    register: {
      ...(at ? { page: `${at.replace('accounts', 'console')}/clients` } : {}),
      steps: isSlack
        ? 'Create an app, turn token rotation on under "OAuth & Permissions", add the bot scopes and the redirect address.'
        : 'Create a client of the type "Desktop app"; a loopback address need not be registered for it. Publish the consent screen, or the login ends after seven days.',
      redirectAddress: isSlack ? address : 'http://127.0.0.1/callback',
      believed: !isSlack,
    },
    missing,
    known,
    ...(isComplete ? { input: known } : {}),
  }
}
