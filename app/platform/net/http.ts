/**
 * node:http and node:https, never fetch: a fetch costs a fresh process about 130 ms, and waits 300 s for headers.
 * One new connection for each request, so a request never travels on a socket the server is about to close, and
 * `left` can be told exactly: nothing is written before the connection (with TLS, the handshake) stands.
 * Goes through a proxy where one is named (proxy.ts). Does not use the system's certificate store; NODE_EXTRA_CA_CERTS
 * works.
 */
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { messageOf } from '../../base/errors.ts'
import {
  type ClientCertificate,
  type Http,
  HttpFailure,
  type HttpReply,
  type HttpRequest,
} from '../../base/ports.ts'
import { isTurnedDown, secureContextOf } from './client-certificate.ts'
import { inflate } from './inflate.ts'
import { isSafeUrl } from './loopback.ts'
import type { ProxyFor } from './proxy.ts'
import { endOf, tunnel } from './tunnel.ts'

const MAX_BODY_BYTES = 1024 * 1024 // a token reply is a few KB; a JWKS or discovery document stays below 100 KB

/** @param proxyFor left out: always straight */
export function createHttp(proxyFor: ProxyFor = async () => undefined): Http {
  return { send: (request) => send(request, proxyFor) }
}

async function send(request: HttpRequest, proxyFor: ProxyFor): Promise<HttpReply> {
  const url = new URL(request.url)
  if (!isSafeUrl(url))
    throw new HttpFailure('network', false, `${url.host}: plain http is allowed on loopback only`)
  const progress: Progress = { host: url.host, left: false, stopped: undefined, socket: undefined }
  let interrupt: () => void = () => undefined
  const interrupted = new Promise<undefined>((resolve) => (interrupt = () => resolve(undefined)))
  const stop = (reason: 'timeout' | 'aborted'): void => {
    progress.stopped ??= reason
    progress.socket?.destroy()
    interrupt()
  }
  const onAbort = (): void => stop('aborted')
  const timer = setTimeout(stop, request.timeoutMs, 'timeout')
  request.signal?.addEventListener('abort', onAbort, { once: true })
  if (request.signal?.aborted) onAbort()
  try {
    const shown = request.certificate && ready(request.certificate, url)
    await connect(url, progress, () => Promise.race([proxyFor(url), interrupted]), shown)
    return await exchange(url, request, progress)
  } catch (error) {
    throw asFailure(error, progress, request.timeoutMs)
  } finally {
    clearTimeout(timer)
    request.signal?.removeEventListener('abort', onAbort)
    setImmediate(() => progress.socket?.destroy()) // what came is more urgent
  }
}

interface Progress {
  readonly host: string
  left: boolean
  stopped: 'timeout' | 'aborted' | undefined
  socket: Socket | undefined
}

function ready(certificate: ClientCertificate, { host }: URL): ReturnType<typeof secureContextOf> {
  try {
    return secureContextOf(certificate)
  } catch (cause) {
    const why = `${host}: the client certificate cannot be used: ${messageOf(cause)}`
    throw new HttpFailure('client-certificate', false, why, { cause })
  }
}

/** @param shown our certificate */
async function connect(
  url: URL,
  progress: Progress,
  findProxy: () => Promise<URL | undefined>,
  shown: ReturnType<typeof secureContextOf> | undefined,
): Promise<void> {
  const secure = url.protocol === 'https:'
  const { host, port } = endOf(url)
  const proxy = secure ? await findProxy() : undefined
  mustGoOn(progress)
  const through = proxy && {
    socket: await tunnel(proxy, `${url.hostname}:${port}`, (socket) => {
      progress.socket = socket
    }),
  }
  mustGoOn(progress)
  return new Promise((resolve, reject) => {
    const socket = secure
      ? connectTls({
          ...{ host, port, ...through, ...shown },
          ALPNProtocols: ['http/1.1'],
          ...(isName(host) ? { servername: host } : {}),
        })
      : connectPlain({ host, port })
    progress.socket = socket
    socket.once(secure ? 'secureConnect' : 'connect', resolve)
    socket.on('error', reject) // stays: an error after this promise ended must not become an uncaught one
    socket.once('close', () => reject(new Error('the connection was closed')))
  })
}

function mustGoOn({ stopped }: Progress): void {
  if (stopped) throw new Error('stopped before it began')
}

/** SNI carries names only (RFC 6066 §3). */
function isName(host: string): boolean {
  return !host.includes(':') && !/^[\d.]+$/.test(host)
}

function exchange(url: URL, request: HttpRequest, progress: Progress): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    const socket = progress.socket
    if (!socket || progress.stopped) return reject(new Error('stopped before it was sent'))
    progress.left = true // from the next line on, bytes may reach the server
    const out: ClientRequest = httpRequest({
      createConnection: () => socket,
      method: request.method,
      path: url.pathname + url.search,
      headers: headersOf(url, request),
      setHost: false,
    })
    out.on('error', reject)
    out.on('response', (incoming) => {
      readBody(incoming, progress).then(
        (body) => resolve({ status: incoming.statusCode ?? 0, headers: flatten(incoming), body }),
        reject,
      )
    })
    out.end(request.body)
  })
}

function headersOf(url: URL, request: HttpRequest): Record<string, string | number> {
  return {
    host: url.host,
    connection: 'close',
    'accept-encoding': 'identity', // nothing here is worth it; some compress all the same (inflate.ts)
    'user-agent': 'Lamplighter',
    ...(request.body === undefined ? {} : { 'content-length': Buffer.byteLength(request.body) }),
    ...request.headers,
  }
}

async function readBody(incoming: IncomingMessage, progress: Progress): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_BODY_BYTES)
      throw new HttpFailure('too-large', true, `${progress.host}: the reply is over 1 MiB`)
    chunks.push(chunk)
  }
  if (!incoming.complete) throw new Error('the reply was cut off')
  const inflated = inflate(Buffer.concat(chunks), incoming.headers['content-encoding'], MAX_BODY_BYTES)
  if (inflated === 'too-large')
    throw new HttpFailure('too-large', true, `${progress.host}: the reply is over 1 MiB`)
  return new TextDecoder().decode(inflated) // without a byte order mark (RFC 8259 §8.1), as fetch reads it
}

/** Lower-case already; repeated ones are joined (RFC 9110 §5.2). */
function flatten(incoming: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
}

function asFailure(error: unknown, progress: Progress, timeoutMs: number): HttpFailure {
  const { host, left, stopped } = progress
  if (error instanceof HttpFailure && !stopped) return error
  const cause = { cause: error }
  if (stopped === 'timeout')
    return new HttpFailure('timeout', left, `${host}: no reply within ${timeoutMs} ms`, cause)
  if (stopped === 'aborted')
    return new HttpFailure('aborted', left, `${host}: the request was cancelled`, cause)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (isTurnedDown(code)) {
    const why = `${host}: the server does not take the client certificate (${code})`
    return new HttpFailure('client-certificate', false, why, { ...cause, code })
  }
  const words = [code, error instanceof Error ? error.message : String(error)].filter(Boolean).join(': ')
  return new HttpFailure(isTls(code) ? 'tls' : 'network', left, `${host}: ${words}`, { ...cause, code })
}

function isTls(code: string): boolean {
  return /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO|HOSTNAME_MISMATCH)/.test(code)
}
