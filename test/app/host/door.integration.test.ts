/** A door for guests at a running host: by socket from a container's view of the machine, by port with a key, and what it refuses. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { type RequestOptions, request } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { killCommands, lamplighter } from '../../support/command.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { HomeMachine, PROFILE } from '../../support/home-machine.ts'

let home: Home
let server: AuthorizationServer

beforeEach(async () => {
  home = await makeHome()
  server = await startAuthorizationServer({ tokenTtl: 3600 })
  await new HomeMachine(home).seed(server)
  await home.writeAgent('other', {
    'openai-codex:bob@example.test': {
      type: 'oauth',
      provider: 'openai-codex',
      access: 'CANARY-bob',
      refresh: 'CANARY-bob-refresh',
      expires: Date.now() + 3_600_000,
    },
  })
  const host = await lamplighter(home, 'serve')
  await host.printed('Lamplighter serves')
})

afterEach(async () => {
  await killCommands()
  await server.close()
  await home.remove()
})

interface Answer {
  readonly status: number
  readonly type: string
  readonly body: Record<string, unknown>
}

function ask(at: RequestOptions, body: unknown, more: RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ method: 'POST', path: '/v1/token', ...at, ...more }, (reply) => {
      let text = ''
      reply.on('data', (chunk) => {
        text += chunk
      })
      reply.on('end', () =>
        resolve({
          status: reply.statusCode ?? 0,
          type: reply.headers['content-type'] ?? '',
          body: text === '' ? {} : JSON.parse(text),
        }),
      )
    })
    sent.on('error', reject)
    sent.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
}

async function door(...words: string[]): Promise<Record<string, unknown>> {
  const ended = await (await lamplighter(home, 'door', ...words, '--json')).ended
  expect(ended).toMatchObject({ code: 0, err: '' })
  return JSON.parse(ended.out)
}

/** It opens a moment after it was asked for. */
async function opened(at: RequestOptions): Promise<void> {
  await expect
    .poll(
      () =>
        ask(at, {}).then(
          () => true,
          () => false,
        ),
      { timeout: 15_000 },
    )
    .toBe(true)
}

async function freePort(): Promise<number> {
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  const { port } = holder.address() as { port: number }
  await new Promise((resolve) => holder.close(resolve))
  return port
}

