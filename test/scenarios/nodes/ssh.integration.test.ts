/** Machines with a real sshd each, the user's own ssh between them, and a real provider that ends a grant on reuse. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Core, createCore } from '../../../app/core.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { HomeMachine, PROFILE } from '../../support/home-machine.ts'
import { makeSite, type Site, type SshMachine } from '../../support/sshd.ts'

const STEADY = 'steady-client'
let site: Site
let server: AuthorizationServer
const cores: Core[] = []

beforeEach(async () => {
  server = await startAuthorizationServer({ tokenTtl: 3600, clientIds: [STEADY], steadyClientIds: [STEADY] })
  site = await makeSite()
})

afterEach(async () => {
  for (const core of cores.splice(0)) await core.close()
  await site.close()
  await server.close()
})

function portsOf({ env }: SshMachine, ssh?: string) {
  const changed = ssh === undefined ? {} : { LAMPLIGHTER_SSH: ssh }
  return createNodePorts({ label: 'test', env: { ...process.env, ...env, ...changed }, logLevel: 'silent' })
}

async function coreOf(
  machine: SshMachine,
  options: { readonly schedule?: boolean; readonly ssh?: string } = {},
) {
  const core = createCore(portsOf(machine, options.ssh))
  await core.start({ schedule: options.schedule ?? false })
  cores.push(core)
  return core
}

async function close(core: Core): Promise<void> {
  cores.splice(cores.indexOf(core), 1)
  await core.close()
}

async function configured(name: string, options?: { readonly lamplighter?: boolean }): Promise<SshMachine> {
  const machine = await site.machine(name, options)
  await machine.home.writeConfig({
    providers: { acme: { issuer: server.issuer, clientId: server.clientId } },
  })
  return machine
}

async function withLogin(name: string): Promise<SshMachine> {
  const machine = await configured(name)
  await new HomeMachine(machine.home).seed(server)
  return machine
}

async function run(
  { env }: SshMachine,
  ...args: string[]
): Promise<{ readonly code: number; readonly out: string }> {
  const options = { env: { ...process.env, ...env }, timeout: 50_000 }
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [site.cli, ...args], options)
    return { code: 0, out: stdout + stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, out: stdout + stderr }
  }
}

/** Whoever believes it may refresh does so. @returns how many did */
async function refreshAll(...machines: SshMachine[]): Promise<number> {
  let count = 0
  for (const machine of machines) {
    const core = await coreOf(machine)
    for (const { id, can, owner } of core.overview().profiles) {
      if (!can.refresh || owner.mode === 'borrowed') continue
      count++
      await core.refresh(id)
    }
    await close(core)
  }
  return count
}

