/** A real disk that fills up, or turns read-only, between a request and its reply. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { killCommands, lamplighter, type Running } from '../../support/command.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { canMount, putOnSmallDisk, type SmallDisk } from '../../support/small-disk.ts'

const PROFILE = 'acme:ada@example.test'
const PATIENT = { timeout: 20_000, interval: 100 }

let home: Home
let disk: SmallDisk
let server: AuthorizationServer
let spent: string
let runtime: string

beforeEach(async () => {
  home = await makeHome()
  disk = putOnSmallDisk(home)
  server = await startAuthorizationServer({ tokenTtl: 3600 })
  runtime = join(tmpdir(), `lamplighter-runtime-${process.pid}-${Date.now()}`)
  await home.writeConfig({
    providers: {
      acme: { name: 'Acme', issuer: server.issuer, clientId: 'lamplighter', allowInsecureIssuer: true },
    },
  })
  const grant = await server.mint({ account: 'ada', expiresInSec: -10 })
  spent = grant.refresh_token
  await home.writeAgent('main', {
    [PROFILE]: {
      type: 'oauth',
      provider: 'acme',
      access: grant.access_token,
      refresh: grant.refresh_token,
      expires: Date.now() - 10_000,
      email: 'ada@example.test',
    },
  })
})

afterEach(async () => {
  await killCommands()
  await server.close()
  disk.remove()
  await home.remove()
  rmSync(runtime, { recursive: true, force: true })
})

const stored = async (): Promise<unknown> => (await home.readAgent('main')).profiles[PROFILE]?.['refresh']

/** What happens to the disk happens while the provider has the request. */
async function whileAsking(start: () => Promise<Running>, act: () => void): Promise<Running> {
  let letGo: () => void = () => undefined
  server.fault({ kind: 'hold', until: new Promise<void>((resolve) => (letGo = resolve)) })
  const running = await start()
  await expect.poll(() => server.requests.count(), PATIENT).toBe(1)
  act()
  letGo()
  return running
}

async function expectStored(): Promise<void> {
  await expect.poll(stored, PATIENT).not.toBe(spent)
  expect(await server.isAlive(String(await stored()))).toBe(true)
  expect(server.requests).toMatchObject({ reuses: 0, invalidGrants: 0 })
  expect(server.requests.count()).toBe(1)
}

describe.skipIf(!canMount())('a disk', { timeout: 120_000 }, () => {
  it('that fills up under the request has room set aside for the answer', async () => {
    const { ended } = await whileAsking(() => lamplighter(home, 'refresh', PROFILE), disk.fill)
    const { code, out } = await ended
    expect(`${code} ${out}`).toMatch(/^0 /)
    await expectStored()
  })

  it('that is full before it is not asked about: nothing is sent, and why is said', async () => {
    await (await lamplighter(home, 'list')).ended // its keys are there
    disk.fill()
    const { code, out, err } = await (await lamplighter(home, 'refresh', PROFILE)).ended
    expect(`${code} ${out}${err}`).toMatch(/^1 /)
    expect(out + err).toContain('the disk is full')
    expect(server.requests.count()).toBe(0)
    disk.empty()
    expect((await (await lamplighter(home, 'refresh', PROFILE)).ended).code).toBe(0)
    await expectStored()
  })

  it('that turns read-only costs nothing where there is a runtime folder: the next start stores what lies there', async () => {
    home.env['XDG_RUNTIME_DIR'] = runtime
    mkdirSync(runtime, { mode: 0o700 })
    const { ended } = await whileAsking(() => lamplighter(home, 'refresh', PROFILE), disk.readOnly)
    const { code, out, err } = await ended
    expect(code).toBe(1)
    expect(out + err).toContain('cannot be written')
    expect(out + err).not.toMatch(/unexpected|longer than a refresh/)
    expect(await stored()).toBe(spent)
    const [folder = ''] = readdirSync(join(runtime, 'lamplighter')).filter((name) =>
      name.startsWith('journal'),
    )
    await expect.poll(() => readdirSync(join(runtime, 'lamplighter', folder))).toHaveLength(1)
    disk.writable()
    expect((await (await lamplighter(home, 'token', PROFILE)).ended).code).toBe(0)
    await expectStored()
  })

  it('that turns read-only is waited for by whoever holds the answer, where there is no other place', async () => {
    const { ended } = await whileAsking(() => lamplighter(home, 'refresh', PROFILE), disk.readOnly)
    const { code, out, err } = await ended
    expect(code).toBe(1)
    expect(out + err).toMatch(/on no disk yet: process \d+ holds them/)
    const holder = Number(/process (\d+) holds them/.exec(out + err)?.[1])
    expect(await stored()).toBe(spent)
    expect(isRunning(holder)).toBe(true)
    disk.writable()
    await expect.poll(() => isRunning(holder), PATIENT).toBe(false) // the journal has it
    expect((await (await lamplighter(home, 'token', PROFILE)).ended).code).toBe(0)
    await expectStored()
  })

  it('that turns read-only under a host is told in words, and the login lives once the disk does', async () => {
    const host = await whileAsking(() => lamplighter(home, 'serve'), disk.readOnly)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    const asked = await (await lamplighter(home, 'token', PROFILE)).ended
    expect(asked.out + asked.err).not.toMatch(/unexpected|longer than a refresh/)
    disk.writable()
    const again = await (await lamplighter(home, 'token', PROFILE)).ended
    expect(again.err).toBe('')
    expect(again.out).toMatch(/^CANARY-at-\S+\n$/)
    await expectStored()
    host.child.kill('SIGTERM')
    expect((await host.ended).code).toBe(0)
  })

  it('that turns read-only keeps no host from ending that holds nothing', async () => {
    const host = await lamplighter(home, 'serve')
    await host.printed('Lamplighter serves')
    await expectStored()
    disk.readOnly()
    host.child.kill('SIGTERM')
    const { code, err } = await host.ended
    expect(code).toBe(0)
    expect(err).toContain('the record of this host could not be removed')
    expect(err).not.toMatch(/unlink|EROFS: /) // Node.js's own words
  })

  it('that stays read-only keeps a host from ending, until it is interrupted once more', async () => {
    const host = await whileAsking(() => lamplighter(home, 'serve'), disk.readOnly)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    host.child.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(host.child.exitCode).toBeNull()
    host.child.kill('SIGTERM')
    const { code, err } = await host.ended
    expect(code).toBe(1)
    expect(err).toContain('no disk takes them')
  })
})

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