describe('a door', () => {
  it('gives the access tokens of its logins, by socket, and nothing of any other', async () => {
    const made = await door('add', 'builder', '--logins', PROFILE)
    const { socket: socketPath } = made['door'] as { socket: string }
    await opened({ socketPath })
    const { status, body } = await ask({ socketPath }, { login: PROFILE, validFor: 60 })
    expect(status).toBe(200)
    expect(Object.keys(body)).toEqual(['accessToken', 'expiresAt', 'refreshAfter'])
    expect(String(body['accessToken'])).toMatch(/^CANARY-at-/)
    const [after, end] = [body['refreshAfter'], body['expiresAt']].map((one) => Date.parse(String(one)))
    expect(Number(end) - Number(after)).toBeGreaterThan(60_000)
    const unknown = await ask({ socketPath }, { login: 'openai-codex:nobody@example.test' })
    const others = await ask({ socketPath }, { login: 'openai-codex:bob@example.test' })
    expect(others).toEqual(unknown)
    expect(others).toMatchObject({ status: 404, type: 'application/problem+json' })
    for (const [body, more, status] of [
      ['rubbish', {}, 400],
      [{ login: PROFILE, token: 'refresh' }, {}, 400],
      ['x'.repeat(20_000), {}, 413],
      [{}, { path: '/v1/refresh' }, 404],
      [{}, { method: 'PUT' }, 405],
    ] as const)
      expect([more, (await ask({ socketPath }, body, more)).status]).toEqual([more, status])
  })

  it('has a key of its own on a port, and names nobody’s page', async () => {
    const port = await freePort()
    const { key } = await door('add', 'vm', '--logins', PROFILE, '--port', String(port))
    const at = { host: '127.0.0.1', port }
    await opened(at)
    const wish = { login: PROFILE }
    const withKey = { authorization: `Bearer ${key}` }
    expect((await ask(at, wish)).status).toBe(401)
    expect((await ask(at, wish, { headers: { authorization: 'Bearer wrong' } })).status).toBe(401)
    expect((await ask(at, wish, { headers: { ...withKey, host: `evil.example.test:${port}` } })).status).toBe(
      403,
    )
    expect((await ask(at, wish, { headers: withKey })).status).toBe(200)
  })

  it('closes when it is removed, and when its time is up', async () => {
    const { socket: socketPath } = (await door('add', 'short', '--logins', PROFILE, '--for', '3s'))[
      'door'
    ] as {
      socket: string
    }
    await expect
      .poll(() => ask({ socketPath }, {}).catch(({ code }) => code), { timeout: 20_000 })
      .toMatch(/ECONNREFUSED|ENOENT/)
    const made = (await door('add', 'builder', '--logins', PROFILE))['door'] as { socket: string }
    await opened({ socketPath: made.socket })
    await door('remove', 'builder')
    await expect
      .poll(() => ask({ socketPath: made.socket }, {}).catch(({ code }) => code), { timeout: 15_000 })
      .toMatch(/ECONNREFUSED|ENOENT/)
    expect((await door('list'))['doors']).toEqual([])
  })

  it('tells a guest that only a person can help, and nothing about the machine', async () => {
    const { socket: socketPath } = (await door('add', 'builder', '--logins', PROFILE))['door'] as {
      socket: string
    }
    await opened({ socketPath })
    server.fault({ kind: 'error', error: 'invalid_grant', status: 400, times: 9 })
    await (await lamplighter(home, 'refresh', PROFILE)).ended
    const { status, body } = await ask({ socketPath }, { login: PROFILE, validFor: 3600 })
    expect(status).toBe(409)
    expect(JSON.stringify(body)).not.toMatch(/CANARY|\.openclaw|\/tmp/)
  })

  it('gives nothing that a person withholds from it', async () => {
    const { socket: socketPath } = (await door('add', 'builder', '--logins', PROFILE))['door'] as {
      socket: string
    }
    await opened({ socketPath })
    expect((await ask({ socketPath }, { login: PROFILE })).status).toBe(200)
    const path = join(home.path, 'config.json')
    const config = JSON.parse(readFileSync(path, 'utf8'))
    const consumers = { withheld: { [PROFILE]: ['door builder'] } }
    await home.writeConfig({ ...config, consumers })
    await expect
      .poll(() => ask({ socketPath }, { login: PROFILE }), { timeout: 15_000 })
      .toMatchObject({ status: 409, body: { code: 'HOST_REFUSED' } })
  })

  it.skipIf(process.getuid?.() !== 0)('is all that a container has of the machine', async () => {
    const { socket } = (await door('add', 'builder', '--logins', PROFILE))['door'] as { socket: string }
    await opened({ socketPath: socket })
    const asGuest = (path: string): string => {
      const script = `
        require('node:http').request({ socketPath: process.argv[1], path: '/v1/token', method: 'POST' }, (reply) => {
          reply.on('data', (chunk) => process.stdout.write(chunk))
        }).on('error', ({ code }) => console.log(code)).end(JSON.stringify({ login: '${PROFILE}' }))`
      const inside =
        'mount --bind "$1" /mnt && exec setpriv --reuid 65534 --regid 65534 --clear-groups "$2" -e "$3" "$4"'
      const folder = socket.replace(/\/door\.sock$/, '')
      const words = ['-m', 'sh', '-c', inside, 'sh', folder, process.execPath, script, path]
      return spawnSync('unshare', words, { encoding: 'utf8' }).stdout
    }
    expect(JSON.parse(asGuest('/mnt/door.sock'))).toMatchObject({
      accessToken: expect.stringMatching(/^CANARY-at-/),
    })
    expect(asGuest(socket)).toContain('EACCES')
  })
})
