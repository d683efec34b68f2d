import { describe, expect, it, vi } from 'vitest'
import { Secret } from '../../../../app/model/secret.ts'
import { createVault } from '../../../../app/stores/vault/store.ts'
import { createFakePorts, FAKE_PATHS } from '../../../fakes/ports.ts'
import { atMachine } from '../../../support/at-a-machine.ts'

vi.stubGlobal('LAMPLIGHTER_VERSION', '0.0.0') // the build puts it in

const DAY = 24 * 60 * 60_000
const ID = 'openai:ci'

function sitting(...typed: string[]) {
  const ports = createFakePorts()
  const terminal = { ask: async () => '', askSecret: async () => new Secret(typed.shift() ?? '') }
  const day = (days: number) => new Date(ports.clock.now() + days * DAY).toISOString().slice(0, 10)
  return { ...atMachine(ports, { terminal }), day }
}
type Here = ReturnType<typeof sitting>

async function kept({ ports }: Here) {
  const { entries } = await ports.clock.run(createVault(ports).scan())
  const credential = entries.find(({ holder }) => holder.entry === ID)?.credential
  return { key: credential?.accessToken?.expose(), next: credential?.nextKey?.expose() }
}

async function statusOf(here: Here) {
  return JSON.parse((await here.type('list', '--json')).out).profiles[0]
}

describe('lamplighter key', () => {
  it('keeps a key, seen by nobody, and hands it out', async () => {
    const here = sitting('CANARY-key-1')
    const { code, out } = await here.type('key', 'add', ID)
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(`lamplighter token ${ID}`) })
    expect((await here.type('token', ID)).out).toBe('CANARY-key-1')
    expect((await statusOf(here)).state).toBe('static')
    expect(here.ports.files.text(FAKE_PATHS.vault)).not.toContain('CANARY')
    expect((await here.type('key', 'list')).out).toMatch(/^openai:ci +no end/)
  })

  it.each([
    ['a name that says nothing', ['key', 'add', 'openai'], 'cannot name a key'],
    ['no key', ['key', 'add', ID], 'No secret was given'],
    ['a day that is over', ['key', 'add', ID, '--expires', '2001-01-01'], 'no day to come'],
    ['a line of words', ['key', 'add', ID], 'no key', 'two words'],
  ])('refuses %s', async (_, words, why, typed = why.startsWith('No') ? '' : 'CANARY') => {
    const here = sitting(typed)
    const { code, err } = await here.type(...words)
    expect(code).not.toBe(0)
    expect(err).toContain(why)
    expect(await kept(here)).toEqual({ key: undefined, next: undefined })
  })

  it('counts a token down to its day, and says in the end that it has lapsed', async () => {
    const here = sitting('CANARY-pat')
    const end = here.day(30)
    await here.type('key', 'add', ID, '--token', '--expires', end)
    const { state, grantExpiresAt } = await statusOf(here)
    expect(state).toBe('fresh')
    expect(grantExpiresAt).toContain(end)
    here.ports.clock.set(31 * DAY)
    expect((await statusOf(here)).state).toBe('needs-login')
  })

  it('reminds a person of the rotation that only they can make, and takes the new key', async () => {
    const here = sitting('CANARY-key-1', 'CANARY-key-2')
    await here.type('key', 'add', ID, '--rotate-every', '90d')
    expect((await here.type('key', 'list')).out).toContain(`rotated by you on ${here.day(90)}`)
    expect((await statusOf(here)).warnings).toEqual([])
    here.ports.clock.set(85 * DAY)
    expect((await statusOf(here)).warnings[0].message).toBe(`This key is to be rotated by ${here.day(5)}.`)
    expect((await here.type('key', 'rotate', ID)).code).toBe(0)
    expect(await kept(here)).toEqual({ key: 'CANARY-key-2', next: undefined })
    expect((await statusOf(here)).warnings).toEqual([])
    expect((await here.type('history')).out).toContain('A person gave a new key.')
  })
})

describe('a key with a command that rotates it', () => {
  async function withCommand(...more: string[]) {
    const here = sitting('CANARY-key-1')
    const given: Record<string, string>[] = []
    here.ports.commands.prints.set('rotate-it', (env) => {
      given.push({ ...env })
      return `CANARY-key-${given.length + 1}\n`
    })
    await here.type('key', 'add', ID, '--rotate-every', '90d', '--rotate-command', 'rotate-it now', ...more)
    return { here, given }
  }

  it('is rotated with the old key in the environment, never in the words', async () => {
    const { here, given } = await withCommand()
    expect((await here.type('key', 'rotate', ID)).out).toBe(`${ID} is rotated.`)
    expect(given).toEqual([{ LAMPLIGHTER_OLD_KEY: 'CANARY-key-1', LAMPLIGHTER_LOGIN: ID }])
    expect(here.ports.commands.runs.map(({ words }) => words)).toEqual([['rotate-it', 'now']])
    expect(await kept(here)).toEqual({ key: 'CANARY-key-2', next: undefined })
  })

  it('keeps the old one in use until the probe has seen the new one work, and asks for no third', async () => {
    const { here, given } = await withCommand('--probe-command', 'probe-it')
    const probed: (string | undefined)[] = []
    let code = 1
    here.ports.commands.prints.set('probe-it', (env) => {
      probed.push(env['LAMPLIGHTER_KEY'])
      return { code }
    })
    expect((await here.type('key', 'rotate', ID)).out).toBe('The new key does not work yet.')
    expect(await kept(here)).toEqual({ key: 'CANARY-key-1', next: 'CANARY-key-2' })
    expect((await here.type('token', ID)).out).toBe('CANARY-key-1')
    code = 0
    expect((await here.type('key', 'rotate', ID)).code).toBe(0)
    expect(await kept(here)).toEqual({ key: 'CANARY-key-2', next: undefined })
    expect([given.length, probed]).toEqual([1, ['CANARY-key-2', 'CANARY-key-2']])
  })

  it.each([
    ['fails', { code: 3 }, 'ended with 3'],
    ['is not there', { why: 'is not there' }, 'is not there'],
    ['prints a page', '<html> no key </html>', 'something that is no key'],
    ['prints the old key', 'CANARY-key-1', 'printed the old key'],
  ])('stays as it is when the command %s', async (_, said, why) => {
    const { here } = await withCommand()
    here.ports.commands.prints.set('rotate-it', () => said)
    const { code, out } = await here.type('key', 'rotate', ID)
    expect(code).not.toBe(0)
    expect(out).toContain(why)
    expect(await kept(here)).toEqual({ key: 'CANARY-key-1', next: undefined })
  })

  it('is due on its day', async () => {
    const { here } = await withCommand()
    expect((await statusOf(here)).state).toBe('fresh')
    expect((await here.type('key', 'list')).out).toContain(`rotated by itself on ${here.day(90)}`)
    here.ports.clock.set(91 * DAY)
    expect((await statusOf(here)).state).toBe('due')
  })
})
