import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { HttpFailure, HttpRequest } from '../../../../app/base/ports.ts'
import { createHttp } from '../../../../app/platform/net/http.ts'

const http = createHttp()
/** It takes a millisecond, and on a busy machine many more. */
const LEAVES_WITHIN_MS = 2_000

function post(url: string, part: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'POST', url, body: 'refresh_token=CANARY', timeoutMs: 5_000, ...part }
}

async function listening(server: Server): Promise<string> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

const serve = (listener: RequestListener): Promise<string> => listening(createHttpServer(listener))

async function failureOf(request: HttpRequest): Promise<HttpFailure> {
  const failure = await http.send(request).then(
    () => undefined,
    (error: HttpFailure) => error,
  )
  if (failure?.name !== 'HttpFailure') throw new Error(`expected a failure, got ${failure}`)
  expect(failure.message).not.toContain('CANARY')
  return failure
}

describe('http', () => {
  it('sends the body with its length, and gives back status, lower-case headers and text', async () => {
    const host = await serve((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk) => chunks.push(chunk))
      request.on('end', () => {
        const seen = {
          ...request.headers,
          method: request.method,
          url: request.url,
          body: String(Buffer.concat(chunks)),
        }
        response.writeHead(418, { 'X-Shape': 'Kettle' }).end(JSON.stringify(seen))
      })
    })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const reply = await http.send(post(`http://${host}/token?a=1`, { body: 'ä=1', headers }))
    expect(reply.status).toBe(418)
    expect(reply.headers['x-shape']).toBe('Kettle')
    expect(JSON.parse(reply.body)).toMatchObject({
      ...headers,
      host,
      method: 'POST',
      url: '/token?a=1',
      body: 'ä=1',
    })
    expect(JSON.parse(reply.body)['content-length']).toBe('4')
  })

  it('leaves out the byte order mark that some servers put before their JSON', async () => {
    const host = await serve((_request, response) => {
      response.end('\uFEFF{"access_token":"CANARY","who":"Zoë"}')
    })
    const { body } = await http.send(post(`http://${host}/token`))
    expect(JSON.parse(body)).toEqual({ access_token: 'CANARY', who: 'Zoë' })
  })

  it('does not follow a redirect', async () => {
    let requests = 0
    const host = await serve((_request, response) => {
      requests++
      response.writeHead(302, { location: '/elsewhere' }).end()
    })
    expect((await http.send(post(`http://${host}/`))).status).toBe(302)
    expect(requests).toBe(1)
  })

  it('refuses a reply over 1 MiB, which the request did reach', async () => {
    const host = await serve((_request, response) => response.end('x'.repeat(1024 * 1024 + 1)))
    expect(await failureOf(post(`http://${host}/`))).toMatchObject({ reason: 'too-large', left: true })
  })

  it('takes a reply of exactly 1 MiB', async () => {
    const host = await serve((_request, response) => response.end('x'.repeat(1024 * 1024)))
    expect((await http.send(post(`http://${host}/`))).body).toHaveLength(1024 * 1024)
  })

  it('refuses plain http to other machines before anything is sent', async () => {
    expect(await failureOf(post('http://192.0.2.1/token'))).toMatchObject({ reason: 'network', left: false })
  })

  it('knows that a refused connection carried nothing', async () => {
    const server = createTcpServer()
    const host = await listening(server)
    await new Promise((resolve) => server.close(resolve))
    expect(await failureOf(post(`http://${host}/`))).toMatchObject({ reason: 'network', left: false })
  })

  it('knows that a name without an address carried nothing', async () => {
    expect(await failureOf(post('https://nowhere.invalid/token', { timeoutMs: 25_000 }))).toMatchObject({
      reason: 'network',
      left: false,
    })
  })

  it('knows that a failed TLS handshake carried nothing', async () => {
    const received: Buffer[] = []
    const host = await listening(
      createTcpServer((socket) => {
        socket.on('error', () => undefined)
        socket.once('data', (data) => {
          received.push(data)
          socket.end('this is not TLS')
        })
      }),
    )
    expect(await failureOf(post(`https://${host}/`))).toMatchObject({ reason: 'tls', left: false })
    expect(String(Buffer.concat(received))).not.toContain('CANARY')
  })

  it('knows that a handshake nobody answers carried nothing', async () => {
    const host = await listening(createTcpServer(() => undefined))
    const failure = await failureOf(post(`https://${host}/`, { timeoutMs: 60 }))
    expect(failure).toMatchObject({ reason: 'timeout', left: false })
  })

  it('calls a timeout after the request an unknown outcome', async () => {
    const host = await serve(() => undefined)
    expect(await failureOf(post(`http://${host}/`, { timeoutMs: LEAVES_WITHIN_MS }))).toMatchObject({
      reason: 'timeout',
      left: true,
    })
  })

  it('counts a slow body into the timeout', async () => {
    const host = await serve((_request, response) => void response.write('{'))
    expect(await failureOf(post(`http://${host}/`, { timeoutMs: LEAVES_WITHIN_MS }))).toMatchObject({
      reason: 'timeout',
      left: true,
    })
  })

  it('calls a connection that ends without a reply an unknown outcome', async () => {
    const host = await serve((request) => request.socket.destroy())
    expect(await failureOf(post(`http://${host}/`))).toMatchObject({ reason: 'network', left: true })
  })

  it('does not take half a reply for a whole one', async () => {
    const host = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"access_token":')
      setTimeout(() => response.socket?.destroy(), 10)
    })
    expect(await failureOf(post(`http://${host}/`))).toMatchObject({ reason: 'network', left: true })
  })

  it('stops when told, before and during', async () => {
    const during = new AbortController()
    const host = await serve(() => during.abort())
    const before = AbortSignal.abort()
    expect(await failureOf(post(`http://${host}/`, { signal: before }))).toMatchObject({
      reason: 'aborted',
      left: false,
    })
    expect(await failureOf(post(`http://${host}/`, { signal: during.signal }))).toMatchObject({
      reason: 'aborted',
      left: true,
    })
  })
})
