import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { bundleForNode } from '../../support/bundle.ts'
import { makeGate } from '../../support/gate.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { HomeMachine, PROFILE } from '../../support/home-machine.ts'

let server: AuthorizationServer
let home: Home
let caller: string
let cli: string

beforeAll(async () => {
  caller = await bundleForNode('test/support/caller.ts', 'caller')
  cli = await bundleForNode('app/cli/main.ts', 'cli')
})
beforeEach(async () => {
  server = await startAuthorizationServer() // rotates, and revokes the grant on reuse
  home = await makeHome()
  await new HomeMachine(home).seed(server)
  server.requests.reset()
})
afterEach(async () => {
  await server.close()
  await home.remove()
})

function run(args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env: home.env, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => (out += chunk))
    child.stderr.on('data', (chunk) => (err += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

const hash = (token: string): string => createHash('sha256').update(token).digest('hex')

async function storedToken(): Promise<string> {
  const core = await new HomeMachine(home).open()
  const { accessToken } = await core.token(PROFILE)
  await core.close()
  return hash(accessToken.expose())
}

describe('one lapsed token and many callers', () => {
  it('is one request for 1,000 callers in one process', async () => {
    const core = await new HomeMachine(home).open()
    const got = await Promise.all(Array.from({ length: 1000 }, () => core.token(PROFILE)))
    expect(new Set(got.map((token) => hash(token.accessToken.expose()))).size).toBe(1)
    expect(server.requests.count()).toBe(1)
    expect(server.requests.invalidGrants).toBe(0)
    await core.close()
  })

  it('is one request for 16 processes of 50 callers, some of them the command line', async () => {
    const gate = makeGate(home)
    const callers = Array.from({ length: 12 }, () => run([caller, PROFILE, '50', gate.path]))
    await gate.open(12)
    const clis = Array.from({ length: 4 }, () => run([cli, 'token', PROFILE]))
    const ended = await Promise.all([...callers, ...clis])
    for (const { code, err } of ended) expect({ code, err }).toEqual({ code: 0, err: '' })

    const reports = ended
      .slice(0, 12)
      .map(({ out }) => JSON.parse(out) as { tokens: string[]; failures: string[] })
    expect(reports.flatMap((report) => report.failures)).toEqual([])
    const tokens = reports.flatMap((report) => report.tokens)
    expect(tokens).toHaveLength(600)
    const printed = ended.slice(12).map(({ out }) => hash(out.trim()))
    expect(new Set([...tokens, ...printed])).toEqual(new Set([await storedToken()]))

    expect(server.requests.count()).toBe(1)
    expect(server.requests.invalidGrants).toBe(0)
    expect(server.requests.reuses).toBe(0)
  })

  it('is one request for 16 processes that all find it lapsed at the same moment', async () => {
    const gate = makeGate(home)
    const callers = Array.from({ length: 16 }, () => run([caller, PROFILE, '50', gate.path]))
    await gate.open(16)
    const ended = await Promise.all(callers)
    const reports = ended.map(({ out }) => JSON.parse(out) as { tokens: string[]; failures: string[] })
    expect(reports.flatMap((report) => report.failures)).toEqual([])
    expect(new Set(reports.flatMap((report) => report.tokens))).toEqual(new Set([await storedToken()]))
    expect(reports.flatMap((report) => report.tokens)).toHaveLength(800)
    expect(server.requests.count()).toBe(1)
    expect(server.requests.reuses).toBe(0)
  })
})
