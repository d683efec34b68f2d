import { describe, expect, it, vi } from 'vitest'
import { HttpFailure } from '../../../../app/base/ports.ts'
import { atMachine } from '../../../support/at-a-machine.ts'

vi.stubGlobal('LAMPLIGHTER_VERSION', '0.0.0') // the build puts it in

const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'
const LOGIN = {
  type: 'oauth',
  provider: 'openai-codex',
  access: 'CANARY-access',
  refresh: 'CANARY-refresh',
  expires: 4e12,
  email: 'ada@example.test',
}

function machine() {
  const here = atMachine()
  const { files, clock } = here.ports
  files.put(FILE, JSON.stringify({ version: 1, profiles: { 'openai-codex:ada': LOGIN } }))
  const date = () => new Date(clock.now()).toUTCString()
  return { ...here, files, clock, date }
}

describe('lamplighter doctor', () => {
  it('ends with 0 where nothing is wrong', async () => {
    const { type, ports, date } = machine()
    ports.http.always('https://auth.openai.com/*', () => ({ status: 404, headers: { date: date() } }))
    const { code, out } = await type('doctor')
    expect(out).toContain('ok    network: The clock agrees with the providers.')
    expect(out).not.toMatch(/^(warn|bad) /m)
    expect(code).toBe(0)
  })

  it('ends with 1 where something works only for now, and says what to do', async () => {
    const { type, ports, clock, files, date } = machine()
    ports.http.always('https://auth.openai.com/*', () => ({ status: 200, headers: { date: date() } }))
    files.put(
      `${FILE}.lock`,
      JSON.stringify({ pid: 99, createdAt: new Date(clock.now() - 60_000).toISOString() }),
    )
    const { code, out } = await type('doctor')
    expect(out).toMatch(
      /^warn {2}locks: OpenClaw’s store lock was left behind by process 99.*\n {6}.*--remove /m,
    )
    expect(code).toBe(1)
  })

  it('ends with 69 where something does not work, whatever else there is', async () => {
    const { type, ports, clock, files } = machine()
    ports.http.always('https://auth.openai.com/*', new HttpFailure('network', false, 'getaddrinfo ENOTFOUND'))
    files.put(
      `${FILE}.lock`,
      JSON.stringify({ pid: 99, createdAt: new Date(clock.now() - 60_000).toISOString() }),
    )
    const { code, out } = await type('doctor')
    expect(out).toMatch(/^bad {3}network: .*cannot be reached/m)
    expect(code).toBe(69)
    const { worst, findings } = JSON.parse((await type('doctor', '--json')).out)
    expect(worst).toBe('bad')
    for (const { level, todo, what } of findings)
      if (level === 'warn' || level === 'bad')
        expect([what, todo]).toEqual([what, expect.stringMatching(/\w/)])
  })

  it('says when no provider told the time', async () => {
    const { type, ports } = machine()
    ports.http.always('https://auth.openai.com/*', { status: 200 })
    const { code, out } = await type('doctor')
    expect(out).toContain('note  network: The clock could not be compared: no provider told the time.')
    expect(code).toBe(0)
  })

  it('finds one account at one server under two names, and the server that has them', async () => {
    const { type, ports, files, date } = machine()
    ports.http.always('https://auth.openai.com/*', () => ({ status: 200, headers: { date: date() } }))
    const tokenEndpoint = 'https://login.acme.test/token'
    ports.http.always('https://login.acme.test/*', () => ({ status: 200, headers: { date: date() } }))
    files.put(
      ports.paths.config,
      JSON.stringify({
        providers: { acme: { tokenEndpoint, clientId: 'c' }, acme2: { tokenEndpoint, clientId: 'c' } },
      }),
    )
    const bob = (provider: string, n: number) => ({
      ...LOGIN,
      provider,
      access: `CANARY-a${n}`,
      refresh: `CANARY-r${n}`,
      email: 'Bob@example.test',
    })
    files.put(
      FILE,
      JSON.stringify({
        version: 1,
        profiles: {
          'acme:bob': bob('acme', 1),
          'acme2:bob': bob('acme2', 2),
          'openai-codex:bob': bob('openai-codex', 3),
        },
      }),
    )
    const { code, out } = await type('doctor')
    expect(out).toContain('Bob@example.test is signed in at acme 2 times: acme:bob, acme2:bob')
    expect(out).toContain('The providers "acme" and "acme2" are one server (https://login.acme.test/token)')
    expect(code).toBe(1)
    expect(out).not.toContain('CANARY')
  })
})
