/** Files that a host keeps fresh for whoever can only read one. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { MODEL_ENDPOINT } from '../../../fakes/model-provider.ts'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { type Booted, HOUR, MemoryMachine, MINUTE, PROFILE } from '../../../support/memory-machine.ts'

const PATH = '/home/ada/run/api.token'
const folder = '/home/ada/run'

let machine: MemoryMachine
let host: Booted | undefined

beforeEach(() => {
  machine = new MemoryMachine({ agents: ['main'] })
  machine.write({
    access: 'CANARY-access-1',
    refresh: 'CANARY-refresh-1',
    expires: machine.clock.now() + HOUR,
  })
})
afterEach(async () => {
  if (host) await machine.run(host.core.close())
  host = undefined
})

function configure(keptFiles: readonly object[], uses = {}): void {
  const providers = { 'openai-codex': { tokenEndpoint: MODEL_ENDPOINT } }
  machine.files.put(FAKE_PATHS.config, JSON.stringify({ providers, uses, keptFiles }))
}

async function begin(...keptFiles: readonly object[]): Promise<void> {
  configure(keptFiles)
  host = await machine.start(true)
  await machine.clock.advance(1000)
}

const text = (path = PATH): string | undefined => machine.files.text(path)
const told = () => host?.ports.commands.runs.map(({ words }) => words.join(' '))
const problems = () => host?.core.overview().problems.map(({ message }) => message)

it.each([
  [{}, 'CANARY-access-1'],
  [{ form: 'header' }, 'Authorization: Bearer CANARY-access-1\n'],
  [
    { form: 'json' },
    '{"access_token":"CANARY-access-1","token_type":"Bearer","expires_at":"2026-01-02T04:04:05.000Z"}\n',
  ],
  [{ form: 'env', name: 'API_TOKEN' }, 'API_TOKEN=CANARY-access-1\n'],
  [
    { form: 'netrc', machine: 'api.example.test' },
    'machine api.example.test login oauth2 password CANARY-access-1\n',
  ],
  [
    { form: 'template', template: '[{token}]\nuntil={expires}\n' },
    '[CANARY-access-1]\nuntil=2026-01-02T04:04:05.000Z\n',
  ],
])('has the token in the form that its reader takes: %j', async (form, expected) => {
  await begin({ login: PROFILE, path: '~/run/api.token', ...form })
  expect(text()).toBe(expected)
  expect(machine.files.mode(PATH)).toBe(0o600)
  expect(problems()).toEqual([])
})

it('is written anew with each new token, with its mode, and the command is run after each change and no other time', async () => {
  await begin({ login: PROFILE, path: PATH, mode: '0640', command: ['reload', 'it'] })
  expect([text(), told()]).toEqual(['CANARY-access-1', ['reload it']])
  await machine.clock.advance(HOUR)
  expect(text()).toBe('CANARY-access-2')
  expect(machine.files.mode(PATH)).toBe(0o640)
  expect(told()).toEqual(['reload it', 'reload it'])
  expect(JSON.stringify(host?.ports.commands.runs.map(({ input }) => input))).not.toContain('CANARY')
})

it('is left alone by the next host, which finds it as it should be', async () => {
  await begin({ login: PROFILE, path: PATH, command: ['reload'] })
  await machine.run(host?.core.close() ?? Promise.resolve())
  host = await machine.start(true)
  await machine.clock.advance(1000)
  expect([text(), told()]).toEqual(['CANARY-access-1', []])
  machine.write({ ...machine.first, access: 'CANARY-access-x', expires: machine.clock.now() + HOUR })
  await machine.clock.advance(MINUTE)
  expect([text(), told()]).toEqual(['CANARY-access-x', ['reload']])
})

it('that was somebody else’s before stays as it is: nothing is written over it, nor taken away', async () => {
  machine.files.put(PATH, 'machine example.test login ada password hunter2')
  await begin({ login: PROFILE, path: PATH }, { login: 'nobody', path: `${PATH}-2` })
  expect(text()).toContain('hunter2')
  expect(problems()).toEqual([
    `${PATH} has something in it that Lamplighter did not write.`,
    'There is no login called "nobody".',
  ])
  expect(host?.core.overview().problems.map(({ path }) => path)).toEqual([PATH, `${PATH}-2`])
  configure([{ login: 'nobody', path: PATH }])
  await machine.clock.advance(MINUTE)
  expect(text()).toContain('hunter2')
})

it.each([
  ['removed', {}, undefined],
  ['emptied', { afterwards: 'empty' }, ''],
])('is %s once only a person can help, and comes back with the login', async (_, afterwards, gone) => {
  await begin({ login: PROFILE, path: PATH, command: ['reload'], ...afterwards })
  machine.provider.revoked = true
  await machine.clock.advance(50 * MINUTE)
  expect(text()).toBe('CANARY-access-1') // it lasts for ten minutes more
  await machine.clock.advance(11 * MINUTE)
  expect(text()).toBe(gone)
  const { access, refresh } = machine.provider.newGrant()
  machine.write({ access, refresh, expires: machine.clock.now() + HOUR })
  await machine.clock.advance(MINUTE)
  expect(text()).toBe(access)
  expect(told()).toEqual(['reload', 'reload', 'reload'])
})

it('waits where a refresh will bring the next token', async () => {
  await begin({ login: PROFILE, path: PATH })
  machine.provider.faults.push(...Array.from({ length: 200 }, () => 'lost-before' as const))
  await machine.clock.advance(70 * MINUTE)
  expect(text()).toBe('CANARY-access-1')
})

it('of a login that is gone is said and taken away', async () => {
  await begin({ login: PROFILE, path: PATH })
  machine.files.put(machine.fileOf('main'), '{"version":1,"profiles":{}}')
  await machine.clock.advance(MINUTE)
  expect(text()).toBeUndefined()
  expect(problems()).toEqual([`There is no login called "${PROFILE}".`])
})

it('is taken away with its entry in config.json, also of a host that ran before', async () => {
  await begin({ login: PROFILE, path: PATH }, { login: PROFILE, path: `${folder}/other` })
  expect([text(), text(`${folder}/other`)]).toEqual(['CANARY-access-1', 'CANARY-access-1'])
  configure([{ login: PROFILE, path: PATH }])
  await machine.clock.advance(MINUTE)
  expect([text(), text(`${folder}/other`)]).toEqual(['CANARY-access-1', undefined])
  await machine.run(host?.core.close() ?? Promise.resolve())
  configure([])
  host = await machine.start(true)
  await machine.clock.advance(MINUTE)
  expect(text()).toBeUndefined()
})

it('is not written over what is no file', async () => {
  await begin({ login: PROFILE, path: '/home/ada' })
  expect(problems()).toEqual(['/home/ada is no file, so no token was written there.'])
})

it('that cannot be written for want of a word is said with the word', async () => {
  await begin({ login: PROFILE, path: PATH, form: 'env' })
  expect(problems()).toEqual([`The kept file ${PATH} has the form "env" and no "name".`])
})

it('is kept by nobody who does not schedule', async () => {
  configure([{ login: PROFILE, path: PATH }])
  host = await machine.start(false)
  await machine.clock.advance(MINUTE)
  expect(text()).toBeUndefined()
})
