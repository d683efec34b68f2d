/** What other users of the machine could put into our files, and what they find of ours. */
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { bundleForNode } from '../../support/bundle.ts'
import { killCommands, lamplighter } from '../../support/command.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { HomeMachine, PROFILE } from '../../support/home-machine.ts'

let cli: string
let server: AuthorizationServer
let home: Home

beforeAll(async () => {
  cli = await bundleForNode('app/cli/main.ts', 'cli')
})
beforeEach(async () => {
  server = await startAuthorizationServer({ tokenTtl: 3600 })
  home = await makeHome()
})
afterEach(async () => {
  await killCommands()
  await server.close()
  await home.remove()
})

const seeded = () => new HomeMachine(home).seed(server)
const type = async (...words: string[]) => (await lamplighter(home, ...words)).ended

describe.skipIf(process.platform === 'win32')('other users', () => {
  it('find nothing of ours open, whatever the umask is', async () => {
    const openUmask = (...words: string[]) =>
      spawn('sh', ['-c', 'umask 000; exec "$0" "$@"', process.execPath, cli, ...words], { env: home.env })
    await seeded()
    const host = openUmask('serve')
    await expect.poll(() => existsSync(join(home.path, 'state', 'host.json'))).toBe(true)
    const asked = openUmask('token', PROFILE)
    await new Promise((resolve) => asked.on('close', resolve))
    const found = readdirSync(home.path, { recursive: true, encoding: 'utf8' })
    expect(found).toContain(join('state', 'locks', 'scheduler.lock'))
    expect(found.filter((name) => (statSync(join(home.path, name)).mode & 0o077) !== 0)).toEqual([])
    const ended = new Promise((resolve) => host.on('close', resolve))
    host.kill('SIGTERM')
    await ended
  })

  it('have no hook of theirs run, and no provider of theirs asked', async () => {
    await seeded()
    const mark = join(home.path, '..', 'mark')
    const config = JSON.parse(readFileSync(join(home.path, 'config.json'), 'utf8'))
    await home.writeConfig({ ...config, hooks: { refreshed: ['touch', mark] } })
    chmodSync(join(home.path, 'config.json'), 0o666)
    chmodSync(home.path, 0o755)
    const host = await lamplighter(home, 'serve')
    await host.printed('Lamplighter serves')
    const { out, code } = await type('token', PROFILE)
    expect({ out, code }).not.toMatchObject({ code: 0 })
    expect((await type('list')).err + (await type('list')).out).toContain(
      'may be written by other users (666)',
    )
    host.child.kill('SIGTERM')
    await host.ended
    expect(existsSync(mark)).toBe(false)
    expect(server.requests.count()).toBe(0)
  })

  it('do not get a token written where they can put a link in its place', async () => {
    await seeded()
    const shared = join(home.path, '..', 'shared')
    mkdirSync(shared)
    const script = 'process.stdout.write("ran")'
    for (const mode of [0o1777, 0o777]) {
      chmodSync(shared, mode)
      for (const path of [join(shared, 'token'), join(shared, 'new', 'token')]) {
        const ran = await type('run', PROFILE, '--file', path, '--', process.execPath, '-e', script)
        expect(ran).toMatchObject({ code: 69, out: '', err: expect.stringContaining(shared) })
      }
    }
    expect(readdirSync(shared)).toEqual([])
  })
})