describe('two machines with ssh between them', () => {
  it('move a login: the one that gave it borrows from the one that has it', async () => {
    const here = await configured('here')
    const there = await withLogin('there')
    const core = await coreOf(here)
    await core.nodes.add('there')
    const view = await core.nodes.look('there')
    expect(view).toMatchObject({ reach: { kind: 'reached', by: 'cli' } })
    expect(view.profiles).toMatchObject([{ id: PROFILE, comparison: 'only-there' }])
    const { rows } = await core.nodes.bring('there', [{ profileId: PROFILE, way: 'move' }])
    expect(rows).toMatchObject([{ message: expect.stringContaining('owns it now') }])
    expect(server.requests.count()).toBe(1)

    const other = await coreOf(there)
    expect(other.profile(PROFILE)).toMatchObject({ owner: { mode: 'borrowed' } })
    await other.nodes.add('here')
    await other.nodes.look('here')
    const { accessToken } = await other.token(PROFILE, { validForMs: 1_000 })
    expect(accessToken.expose()).toBe((await core.token(PROFILE)).accessToken.expose())
    expect(server.requests.reuses).toBe(0)
  })

  it('move, send back, borrow and copy from the command line', async () => {
    const here = await configured('here')
    const there = await withLogin('there')
    expect(await run(here, 'node', 'add', 'there', '--name', 'T440')).toMatchObject({
      code: 0,
      out: expect.stringContaining('only there'),
    })
    const refused = await run(here, 'import', '--from', 'there', '--way', 'move', PROFILE)
    expect(refused).toMatchObject({
      code: 64,
      out: expect.stringContaining('T440 gives up its refresh token'),
    })
    const moved = await run(here, 'import', '--from', 'T440', '--way', 'move', PROFILE, '--yes')
    expect(moved).toMatchObject({ code: 0, out: expect.stringContaining('owns it now') })
    const back = await run(here, 'send', 'there', PROFILE, '--way', 'move', '--yes')
    expect(back).toMatchObject({ code: 0, out: expect.stringContaining('owns it now') })
    expect(await run(here, 'list')).toMatchObject({ out: expect.stringContaining('T440') })
    const borrowed = await run(here, 'token', PROFILE)
    expect(borrowed.out.trim()).toBe((await run(there, 'token', PROFILE)).out.trim())
    expect(await refreshAll(here, there)).toBe(1)
    expect(server.requests).toMatchObject({ reuses: 0, invalidGrants: 0 })
  })

  it('renew what is borrowed at its owner, and say who is waited for while that one sleeps', async () => {
    const here = await configured('here')
    const there = await withLogin('there')
    const core = await coreOf(here)
    await core.nodes.add('there', 'T440')
    const { rows } = await core.nodes.bring('there', [{ profileId: PROFILE, way: 'borrow' }])
    expect(rows[0]?.failure).toBeUndefined()
    expect(core.profile(PROFILE)).toMatchObject({ owner: { mode: 'borrowed', refreshedBy: 'T440' } })
    expect(await run(there, 'refresh', PROFILE)).toMatchObject({ code: 0 })
    await core.refresh(PROFILE)
    const newest = (await run(there, 'token', PROFILE)).out.trim()
    expect((await core.token(PROFILE)).accessToken.expose()).toBe(newest)
    await close(core)

    there.sleep()
    const lonely = await coreOf(here)
    expect(await lonely.refresh(PROFILE)).toMatchObject({
      kind: 'retrying',
      message: expect.stringMatching(/Waiting for T440.*does not answer/),
    })
    expect(lonely.nodes.list()).toMatchObject([{ reach: { kind: 'unreachable' } }])
    there.wakeUp()
    lonely.wake('the network came up')
    await lonely.refresh(PROFILE)
    expect(lonely.profile(PROFILE)).toMatchObject({ status: { kind: 'held', by: 'T440', expired: false } })
    expect(server.requests.reuses).toBe(0)
  })

  it('copy what does not rotate, and warn where it does', async () => {
    const here = await configured('here')
    const there = await configured('there')
    const config = {
      providers: {
        acme: { issuer: server.issuer, clientId: server.clientId },
        'google-gemini-cli': { issuer: server.issuer, tokenEndpoint: server.tokenEndpoint, clientId: STEADY },
      },
    }
    await here.home.writeConfig(config)
    await there.home.writeConfig(config)
    const steady = await server.mint({ account: 'ada', clientId: STEADY })
    const rotating = await server.mint({ account: 'grace' })
    await there.home.writeAgent('main', {
      'google-gemini-cli:ada@example.test': oauth('google-gemini-cli', steady, 'ada@example.test'),
      'acme:grace@example.test': oauth('acme', rotating, 'grace@example.test'),
    })
    const core = await coreOf(here)
    await core.nodes.add('there')
    const { profiles } = await core.nodes.look('there')
    const wayOf = (id: string, way: string) =>
      profiles.find((one) => one.id === id)?.ways.find((one) => one.way === way)
    expect(wayOf('google-gemini-cli:ada@example.test', 'copy')).toMatchObject({
      suggested: true,
      risky: false,
    })
    expect(wayOf('acme:grace@example.test', 'copy')).toMatchObject({
      suggested: false,
      risky: true,
      consequence: expect.stringContaining('accepts each refresh token once'),
    })
    const { rows, undoId = '' } = await core.nodes.bring('there', [
      { profileId: 'google-gemini-cli:ada@example.test', way: 'copy' },
    ])
    expect(rows).toMatchObject([{ message: expect.stringContaining('Copied') }])
    expect(await core.imports.undo(undoId)).toMatchObject({ undone: true })
    expect(server.requests.reuses).toBe(0)
  })

  it('bring the logins of fifteen agents in one go', async () => {
    const here = await configured('here')
    const there = await configured('there')
    const names = Array.from({ length: 15 }, (_, at) => `agent-${at + 1}`)
    for (const name of names) {
      const grant = await server.mint({ account: name })
      await there.home.writeAgent(name, {
        [`acme:${name}@example.test`]: oauth('acme', grant, `${name}@example.test`),
      })
    }
    const core = await coreOf(here)
    await core.nodes.add('there')
    const { profiles } = await core.nodes.look('there')
    expect(profiles).toHaveLength(15)
    const { rows } = await core.nodes.bring(
      'there',
      profiles.map(({ id }) => ({ profileId: id, way: 'move' as const })),
    )
    expect(rows.filter(({ failure }) => failure)).toEqual([])
    expect(core.overview().profiles.map(({ owner }) => owner.mode)).toEqual(Array(15).fill('own'))
    for (const name of names) {
      const { profiles: left } = await there.home.readAgent(name)
      expect(left[`acme:${name}@example.test`]).toMatchObject({
        access: expect.any(String),
        refresh: expect.stringContaining('kept by Lamplighter on'),
      })
    }
    expect(await refreshAll(here, there)).toBe(15)
    expect(server.requests).toMatchObject({ reuses: 0, invalidGrants: 0 })
  })

  it('take a login over by a new sign-in when its owner is gone for good', async () => {
    const here = await configured('here')
    await withLogin('there')
    const core = await coreOf(here)
    await core.nodes.add('there')
    await core.nodes.bring('there', [{ profileId: PROFILE, way: 'borrow' }])
    const { rows } = await core.nodes.takeOver(PROFILE)
    expect(rows).toMatchObject([{ way: 'sign-in', message: expect.stringContaining('this machine owns it') }])
    const loginId = rows[0]?.loginId ?? ''
    const step = core.logins.list().find(({ id }) => id === loginId)?.step
    if (step?.kind !== 'browser') throw new Error('no page to sign in at')
    await server.completeLogin(step.url, { account: 'ada' })
    expect(await core.logins.ended(loginId)).toMatchObject({ step: { kind: 'done' } })
    expect(core.profile(PROFILE)).toMatchObject({ owner: { mode: 'own' }, can: { refresh: true } })
    await core.refresh(PROFILE)
    expect(server.requests.reuses).toBe(0)
  })

  it('see a fork: the same rotating token on both', async () => {
    const here = await configured('here')
    const there = await configured('there')
    const grant = await server.mint({ account: 'ada' })
    const entry = { [PROFILE]: oauth('acme', grant, 'ada@example.test') }
    await here.home.writeAgent('main', entry)
    await there.home.writeAgent('main', entry)
    const core = await coreOf(here)
    await core.nodes.add('there')
    expect((await core.nodes.trust('there')).profiles).toMatchObject([
      { comparison: 'fork', localId: PROFILE },
    ])

    await core.refresh(PROFILE) // what is there is an ancestor now, and could still be sent
    expect((await core.nodes.look('there')).profiles).toMatchObject([{ comparison: 'fork' }])
    expect(server.requests.reuses).toBe(0)
  })

  it.each([1, 2, 3, 4, 5, 6, 7])(
    'leave one owner when the link is cut after %i lines of a move',
    async (lines) => {
      const here = await configured('here')
      const there = await withLogin('there')
      const script = join(import.meta.dirname, '../../support/cutting-ssh.mjs')
      const cut = await coreOf(here, { ssh: `"${process.execPath}" "${script}" ${lines} ${site.ssh}` })
      await cut.nodes.add('there')
      await cut.nodes.bring('there', [{ profileId: PROFILE, way: 'move' }]).catch(() => undefined)
      await close(cut)
      expect(await refreshAll(here, there)).toBeLessThanOrEqual(1)

      const mended = await coreOf(here)
      await mended.nodes.look('there')
      await close(mended)
      expect(await refreshAll(here, there)).toBe(1)
      expect(server.requests).toMatchObject({ reuses: 0, invalidGrants: 0 })
    },
  )

  it('say that the host key changed, and send nothing', async () => {
    const here = await configured('here')
    const there = await withLogin('there')
    const core = await coreOf(here)
    await core.nodes.add('there')
    await there.changeHostKey()
    expect(await core.nodes.look('there')).toMatchObject({
      reach: {
        kind: 'unreachable',
        failure: {
          message: 'The host key of there is not the one your ssh knows. Nothing was sent there.',
          hint: expect.stringContaining('ssh-keygen -R'),
        },
      },
    })
  })

  it('read the known files where no Lamplighter is, and say what cannot be done', async () => {
    const here = await configured('here')
    const there = await configured('there', { lamplighter: false })
    const grant = await server.mint({ account: 'ada' })
    await there.home.writeAgent('main', { [PROFILE]: oauth('acme', grant, 'ada@example.test') })
    await there.home.writeAgent('cron', { [PROFILE]: oauth('acme', grant, 'ada@example.test') })
    const core = await coreOf(here)
    await core.nodes.add('there')
    const view = await core.nodes.look('there')
    expect(view.reach).toMatchObject({
      kind: 'reached',
      by: 'files',
      limits: expect.stringContaining('install'),
    })
    expect(view.profiles).toMatchObject([{ id: PROFILE, whereLine: 'OpenClaw · 2 agents' }])
    const ways = view.profiles[0]?.ways ?? []
    expect(ways.find(({ way }) => way === 'move')).toMatchObject({ possible: false })
    expect(ways.find(({ way }) => way === 'copy')).toMatchObject({ possible: true, risky: true })
    const { rows } = await core.nodes.bring('there', [{ profileId: PROFILE, way: 'copy' }])
    expect(rows).toMatchObject([{ message: expect.stringContaining('Copied') }])
    await expect(core.nodes.send('there', [{ profileId: PROFILE, way: 'move' }])).rejects.toMatchObject({
      code: 'NODE_LACKS',
    })
  })

  it('do not ask a machine that only looked for logins of its own', async () => {
    const here = await withLogin('here')
    await configured('there')
    const core = await coreOf(here)
    await core.nodes.add('there')
    expect(await core.nodes.look('there')).toMatchObject({ reach: { kind: 'reached' }, profiles: [] })
    expect(core.profile(PROFILE)).toMatchObject({ owner: { mode: 'own' } })
  })
})

