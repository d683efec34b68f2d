/** A sign-in on another machine, over a real sshd, with the browser of this one; and a port that real OpenSSH forwards. */
import { spawn } from 'node:child_process'
import { createConnection, createServer } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCore } from '../../../app/core.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { HomeMachine, PROFILE } from '../../support/home-machine.ts'
import { makeSite, type Site, type SshMachine } from '../../support/sshd.ts'

let site: Site
let server: AuthorizationServer

beforeEach(async () => {
  server = await startAuthorizationServer({ tokenTtl: 3600 })
  site = await makeSite()
})
afterEach(async () => {
  await site.close()
  await server.close()
})

async function machine(name: string): Promise<SshMachine> {
  const made = await site.machine(name)
  await made.home.writeConfig({
    providers: { acme: { issuer: server.issuer, clientId: server.clientId } },
    ...(name === 'laptop' ? { nodes: [{ destination: 'rack', name: 'The rack' }] } : {}),
  })
  return made
}

it('is followed here, and its tokens stay there', async () => {
  const laptop = await machine('laptop')
  const rack = await machine('rack')
  await new HomeMachine(rack.home).seed(server)
  const child = spawn(process.execPath, [site.cli, 'login', PROFILE, '--on', 'The rack', '--no-browser'], {
    env: { ...process.env, ...laptop.env },
  })
  let out = ''
  let page: string | undefined
  child.stdout.on('data', (chunk) => {
    out += chunk
    const url = /http\S+\/auth\?\S+/.exec(out)?.[0]
    if (url === undefined || page !== undefined || !out.includes('paste it here')) return
    page = url
    void server.completeLogin(url, { account: 'ada@example.test' })
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect([code, out]).toEqual([0, expect.stringContaining('Signed in as ada@example.test')])
  expect(out).not.toContain('CANARY')
  const [here, there] = [laptop, rack].map(({ env }) =>
    createNodePorts({ label: 'test', env, logLevel: 'silent' }),
  )
  for (const [ports, expected] of [
    [here, 0],
    [there, 1],
  ] as const) {
    const core = createCore(ports as never)
    await core.start({ schedule: false })
    const known = core.overview().profiles.filter(({ id }) => id === PROFILE)
    expect(known).toHaveLength(expected)
    await core.close()
  }
})

it('says that the machine is none of ours, or that it has no such login', async () => {
  const laptop = await machine('laptop')
  await machine('rack')
  const run = (...words: string[]): Promise<{ code: unknown; err: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [site.cli, 'login', ...words], {
        env: { ...process.env, ...laptop.env },
      })
      let err = ''
      child.stderr.on('data', (chunk) => {
        err += chunk
      })
      child.on('close', (code) => resolve({ code, err }))
    })
  expect((await run('ada', '--on', 'nowhere')).err).toContain('lamplighter node add nowhere')
  const unknown = await run('nobody@example.test', '--on', 'rack')
  expect(unknown.code).not.toBe(0)
  expect(unknown.err).toContain('nobody@example.test')
})

it('brings what comes to a port here to one there', async () => {
  const laptop = await machine('laptop')
  await machine('rack')
  const far = createServer((socket) => socket.end('from there'))
  await new Promise<void>((resolve) => far.listen(0, '127.0.0.1', resolve))
  const near = createServer()
  await new Promise<void>((resolve) => near.listen(0, '127.0.0.1', resolve))
  const portOf = (one: typeof far): number => (one.address() as { port: number }).port
  const [from, to] = [portOf(near), portOf(far)].map((port) => ({ host: '127.0.0.1', port })) as [
    never,
    never,
  ]
  await new Promise((resolve) => near.close(resolve))
  const ports = createNodePorts({ label: 'test', env: { ...process.env, ...laptop.env }, logLevel: 'silent' })
  const wire = ports.ssh.open('rack', 'cat', { forward: { from, to } })
  const read = (): Promise<string> =>
    new Promise((resolve) => {
      let text = ''
      createConnection(from)
        .on('data', (chunk) => {
          text += chunk
        })
        .on('close', () => resolve(text))
        .on('error', () => resolve(''))
    })
  await expect.poll(read, { timeout: 15_000 }).toBe('from there')
  wire.close()
  await wire.closed
  await new Promise((resolve) => far.close(resolve))
})
