/** `lamplighter run` and `lamplighter check`, around real commands. */
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '../../../app/client/client.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { bundleForNode } from '../../support/bundle.ts'
import { killCommands, lamplighter } from '../../support/command.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { HomeMachine, PROFILE } from '../../support/home-machine.ts'

const node = process.execPath
let service: string
let cli: string
let server: AuthorizationServer
let home: Home
let refreshToken: string

beforeAll(async () => {
  service = await bundleForNode('test/support/service.ts', 'service')
  cli = await bundleForNode('app/cli/main.ts', 'cli')
})
beforeEach(async () => {
  server = await startAuthorizationServer({ tokenTtl: 3600 })
  home = await makeHome()
  refreshToken = (await new HomeMachine(home).seed(server)).refresh_token
  server.requests.reset()
})
afterEach(async () => {
  await killCommands()
  await server.close()
  await home.remove()
})

const type = async (...words: string[]) => (await lamplighter(home, ...words)).ended
const stored = async (): Promise<string> => (await type('token', PROFILE)).out.trim()

describe('lamplighter run', () => {
  it('runs the command with a working token, and ends as it ends', async () => {
    const script = 'process.stdout.write(process.env.MY_TOKEN + process.argv.slice(1)); process.exit(42)'
    const words = ['--env', 'MY_TOKEN', '--', node, '-e', script, '--', '--json', 'a b', '$HOME']
    const { code, out, err } = await type('run', PROFILE, ...words)
    expect({ code, err }).toEqual({ code: 42, err: '' })
    expect(out).toBe(`${await stored()}--json,a b,$HOME`)
    expect(server.requests.count()).toBe(1)
  })

  it('passes signals on, and says which one ended the command', async () => {
    const running = await lamplighter(home, 'run', PROFILE, '--env', 'TOKEN', '--', node, service)
    await running.printed('service is up')
    for (const signal of ['SIGINT', 'SIGHUP', 'SIGUSR1', 'SIGINT'] as const) {
      running.child.kill(signal)
      await running.printed(`got ${signal}`)
    }
    running.child.kill('SIGTERM')
    expect((await running.ended).code).toBe(7)
    const killed = await type(
      'run',
      PROFILE,
      '--env',
      'T',
      '--',
      node,
      '-e',
      'process.kill(process.pid, "SIGKILL")',
    )
    expect(killed.code).toBe(137)
  })

  it('renews a file before each end of its token while the command lives, and removes it afterwards', async () => {
    server.setTokenTtl(20)
    const path = join(home.path, 'token')
    writeFileSync(path, 'left behind by somebody')
    chmodSync(path, 0o644)
    const withFile = { ...home, env: { ...home.env, TOKEN_FILE: path } }
    const running = await lamplighter(
      withFile,
      'run',
      PROFILE,
      '--file',
      path,
      '--for',
      '10s', // the other ten are time enough to get here
      '--',
      node,
      service,
    )
    await running.printed('service is up')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const first = readFileSync(path, 'utf8')
    server.setTokenTtl(3600) // the next one stays until the service has seen it
    await expect.poll(() => readFileSync(path, 'utf8'), { timeout: 60_000 }).not.toBe(first)
    const second = readFileSync(path, 'utf8')
    await running.printed(`token ${second}\n`)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    running.child.kill('SIGTERM')
    expect((await running.ended).code).toBe(7)
    expect(existsSync(path)).toBe(false)
    expect(server.requests.reuses).toBe(0)
  })

  it('does not run the command without a token, and says what is missing', async () => {
    await server.revoke(refreshToken)
    const marker = join(home.path, 'ran')
    const words = ['--', node, '-e', `require('fs').writeFileSync(${JSON.stringify(marker)}, '')`]
    expect((await type('run', PROFILE, '--env', 'TOKEN', ...words)).code).toBe(2)
    expect(existsSync(marker)).toBe(false)
    expect((await type('run', PROFILE, ...words)).err).toContain('--env NAME, or --file PATH')
    expect((await type('run', PROFILE, '--env', 'NO-NAME', ...words)).code).toBe(64)
    expect((await type('run', PROFILE, '--env', 'TOKEN')).code).toBe(64)
  })

  it.skipIf(process.platform === 'win32')('takes nothing away that is no file', async () => {
    const pipe = join(home.path, 'pipe')
    execFileSync('mkfifo', [pipe])
    for (const path of [pipe, home.path]) {
      const before = statSync(path).ino
      const { code, out, err } = await type(
        'run',
        PROFILE,
        '--file',
        path,
        '--',
        node,
        '-e',
        'console.log("ran")',
      )
      expect({ code, out }).toEqual({ code: 64, out: '' })
      expect(err).toContain(`${path} is no file`)
      expect(statSync(path).ino).toBe(before)
    }
  })

  it('says that there is no such command', async () => {
    const { code, err } = await type('run', PROFILE, '--env', 'TOKEN', '--', 'no-such-command')
    expect(code).toBe(69)
    expect(err).toBe('lamplighter: There is no command "no-such-command".\n')
    for (const word of ['', join(cli, 'in-a-file')]) {
      const odd = await type('run', PROFILE, '--env', 'TOKEN', '--', word)
      expect(odd.code).toBe(69)
      expect(odd.err).toContain(`"${word}" cannot be started (`)
      expect(odd.err).not.toMatch(/spawn|The argument/)
    }
  })
})

