/** A newcomer connects git, AWS and Claude Code from the screen, sees that they work, and takes everything out again. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

const TWO_MINUTES_MS = 120_000
const GIT_SERVER = 'https://git.example.test/team'

/** Electron has no page to spare, so axe runs without one of its own. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

/** Answers for IAM Identity Center and for STS. */
async function fakeAws(): Promise<{ readonly origin: string; close(): void }> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/federation/credentials')) {
      const keys = {
        accessKeyId: 'ASIATEST',
        secretAccessKey: 's',
        sessionToken: 't',
        expiration: 1_925_000_000_000,
      }
      response.writeHead(200, { 'content-type': 'application/json' })
      return response.end(JSON.stringify({ roleCredentials: keys }))
    }
    response.writeHead(200, { 'content-type': 'text/xml' })
    return response.end(
      '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Account>123456789012</Account><UserId>U</UserId><Arn>arn:aws:sts::1:ada</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => void server.close() }
}

async function connect(
  window: Page,
  name: string,
  answers: readonly (readonly [label: RegExp, answer: string])[],
) {
  const button = window.getByRole('button', { name: `Connect ${name}`, exact: true })
  if (!(await button.isVisible())) await window.getByText('not found here').click()
  await button.click()
  const dialog = window.getByRole('dialog')
  const login = dialog.getByLabel('Which login shall it use?')
  const working = await login.locator('option').filter({ hasText: 'eve' }).first().getAttribute('value')
  await login.selectOption(working ?? '')
  for (const [label, answer] of answers) await dialog.getByLabel(label).fill(answer)
  await dialog.getByRole('button', { name: 'Show what is written' }).click()
  await expect(dialog.getByRole('button', { name: 'Connect', exact: true })).toBeFocused()
  return dialog
}

