/** Providers of the catalogue, each added through the window, signed in to and renewed, at servers that speak as they do. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Lamplighter } from './support/launch.ts'
import { row } from './support/rows.ts'
import {
  landing,
  type ScriptedProvider,
  type Spoken,
  startScriptedProvider,
} from './support/scripted-provider.ts'
import { openSession, type Session } from './support/session.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'the desktop around it needs D-Bus')

let session: Session
let provider: ScriptedProvider
let lamplighter: Lamplighter
let window: Page
test.beforeAll(async () => {
  session = await openSession()
  provider = await startScriptedProvider()
  lamplighter = await session.start()
  window = await lamplighter.window()
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
})
test.afterAll(async () => {
  await session.close()
  await provider.close()
})

interface Added {
  readonly spoken: Spoken
  /** What is typed into the search. */
  readonly words: string
  /** The line of it that is chosen. */
  readonly name: string
  readonly blanks?: Readonly<Record<string, string>>
  readonly secret?: string
  /** Parameters of the authorization request that make it this provider's. */
  readonly asks: Readonly<Record<string, string>>
  /** Nothing can listen at its redirect address. */
  readonly isPasted?: boolean
  /** How the login is called once it is there. */
  readonly account?: string
}

const ADDED: readonly Added[] = [
  {
    spoken: 'google',
    words: 'google',
    name: 'Google',
    secret: 'CANARY-secret-google',
    asks: { access_type: 'offline', prompt: 'consent' },
    account: 'ada@example.test',
  },
  {
    spoken: 'slack',
    words: 'slack bot',
    name: 'Slack (bot)',
    secret: 'CANARY-secret-slack',
    asks: { scope: 'chat:write,channels:read', redirect_uri: 'https://localhost:47813/callback' },
    isPasted: true,
  },
  {
    spoken: 'salesforce',
    words: 'salesforce',
    name: 'Salesforce',
    blanks: { 'Sign-in domain': 'login.salesforce.com' },
    secret: 'CANARY-secret-salesforce',
    asks: { scope: 'api refresh_token', redirect_uri: 'http://localhost:47813/callback' },
  },
  {
    spoken: 'atlassian',
    words: 'jira',
    name: 'Atlassian',
    secret: 'CANARY-secret-atlassian',
    asks: { audience: 'api.atlassian.com', prompt: 'consent' },
  },
  {
    spoken: 'entra',
    words: 'entra',
    name: 'Microsoft Entra tenant',
    blanks: { 'Directory (tenant) id, or one of its domains': 'contoso.onmicrosoft.com' },
    asks: { scope: 'openid profile email offline_access User.Read' },
    account: 'ada@example.test',
  },
]

for (const one of ADDED) {
  test(`${one.name} is added, signed in to and renewed`, async () => {
    const before = (await lamplighter.opened()).length
    await fillIn(one)
    await window.getByRole('button', { name: 'Sign in with the browser' }).click()
    await expect.poll(() => lamplighter.opened()).toHaveLength(before + 1)
    const address = (await lamplighter.opened()).at(-1) ?? ''
    expect(Object.fromEntries(new URL(address).searchParams)).toMatchObject(one.asks)
    expect(configOf(one)).toBeUndefined() // nothing is written before it has worked
    await comeBack(one, landing(address))
    await expect(window.getByRole('region', { name: 'Done' })).toContainText(
      `${one.account ?? one.spoken} is signed in. Lamplighter keeps it from here on.`,
    )
    await expect(window.getByRole('dialog')).toHaveCount(0)
    await expect(row(window, one.account ?? one.spoken, one.name).first()).toBeVisible()

    expect(configOf(one)).toMatchObject({ tokenEndpoint: `${provider.at(one.spoken)}/token` })
    const kept = ['config.json', 'vault.json', 'clients.json', 'data']
      .map((name) => session.read(name))
      .join()
    expect(kept).not.toContain('CANARY')
    await window.getByRole('button', { name: 'Renew now' }).click()
    await expect.poll(() => provider.asked(one.spoken).length).toBeGreaterThan(1)
    expect(provider.asked(one.spoken)[1]?.members).toMatchObject({
      grant_type: 'refresh_token',
      ...(one.secret && one.spoken !== 'google' ? { client_secret: one.secret } : {}),
    })
  })
}