describe('three machines', () => {
  it('go on when the owner of what one borrows moves it to another', async () => {
    server.setTokenTtl(120)
    const ada = await withLogin('ada')
    const bob = await configured('bob')
    const eve = await configured('eve')
    const eveCore = await coreOf(eve)
    await eveCore.nodes.add('ada')
    await eveCore.nodes.bring('ada', [{ profileId: PROFILE, way: 'borrow' }])
    const bobCore = await coreOf(bob)
    await bobCore.nodes.add('ada')
    await bobCore.nodes.bring('ada', [{ profileId: PROFILE, way: 'move' }])
    const adaCore = await coreOf(ada)
    await adaCore.nodes.add('bob')
    await adaCore.nodes.trust('bob')

    const before = (await bobCore.token(PROFILE)).accessToken.expose()
    server.setTokenTtl(7200)
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    // Longer than any of them has by now: eve asks ada, ada asks bob, and bob refreshes.
    const { accessToken } = await eveCore.token(PROFILE, { validForMs: 119_000 })
    await bobCore.look()
    expect((await bobCore.token(PROFILE)).accessToken.expose()).toBe(accessToken.expose())
    expect(accessToken.expose()).not.toBe(before)
    expect(await refreshAll(ada, bob, eve)).toBe(1)
    expect(server.requests).toMatchObject({ reuses: 0, invalidGrants: 0 })
  })
})

function oauth(provider: string, grant: Awaited<ReturnType<AuthorizationServer['mint']>>, email: string) {
  return {
    type: 'oauth',
    provider,
    access: grant.access_token,
    refresh: grant.refresh_token,
    expires: Date.now() + grant.expires_in * 1_000,
    accountId: grant.account.sub,
    email,
  }
}