describe('lamplighter check', () => {
  it('says what lapses soon, and refreshes it where it is told to', async () => {
    const before = await type('check')
    expect(before.code).toBe(1)
    expect(before.out).toMatch(/^lapses +acme:ada@example.test +expired 1 min ago +Lamplighter renews it/)
    expect(server.requests.count()).toBe(0)
    const after = await type('check', '--refresh', '--json')
    expect(after.code).toBe(0)
    const [login] = JSON.parse(after.out).logins
    expect(login).toMatchObject({ profile: PROFILE, level: 'ready', why: null })
    expect((await type('check', '--within', '2h')).code).toBe(1)
    const { code, out } = await type('check', '--within', '2h', '--refresh')
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/^ready/) }) // no token lives longer
    expect(server.requests.count()).toBe(2)
  })

  it('says that somebody has to sign in', async () => {
    await server.revoke(refreshToken)
    const { code, out } = await type('check', '--refresh')
    expect(code).toBe(2)
    expect(out).toMatch(/^needs-login/)
  })

  it('says that the provider cannot be reached', async () => {
    server.fault({ kind: 'server-error', times: 100 })
    const { code, out } = await type('check', '--refresh')
    expect(code).toBe(1)
    expect(out).toMatch(/^waits/)
  })

  it('checks the logins of a service, as config.json names them', async () => {
    const providers = { acme: { issuer: server.issuer, clientId: server.clientId } }
    await home.writeConfig({ providers, services: { 'agent.service': ['ada@example.test'] } })
    expect((await type('check', '--service', 'agent.service', '--refresh')).code).toBe(0)
    const unknown = await type('check', '--service', 'other')
    expect(unknown.code).toBe(64)
    expect(unknown.err).toContain('"services": { "other": ["LOGIN"] }')
    expect((await type('check', '--profiles', 'nobody')).code).toBe(64)
  })

  it('runs a command only if all is well, in its own place', async () => {
    const words = ['--', node, '-e', 'console.log("restarted"); process.exit(3)']
    expect(await type('check', ...words)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('lapses'),
    })
    expect(await type('check', '--refresh', ...words)).toEqual({ code: 3, out: 'restarted\n', err: '' })
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'runs no command after %s, which came while it renewed',
    async (signal) => {
      let letGo: () => void = () => undefined
      server.fault({ kind: 'hold', until: new Promise<void>((resolve) => (letGo = resolve)) })
      const words = ['--', node, '-e', 'console.log("restarted")']
      const running = await lamplighter(home, 'check', '--refresh', ...words)
      await expect.poll(() => server.requests.count(), { timeout: 20_000 }).toBe(1)
      running.killGroup(signal)
      await new Promise((resolve) => setTimeout(resolve, 500)) // it is told of the signal before the answer
      letGo()
      expect(await running.ended).toMatchObject({ code: 1, out: '' })
      expect((await type('check')).code).toBe(0) // the successor is stored
    },
  )

  it('stands before the restart of a service, which comes up with a token that lasts', async () => {
    const pidFile = join(home.path, 'service.pid')
    const log = join(home.path, 'service.log')
    // What a deploy script does: end the old one, start the new one, note its pid.
    const restart = join(home.path, 'restart.sh')
    writeFileSync(
      restart,
      `[ ! -f '${pidFile}' ] || kill "$(cat '${pidFile}')"
      '${node}' '${service}' >'${log}' 2>&1 </dev/null &
      echo $! >'${pidFile}'\n`,
    )
    const wrapped = ['--', node, cli, 'run', PROFILE, '--env', 'TOKEN', '--for', '30m', '--', 'sh', restart]
    const pid = (): number => Number(readFileSync(pidFile, 'utf8'))
    try {
      expect((await type('check', '--refresh', ...wrapped)).code).toBe(0)
      await expect.poll(() => readFileSync(log, 'utf8')).toContain('service is up')
      const first = pid()
      expect(readFileSync(log, 'utf8')).toContain(`token ${await stored()}`)

      await server.revoke(refreshToken) // and it lapses within the two hours that are asked for
      expect((await type('check', '--within', '2h', '--refresh', ...wrapped)).code).toBe(2)
      expect(pid()).toBe(first)
      expect(() => process.kill(first, 0)).not.toThrow() // the old one goes on

      expect((await type('check', '--within', '1s', ...wrapped)).code).toBe(2) // known to need a person
    } finally {
      process.kill(pid(), 'SIGKILL')
    }
  })
})

