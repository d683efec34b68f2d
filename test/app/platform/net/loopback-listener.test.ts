import { request } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { AppError } from '../../../../app/base/errors.ts'
import type { Redirect } from '../../../../app/base/ports.ts'
import { createListener } from '../../../../app/platform/net/loopback-listener.ts'

const listener = createListener()
const never = new AbortController().signal
const ANY = { host: 'localhost', path: '/', isOurs: () => true } as const

async function listening(port = 0, path = '/callback', part: Partial<Redirect> = {}) {
  const callback = await listener.listen({ host: 'localhost', port, path, isOurs: () => true, ...part })
  onTestFinished(() => callback.close())
  return callback
}

interface Seen {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

function visit(
  port: number,
  path: string,
  part: { host?: string; method?: string; address?: string } = {},
): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const out = request({
      host: part.address ?? '127.0.0.1',
      port,
      path,
      method: part.method ?? 'GET',
      headers: { host: part.host ?? `127.0.0.1:${port}` },
      agent: false,
    })
    out.on('error', reject)
    out.on('response', async (incoming) => {
      const chunks: Buffer[] = []
      for await (const chunk of incoming) chunks.push(chunk)
      resolve({
        status: incoming.statusCode ?? 0,
        headers: incoming.headers,
        body: String(Buffer.concat(chunks)),
      })
    })
    out.end()
  })
}

async function post(port: number, body: string, part: { path?: string; type?: string } = {}) {
  const { path = '/callback', type = 'application/x-www-form-urlencoded' } = part
  const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  })
  return reply.status
}

describe('an answer as a form (OAuth 2.0 Form Post Response Mode)', () => {
  it('is handed over as an address', async () => {
    const { port, received } = await listening()
    const [address, status] = await Promise.all([received(never), post(port, 'code=CANARY%2B&state=abc')])
    expect([address, status]).toEqual([`http://127.0.0.1:${port}/callback?code=CANARY%2B&state=abc`, 200])
  })

  it('counts only where it is ours, and is a form', async () => {
    const isOurs = (url: string): boolean => url.includes('state=mine')
    const { port, received } = await listening(0, '/callback', { isOurs })
    const arrived = received(never)
    expect(await post(port, 'code=1&state=theirs')).toBe(400)
    expect(await post(port, 'code=1&state=mine', { path: '/other' })).toBe(404)
    expect(await post(port, 'code=1&state=mine', { type: 'text/plain' })).toBe(405)
    expect(await post(port, `state=mine&code=${'x'.repeat(64 * 1024)}`)).toBe(413)
    await post(port, 'code=2&state=mine')
    expect(await arrived).toContain('code=2')
  })
})

