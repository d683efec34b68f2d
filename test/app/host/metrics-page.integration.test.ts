/** `lamplighter serve` with a port for metrics: on, moved and off while it runs. */
import { request } from 'node:http'
import { createServer } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { killCommands, lamplighter } from '../../support/command.ts'
import { type Home, makeHome } from '../../support/home.ts'

let home: Home
beforeEach(async () => {
  home = await makeHome()
})
afterEach(async () => {
  await killCommands()
  await home.remove()
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

function ask(port: number, path = '/metrics', headers = {}): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers }, (reply) => {
      let text = ''
      reply.on('data', (chunk) => {
        text += chunk
      })
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

async function set(value: string): Promise<void> {
  const { ended } = await lamplighter(home, 'settings', 'metrics', value)
  expect(await ended).toMatchObject({ code: 0, err: '' })
}

it('is read on loopback by whoever asks for it by that name, and gone once it is off', async () => {
  const port = await freePort()
  await set(String(port))
  await home.writeAgent('main', {
    'openai-codex:ada@example.test': {
      type: 'oauth',
      provider: 'openai-codex',
      access: 'CANARY-access',
      refresh: 'CANARY-refresh',
      expires: Date.now() + 3_600_000,
    },
  })
  const host = await lamplighter(home, 'serve')
  await host.printed('Lamplighter serves')
  const { status, text } = await ask(port)
  expect(status).toBe(200)
  expect(text).toMatch(
    /lamplighter_token_seconds_left\{login="[0-9a-f]{12}",provider="openai-codex"\} 3\d{3}/,
  )
  expect(text).not.toMatch(/CANARY|ada@/)
  expect((await ask(port, '/')).status).toBe(404)
  expect((await ask(port, '/metrics', { host: `evil.example.test:${port}` })).status).toBe(403)
  await set('off')
  await expect.poll(() => ask(port).catch(({ code }) => code), { timeout: 15_000 }).toBe('ECONNREFUSED')
  host.child.kill('SIGTERM')
  expect(await host.ended).toMatchObject({ code: 0 })
})
