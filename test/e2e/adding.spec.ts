/** Providers of the catalogue, each added through the window, signed in to and renewed, at servers that speak as they do. */
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

async function fillIn({ words, name, blanks = {}, secret, spoken }: Added): Promise<void> {
  await window.getByRole('button', { name: 'Add a login' }).click()
  await window.getByRole('combobox').fill(words)
  const line = window.getByRole('group', { name: /With a client of your own/ }).getByRole('option', { name })
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