test('a newcomer connects git, AWS and Claude Code in under two minutes, and every byte comes back', async ({
  start,
  folder,
}, info) => {
  test.skip(process.platform === 'win32', 'the command line runs by a shell script here')
  const home = join(folder, 'home')
  mkdirSync(join(home, '.aws'), { recursive: true })
  mkdirSync(join(home, '.claude'), { recursive: true })
  const files = new Map([
    [join(home, '.gitconfig'), '[user]\n\tname = Ada\n'],
    [join(home, '.aws', 'config'), '[profile dev]\nregion = eu-west-1'],
    [join(home, '.claude', 'settings.json'), '{\n  "model": "default"\n}\n'],
  ])
  for (const [path, text] of files) writeFileSync(path, text)
  const aws = await fakeAws()
  const env = {
    AWS_ENDPOINT_URL_SSO: aws.origin,
    AWS_ENDPOINT_URL_STS: aws.origin,
    ...(process.env.PYENV_ROOT ? { PYENV_ROOT: process.env.PYENV_ROOT } : {}),
  }
  const window = await (await start({ env })).window()
  await window.getByRole('navigation').getByRole('button', { name: 'Programs' }).click()
  await expect(window.getByRole('heading', { name: 'Programs' })).toBeVisible()

  const beganAtMs = Date.now()
  let dialog = await connect(window, 'git', [[/^Which server/, GIT_SERVER]])
  await expect(dialog).toContainText(`[credential "${GIT_SERVER}"]`)
  expect(readFileSync(join(home, '.gitconfig'), 'utf8')).toBe('[user]\n\tname = Ada\n')
  expect(await findings(window)).toEqual([])
  await window.screenshot({ path: info.outputPath('lines.png') })
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(dialog).toContainText('git asked for a token and was given one', { timeout: 30_000 })
  await dialog.getByRole('button', { name: 'Done' }).click()

  dialog = await connect(window, 'AWS', [
    [/^Which profile/, 'dev'],
    [/^Which role/, 'eu-west-1/123456789012/dev'],
  ])
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(dialog).toContainText('asked for a token and was given one', { timeout: 30_000 })
  await dialog.getByRole('button', { name: 'Done' }).click()

  dialog = await connect(window, 'Claude Code', [[/^What do you call/, 'gateway']])
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(dialog).toContainText('asked for a token and was given one', { timeout: 30_000 })
  await dialog.getByRole('button', { name: 'Done' }).click()
  expect(Date.now() - beganAtMs).toBeLessThan(TWO_MINUTES_MS)

  const connected = window.getByRole('region', { name: 'Connected', exact: true })
  await expect(connected.getByRole('listitem')).toHaveCount(3)
  const gitRow = connected.getByRole('listitem').filter({ hasText: GIT_SERVER })
  await expect(gitRow).toContainText(/just now|ago/, { timeout: 20_000 })
  expect(await findings(window)).toEqual([])
  await window.screenshot({ path: info.outputPath('connected.png') })
  const filled = (): string =>
    execFileSync('git', ['credential', 'fill'], {
      input: 'protocol=https\nhost=git.example.test\npath=team/tools.git\n\n',
      env: { ...process.env, HOME: home, GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_NOSYSTEM: '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
    }).toString()
  expect(filled()).toMatch(/^password=./m)

  // What is blocked is given nothing, and told so.
  await gitRow.getByRole('button', { name: /^Details/ }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Block' }).click()
  await expect(gitRow).toContainText('blocked')
  await expect.poll(() => trying(filled)).toContain('a person withholds it')
  await window.getByRole('dialog').getByRole('button', { name: 'Allow again' }).click()
  await expect.poll(() => trying(filled)).toBe('')
  await window.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
  await expect(connected.getByRole('listitem')).toHaveCount(2)
  for (let left = 2; left > 0; left--) {
    await connected
      .getByRole('button', { name: /^Details/ })
      .first()
      .click()
    await window.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
    await expect(window.getByRole('dialog')).toHaveCount(0)
  }
  for (const [path, text] of files) expect(readFileSync(path, 'utf8')).toBe(text)
  expect(existsSync(join(home, '.local', 'bin'))).toBe(false)
  aws.close()
})

test('a door gives the tokens of one login to whoever has its key, until it is closed', async ({
  start,
}, info) => {
  const port = await freePort()
  const window = await (await start()).window()
  await window.getByRole('navigation').getByRole('button', { name: 'Programs' }).click()
  await window.getByRole('button', { name: 'Let one in…' }).click()
  const dialog = window.getByRole('dialog')
  await expect(dialog.getByLabel('What do you call it?')).toBeFocused()
  await dialog.getByLabel('What do you call it?').fill('builder')
  await dialog.getByRole('checkbox', { name: /eve/ }).first().check()
  await dialog.getByRole('radio', { name: 'By a port' }).check()
  await dialog.getByLabel('Which port of this machine?').fill(String(port))
  expect(await findings(window)).toEqual([])
  await window.screenshot({ path: info.outputPath('door-asked.png') })
  await dialog.getByRole('button', { name: 'Let it in' }).click()
  await expect(dialog).toContainText('shown this once')
  expect(await findings(window)).toEqual([])
  const key = (await dialog.locator('code').textContent()) ?? ''
  const line = (await dialog.locator('pre').textContent()) ?? ''
  expect(line).toContain(`Bearer ${key}`)
  const login = /"login":"([^"]+)"/.exec(line)?.[1]
  await dialog.getByRole('button', { name: 'Done' }).click()

  const ask = (sent: string): Promise<number> =>
    fetch(`http://127.0.0.1:${port}/v1/token`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sent}` },
      body: JSON.stringify({ login }),
    }).then(
      ({ status }) => status,
      () => 0,
    )
  await expect.poll(() => ask(key), { timeout: 15_000 }).toBe(200)
  expect(await ask('wrong')).toBe(401)
  const doors = window.getByRole('region', { name: /^Containers/ })
  await expect(doors).toContainText('7 h 59 min left')
  await window.getByRole('navigation').getByRole('button', { name: 'Logins' }).click()
  await window.getByRole('navigation').getByRole('button', { name: 'Programs' }).click()
  await expect(doors).toContainText('just now')
  expect(await findings(window)).toEqual([])
  await window.screenshot({ path: info.outputPath('doors.png') })

  await doors.getByRole('button', { name: 'Details of builder' }).click()
  await expect(dialog).toContainText('It was given 1 token')
  await expect(dialog).not.toContainText(key)
  await dialog.getByRole('button', { name: 'Shut it out' }).click()
  await expect(doors.getByRole('listitem')).toHaveCount(0)
  await expect.poll(() => ask(key), { timeout: 15_000 }).toBe(0)
})

async function freePort(): Promise<number> {
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  const { port } = holder.address() as AddressInfo
  await new Promise((resolve) => holder.close(resolve))
  return port
}

/** @returns what it said where it failed */
function trying(work: () => string): string {
  try {
    work()
    return ''
  } catch (error) {
    return String((error as { readonly stderr?: Buffer }).stderr ?? error)
  }
}
