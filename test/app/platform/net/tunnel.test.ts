import { createServer, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { HttpFailure } from '../../../../app/base/ports.ts'
import { createHttp } from '../../../../app/platform/net/http.ts'
import { startProxy } from '../../../fakes/proxy.ts'

const BODY = 'refresh_token=CANARY-refresh'

/** What becomes of a request that has to go through this proxy. */
async function failure(
  proxy: string | Promise<URL>,
  timeoutMs = 5_000,
  signal?: AbortSignal,
): Promise<HttpFailure> {
  const http = createHttp(async () => (typeof proxy === 'string' ? new URL(proxy) : proxy))
  const url = 'https://login.example.test/token'
  const request = { method: 'POST', url, body: BODY, timeoutMs, ...(signal ? { signal } : {}) } as const
  const failed = await http.send(request).then(
    () => undefined,
    (error: HttpFailure) => error,
  )
  if (failed?.name !== 'HttpFailure') throw new Error(`expected a failure, got ${failed}`)
  expect(failed.message).not.toContain('CANARY')
  return failed
}

async function answering(answer: string): Promise<{ readonly address: string; readonly asked: string[] }> {
  const proxy = await startProxy({ answer })
  onTestFinished(() => proxy.close())
  return { address: `http://me:CANARY%20pw@127.0.0.1:${proxy.port}`, asked: proxy.asked }
}

describe('a request through a proxy that does not let it through', () => {
  it.each([
    ['HTTP/1.1 403 Forbidden\r\n\r\n', 'it answered 403'],
    ['HTTP/1.1 407 Proxy Authentication Required\r\n\r\n', 'it wants a name and a password'],
    ['', ''],
    ['SSH-2.0-OpenSSH_9.2\r\n', ''],
  ])('that answers %j', async (answer, expected) => {
    const { address, asked } = await answering(answer)
    const failed = await failure(address)
    expect(failed).toMatchObject({ reason: 'network', left: false })
    expect(failed.message).toMatch(/^login\.example\.test:443 through the proxy 127\.0\.0\.1:\d+: ./)
    expect(failed.message).toContain(expected)
    const basic = Buffer.from('me:CANARY pw').toString('base64')
    expect(asked).toEqual([`CONNECT login.example.test:443 Basic ${basic}`])
  })

  it('that opens one with any 2xx, and ends it: the name is that of the server again', async () => {
    const { address } = await answering('HTTP/1.1 201 Created\r\n\r\n')
    const failed = await failure(address)
    expect(failed).toMatchObject({ left: false })
    expect(failed.message).toMatch(/^login\.example\.test: /)
  })

  it.each([
    ['pw%', 'pw%'],
    ['50%off', '50%off'],
    ['p%C3%A4ss%21', 'päss!'],
  ])('whose password is written %s', async (written, meant) => {
    const { address, asked } = await answering('HTTP/1.1 403 Forbidden\r\n\r\n')
    const failed = await failure(address.replace('CANARY%20pw', written))
    expect(failed.message).toContain('it answered 403')
    const basic = Buffer.from(`me:${meant}`).toString('base64')
    expect(asked).toEqual([`CONNECT login.example.test:443 Basic ${basic}`])
  })

  it('that is not there', async () => {
    const { address } = await answering('')
    expect(await failure(address.replace(/\d+$/, '1'))).toMatchObject({ reason: 'network', left: false })
  })

  it('that nobody finds: the request times out, and never left', async () => {
    const searching = new Promise<URL>(() => undefined)
    expect(await failure(searching, 50)).toMatchObject({ reason: 'timeout', left: false })
  })

  it('that never answers: the request times out, or is cancelled, and never left', async () => {
    const sockets: Socket[] = []
    const silent = createServer((socket) => void sockets.push(socket.resume()))
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy()
      silent.close()
    })
    const address = `http://127.0.0.1:${(silent.address() as { port: number }).port}`
    expect(await failure(address, 50)).toMatchObject({ reason: 'timeout', left: false })
    const cancel = new AbortController()
    const cancelled = failure(address, 60_000, cancel.signal)
    await expect.poll(() => sockets.length).toBe(2)
    cancel.abort()
    expect(await cancelled).toMatchObject({ reason: 'aborted', left: false })
    await expect.poll(() => sockets.every((socket) => socket.destroyed)).toBe(true)
  })
})