describe('the loopback listener', () => {
  it('listens on IPv6 alone where the provider was told so', async () => {
    const { port, received } = await listening(0, '/callback', { host: '[::1]' })
    const seen = visit(port, '/callback?code=1', { address: '::1', host: `[::1]:${port}` })
    expect(await received(never)).toBe(`http://[::1]:${port}/callback?code=1`)
    expect((await seen).status).toBe(200)
    await expect(visit(port, '/callback?code=1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('hands over the whole address, and thanks the person without repeating any of it', async () => {
    const { port, received } = await listening()
    const [address, page] = await Promise.all([
      received(never),
      visit(port, '/callback?code=CANARY&state=abc'),
    ])
    expect(address).toBe(`http://127.0.0.1:${port}/callback?code=CANARY&state=abc`)
    expect(page.status).toBe(200)
    expect(page.body).toContain('You may close this tab')
    expect(JSON.stringify(page)).not.toContain('CANARY')
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.headers['referrer-policy']).toBe('no-referrer')
  })

  it('says on the page that it did not work when the provider says so', async () => {
    const { port } = await listening()
    const page = await visit(port, '/callback?error=access_denied&error_description=%3Cscript%3E')
    expect(page.body).toContain('did not go through')
    expect(page.body).not.toMatch(/script|denied/)
  })

  it('says on the page why it did not work, in words and as nothing but text', async () => {
    const { port, received, conclude } = await listening()
    const page = visit(port, '/callback?code=1')
    await received(never)
    conclude('Acme refused to complete the sign-in. HTTP 400: <script>alert(1)</script>')
    expect((await page).body).toContain('Acme refused to complete the sign-in. HTTP 400: &#60;script&#62;')
    expect((await page).body).not.toContain('<script')
  })

  it('does not leave a tab empty when nobody says how it went', async () => {
    const { port, received, close } = await listening()
    const page = visit(port, '/callback?code=1')
    await received(never)
    await close()
    expect((await page).body).toContain('The provider has answered')
  })

  it('remembers an answer that came before anybody asked', async () => {
    const { port, received } = await listening()
    await visit(port, '/callback?code=1')
    expect(await received(never)).toContain('code=1')
  })

  it('answers nothing else, and is not used up by it', async () => {
    const { port, received } = await listening()
    expect((await visit(port, '/other?code=1')).status).toBe(404)
    expect((await visit(port, '/callback/?code=1')).status).toBe(404)
    expect((await visit(port, '/callback?code=1', { method: 'POST' })).status).toBe(405)
    expect((await visit(port, '/callback')).status).toBe(400)
    expect((await visit(port, '/callback?code=1', { host: `evil.test:${port}` })).status).toBe(403)
    await visit(port, '/callback?code=2', { host: `localhost:${port}` })
    expect(await received(never)).toBe(`http://localhost:${port}/callback?code=2`)
  })

  it('names a port that is taken', async () => {
    const { port } = await listening()
    await expect(listener.listen({ ...ANY, port })).rejects.toMatchObject({
      code: 'LOGIN_PORT_TAKEN',
      message: expect.stringContaining(String(port)),
    })
  })

  it('takes nothing that is not ours, says so in the tab, and goes on waiting', async () => {
    const isOurs = (url: string) => new URL(url).searchParams.get('state') === 'ours'
    const { port, received } = await listening(0, '/callback', { isOurs })
    for (const query of ['code=CANARY&state=evil', 'error=access_denied', 'code=CANARY']) {
      const page = await visit(port, `/callback?${query}`)
      expect(page.status).toBe(400)
      expect(page.body).toContain('goes on waiting')
      expect(page.body).not.toContain('CANARY')
    }
    await visit(port, '/callback?code=1&state=ours')
    expect(await received(never)).toContain('code=1&state=ours')
  })

  it('does not send a browser to whoever has the port on ::1', async () => {
    const squatter = createServer()
    const port = await new Promise<number | undefined>((resolve) => {
      squatter.once('error', () => resolve(undefined))
      squatter.listen({ port: 0, host: '::1' }, () => resolve((squatter.address() as AddressInfo).port))
    })
    if (port === undefined) return // no IPv6 on this machine
    onTestFinished(() => void squatter.close())
    await expect(listener.listen({ ...ANY, port })).rejects.toMatchObject({ code: 'LOGIN_PORT_TAKEN' })
    // To 127.0.0.1 there is only one way; and nothing of ours was left open.
    const callback = await listener.listen({ ...ANY, host: '127.0.0.1', port })
    await callback.close()
  })

  it('also answers a browser to whom localhost is ::1', async () => {
    const { port, received } = await listening()
    const page = await visit(port, '/callback?code=6', { address: '::1', host: `[::1]:${port}` }).catch(
      () => undefined,
    )
    if (!page) return // no IPv6 on this machine
    expect(await received(never)).toContain('code=6')
  })

  it('stops waiting when told, with the reason it was told', async () => {
    const { received } = await listening()
    const deadline = new AppError('LOGIN_TIMEOUT', 'too late')
    await expect(received(AbortSignal.abort(deadline))).rejects.toBe(deadline)
    await expect(received(AbortSignal.abort())).rejects.toMatchObject({ code: 'LOGIN_CANCELLED' })
  })

  it('gives the port back although a browser keeps a spare connection open', async () => {
    const first = await listener.listen({ ...ANY, port: 0 })
    const spare = connect(first.port, '127.0.0.1')
    spare.on('error', () => undefined)
    await new Promise((resolve) => spare.once('connect', resolve))
    await first.close()
    const again = await listener.listen({ ...ANY, port: first.port })
    await again.close()
    spare.destroy()
  })
})