test('each asks in its own way', () => {
  expect(provider.asked('atlassian')[1]?.type).toContain('json')
  expect(provider.asked('entra')[1]?.members).toMatchObject({ scope: /User\.Read/ })
})

test('a login whose provider ends none goes from here alone, and is had back', async () => {
  const atlassian = row(window, 'atlassian', 'Atlassian').first()
  await atlassian.click()
  await window.getByRole('button', { name: 'More for atlassian' }).click()
  await window.getByRole('menuitem', { name: 'Sign out…' }).click()
  const dialog = window.getByRole('dialog')
  await expect(dialog).toContainText('Atlassian offers no way to end a login from here')
  await dialog.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(row(window, 'atlassian', 'Atlassian')).toHaveCount(0)
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect(atlassian).toBeVisible()
})

test('a key is kept, gets a name and gives way to a new one', async () => {
  await window.getByRole('button', { name: 'Add a login' }).click()
  await window.getByRole('combobox').fill('api key')
  await window.keyboard.press('Enter')
  await window.getByLabel('Whose it is').fill('openai')
  await window.getByLabel('What it is for').fill('ci')
  await window.getByLabel('Key', { exact: true }).fill('CANARY-key-1')
  await window.getByLabel('Rotation').selectOption('every')
  await window.getByRole('button', { name: 'Keep it' }).click()
  const key = window.locator('[data-row="openai:ci"]')
  await expect(key).toContainText('new key in 89 d')
  const more = async (item: string) => {
    await window.getByRole('button', { name: 'More for ci' }).click()
    await window.getByRole('menuitem', { name: item }).click()
  }
  await more('Rename…')
  await window.getByRole('textbox', { name: 'Name' }).fill('build server')
  await window.keyboard.press('Enter')
  await expect(key).toContainText('build server')
  await more('Put in a new key…')
  await window.getByRole('textbox', { name: 'New key' }).fill('CANARY-key-2')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('region', { name: 'Done' })).toContainText('The new key is in the vault.')
  expect([session.read('vault.json'), session.read('config.json')].join()).not.toContain('CANARY')
})

test('every page of adding and ending holds nothing that axe finds, light and dark', async () => {
  const pages: readonly (() => Promise<void>)[] = [
    async () => void (await window.getByRole('button', { name: 'Add a login' }).click()),
    async () => {
      await window.getByRole('combobox').fill('notion')
      await window.getByRole('option').first().click()
      await window.getByText(/^More: /).click()
      await window.getByText('What is known about it').click()
      await window.getByRole('button', { name: 'Sign in with the browser' }).click() // says what is missing
    },
    async () => {
      await window.keyboard.press('Escape')
      await window.getByRole('button', { name: /^More for/ }).click()
    },
  ]
  for (const open of pages) {
    await open()
    for (const colorScheme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([])
    }
  }
})

async function fillIn({ words, name, blanks = {}, secret, spoken }: Added): Promise<void> {
  await window.getByRole('button', { name: 'Add a login' }).click()
  await window.getByRole('combobox').fill(words)
  const line = window
    .getByRole('group', { name: /You register a client there first/ })
    .getByRole('option', { name })
  await expect(line.first()).toBeVisible()
  await line.first().click()
  await expect(window.getByRole('heading', { name: `Register a client at ${name}` })).toBeVisible()
  for (const [label, value] of Object.entries(blanks)) await window.getByLabel(label).fill(value)
  await window.getByLabel('Client id').fill('lamplighter-of-ada')
  if (secret) await window.getByLabel('Client secret').fill(secret)
  await window.getByText(/^More: /).click()
  // The rest is as the catalogue has it; only the server is ours.
  await window.getByLabel('Authorization endpoint', { exact: true }).fill(`${provider.at(spoken)}/authorize`)
  await window.getByLabel('Token endpoint').fill(`${provider.at(spoken)}/token`)
}

/** The last page of the browser: it calls us, or a person copies its address. */
async function comeBack({ isPasted }: Added, address: string): Promise<void> {
  if (!isPasted) return void (await fetch(address))
  await window.getByLabel('Address of the last page').fill(address)
  await window.getByRole('button', { name: 'Finish' }).click()
}

function configOf({ spoken }: Added): unknown {
  return JSON.parse(session.read('config.json') ?? '{}').providers?.[spoken]
}
