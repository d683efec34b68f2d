/** Adding a login from the window: nothing runs, and nothing is opened, because a page says so. */
import { describe, expect, it } from 'vitest'
import { createCore } from '../../app/core.ts'
import { requestArguments } from '../../main/ipc/arguments.ts'
import { answer } from '../../main/ipc/handle.ts'
import { createHandlers } from '../../main/ipc/handlers.ts'
import { fakeDesktop } from '../fakes/desktop.ts'
import { createFakePorts, FAKE_PATHS } from '../fakes/ports.ts'

async function machine() {
  const ports = createFakePorts()
  const core = createCore(ports)
  await ports.clock.run(core.start({ schedule: false }))
  const desktop = fakeDesktop(core)
  const handlers = createHandlers(core, desktop)
  type Asked = Parameters<typeof answer>
  const ask = (name: Asked[0], ...args: readonly unknown[]) =>
    ports.clock.run(answer(name, args, handlers, ports.log))
  return { ports, core, desktop, ask }
}

describe('the page where a client is registered', () => {
  it('is opened as the catalogue has it, with its blanks filled in', async () => {
    const { ask, desktop } = await machine()
    await ask('catalogue:open-page', 'slack')
    await ask('catalogue:open-page', 'okta', { blanks: { domain: 'acme.okta.com' } })
    expect(desktop.heard).toEqual([
      'page https://api.slack.com/apps',
      'page https://acme.okta.com/admin/apps/active',
    ])
  })

  it('is not opened before its blanks are filled in, nor for what is in no catalogue', async () => {
    const { ask, desktop } = await machine()
    expect(await ask('catalogue:open-page', 'okta')).toMatchObject({ ok: false })
    expect(await ask('catalogue:open-page', 'https://evil.test')).toMatchObject({
      failure: { code: 'PROVIDER_UNKNOWN' },
    })
    expect(await ask('catalogue:open-page', 'okta', { blanks: { domain: 'a b' } })).toMatchObject({
      failure: { field: 'blanks.domain' },
    })
    expect(desktop.heard).toEqual([])
  })
})

describe('a key from the window', () => {
  it('goes into the vault, and nothing of it comes back', async () => {
    const { ask, ports, core } = await machine()
    const rules = { rotateEveryDays: 30 }
    const reply = await ask('key:add', { id: 'openai:ci', rules }, 'CANARY-key-1')
    expect(reply).toMatchObject({ ok: true, value: { can: { forget: true, replaceKey: true } } })
    expect(JSON.stringify(reply)).not.toContain('CANARY')
    expect(ports.files.text(FAKE_PATHS.vault)).not.toContain('CANARY')
    await ask('key:replace', 'openai:ci', 'CANARY-key-2')
    expect((await ports.clock.run(core.token('openai:ci'))).accessToken.expose()).toBe('CANARY-key-2')
  })

  it('says which answer is wrong', async () => {
    const { ask } = await machine()
    await ask('key:add', { id: 'openai:ci' }, 'CANARY-key-1')
    expect(await ask('key:add', { id: 'openai:ci' }, 'x')).toMatchObject({ failure: { field: 'id' } })
    expect(await ask('key:add', { id: 'openai:two' }, 'a key')).toMatchObject({ failure: { field: 'key' } })
  })

  it('comes without a command that would be run', () => {
    const takes = (rules: object) =>
      requestArguments['key:add'].safeParse([{ id: 'a:b', rules }, 'k']).success
    expect(takes({ rotateEveryDays: 30 })).toBe(true)
    expect(takes({ rotateCommand: ['sh', '-c', 'id'] })).toBe(false)
    expect(takes({ probeCommand: ['true'] })).toBe(false)
  })
})

describe('a provider from the window', () => {
  const ACME = { id: 'acme', tokenEndpoint: 'https://acme.test/token', clientId: 'c' }

  it.each([
    { clientSecretCommand: ['sh', '-c', 'id'] },
    { clientSecretFile: '/home/ada/.ssh/id_ed25519' },
    { clientCertificateFile: '/etc/shadow' },
    { from: 'T440' },
  ])('names nothing to run and no file to read: %j', (more) => {
    const takes = (input: object) => requestArguments['provider:add'].safeParse([input]).success
    expect(takes(ACME)).toBe(true)
    expect(takes({ ...ACME, ...more })).toBe(false)
  })

  it('is marked as long as nobody has signed in there', async () => {
    const { ask, core } = await machine()
    await ask('provider:add', ACME, 'CANARY-secret')
    const acme = () => core.providers().find(({ id }) => id === 'acme')
    expect(acme()).toMatchObject({ proposed: true })
    expect(core.providers().filter(({ proposed }) => proposed)).toHaveLength(1)
  })
})

describe('a name from the window', () => {
  it('is refused where another login has it', async () => {
    const { ask } = await machine()
    await ask('key:add', { id: 'openai:ci' }, 'CANARY-key-1')
    await ask('key:add', { id: 'openai:two' }, 'CANARY-key-2')
    expect(await ask('profile:rename', 'openai:ci', 'work')).toMatchObject({ ok: true })
    expect(await ask('profile:rename', 'openai:ci', 'work')).toMatchObject({ ok: true }) // its own
    expect(await ask('profile:rename', 'openai:two', 'work')).toMatchObject({ failure: { field: 'name' } })
    expect(await ask('profile:rename', 'openai:ci')).toMatchObject({ value: { account: 'ci' } })
  })
})