describe('a consumer on a machine where no Lamplighter runs', () => {
  const quiet = { process: 'agent' }

  it('is answered by the command line', async () => {
    const client = createClient({ ...quiet, env: home.env, commandLine: [node, cli] })
    const { accessToken, profile } = await client.getToken('ada@example.test', { validFor: 60_000 })
    expect({ profile, accessToken }).toEqual({ profile: PROFILE, accessToken: await stored() })
    await expect(client.getToken('nobody')).rejects.toMatchObject({ code: 'profile-unknown' })
    let refusals = 0
    const fetch = client.withToken(PROFILE, async () => new Response('', { status: refusals++ ? 200 : 401 }))
    expect((await fetch('https://api.test')).status).toBe(200)
    expect(await stored()).not.toBe(accessToken)
  })

  it('that waits for a provider in trouble starts no process after the other', async () => {
    server.fault({ kind: 'server-error', times: 1_000 })
    const client = createClient({ ...quiet, env: home.env, commandLine: [node, cli] })
    const failed = client.getToken(PROFILE, { waitFor: 8_000 }).catch((reason) => reason)
    expect(await failed).toMatchObject({ code: 'transient' })
    expect(server.requests.count()).toBeLessThanOrEqual(2) // at the beginning, and when its time is up
  })

  it('is told what to do where there is no command line either', async () => {
    const missing = createClient({ ...quiet, env: home.env, commandLine: ['/no/such/lamplighter'] })
    const error = await missing.getToken(PROFILE).catch((reason) => reason)
    expect(error).toMatchObject({ code: 'host-absent', hint: expect.stringContaining('lamplighter serve') })
    const without = createClient({ ...quiet, env: home.env, commandLine: false })
    await expect(without.getToken(PROFILE)).rejects.toMatchObject({ code: 'host-absent' })
  })

  it('ends by itself, although its client was not closed', async () => {
    const host = await lamplighter(home, 'serve')
    await host.printed('Lamplighter serves')
    const script = await bundleForNode('app/client/client.ts', 'client')
    const code = `import { createClient } from ${JSON.stringify(script)}
      const client = createClient({ process: 'short' })
      console.log((await client.getToken(${JSON.stringify(PROFILE)})).accessToken)`
    const child = spawn(node, ['--input-type=module', '-e', code], { env: home.env })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
    expect(out.trim()).toBe(await stored())
  })

  it('ends by itself once it stopped waiting, although the host does not know', async () => {
    await server.revoke(refreshToken)
    const host = await lamplighter(home, 'serve')
    await host.printed('Lamplighter serves')
    const script = await bundleForNode('app/client/client.ts', 'client')
    const code = `import { createClient } from ${JSON.stringify(script)}
      const wish = { waitFor: 60 * 60_000, signal: AbortSignal.timeout(500) }
      const failed = await createClient({ process: 'short' }).getToken(${JSON.stringify(PROFILE)}, wish).catch((reason) => reason)
      console.log(failed.code)`
    const child = spawn(node, ['--input-type=module', '-e', code], { env: home.env })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    const cut = setTimeout(() => child.kill('SIGKILL'), 40_000)
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
    clearTimeout(cut)
    expect(out.trim()).toBe('aborted')
  })
})
