/** Receives one redirect on this machine (RFC 8252 §7.3, §8.3): open just before the browser, closed on the answer. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError } from '../../base/errors.ts'
import type { Callback, Listener, Redirect } from '../../base/ports.ts'
import { codeOf } from '../files/system-error.ts'
import { callbackPage, PAGE_HEADERS } from './callback-page.ts'
import { isLoopbackHost } from './loopback.ts'

/** A code is exchanged within this time, as a rule; nobody looks at an empty tab for longer. */
const PAGE_WAIT_MS = 2_000
/** Of the ports that the system calls free on IPv4, how many may be taken on IPv6 before we give up. */
const FREE_PORT_TRIES = 5
const MOST_FORM_BYTES = 32 * 1024 // as much as an address may have
const LINGER_MS = 300 // browsers open spare connections and never use them

export function createListener(): Listener {
  return { listen }
}

async function listen(redirect: Redirect): Promise<Callback> {
  let arrived: (url: string) => void = () => undefined
  const first = new Promise<string>((resolve) => {
    arrived = resolve
  })
  const waiting = new Set<(page?: string) => void>()
  const conclude = (page?: string): void => {
    for (const show of waiting) show(page)
  }
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    formOf(request).then(
      (form) => respond(request, response, { redirect, form }, { arrived, waiting }),
      () => void response.writeHead(413, PAGE_HEADERS).end(), // it says far too much, or went away half-way
    )
  }
  const servers = await startAll(redirect, answer)
  const [server] = servers
  return {
    port: portOf(server),
    received: (signal) => orAborted(first, signal),
    conclude: (why) => conclude(why === undefined ? callbackPage('arrived') : callbackPage('refused', why)),
    async close() {
      conclude()
      await Promise.all(servers.map(stop))
    },
  }
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void
type Servers = readonly [Server, ...Server[]]

/** "localhost" may mean ::1 to the browser: with the port taken there, the answer would go to whoever has it. */
async function startAll({ host, port }: Redirect, answer: Answer): Promise<Servers> {
  for (let tries = 1; ; tries++) {
    const server = await start(port, host === '[::1]' ? '::1' : '127.0.0.1', answer)
    if (host !== 'localhost') return [server]
    try {
      return [server, await start(portOf(server), '::1', answer)]
    } catch (error) {
      if (!isTaken(error)) return [server] // no IPv6 on this machine
      await stop(server)
      if (port !== 0 || tries === FREE_PORT_TRIES) throw error
    }
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof AppError && error.code === 'LOGIN_PORT_TAKEN'
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

function respond(
  request: IncomingMessage,
  response: ServerResponse,
  { redirect, form }: { readonly redirect: Redirect; readonly form: string | undefined },
  { arrived, waiting }: { arrived: (url: string) => void; waiting: Set<(page?: string) => void> },
): void {
  const { status, page = '', url } = judge(request, form, redirect)
  if (!url) return void response.writeHead(status, PAGE_HEADERS).end(page)
  const show = (told: string = page): void => {
    clearTimeout(timer)
    waiting.delete(show)
    response.writeHead(status, PAGE_HEADERS).end(told)
  }
  const timer = setTimeout(show, PAGE_WAIT_MS)
  waiting.add(show)
  // Whoever says no more hears nothing later: Node.js ends the connection after this.
  request.socket.prependOnceListener('end', () => waiting.has(show) && show())
  arrived(url)
}

/** OAuth 2.0 Form Post Response Mode: the answer as a form. Undefined: as the query of the address. */
async function formOf(request: IncomingMessage): Promise<string | undefined> {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  if (request.method !== 'POST' || !isForm) return undefined
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MOST_FORM_BYTES) throw new Error('the form is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function judge(
  request: IncomingMessage,
  form: string | undefined,
  { path, isOurs }: Redirect,
): { status: number; page?: string; url?: string } {
  const text = `http://${request.headers.host ?? ''}${request.url ?? '/'}`
  const url = URL.canParse(text) ? new URL(text) : undefined
  // A name that merely resolves to this machine is how DNS rebinding looks.
  if (!url || !isLoopbackHost(url.hostname)) return { status: 403 }
  if (url.pathname !== path) return { status: 404 }
  if (request.method !== 'GET' && form === undefined) return { status: 405 }
  if (form !== undefined) url.search = form
  const isAnswer = ['code', 'error', 'state'].some((name) => url.searchParams.has(name))
  if (!isAnswer) return { status: 400, page: callbackPage('empty') } // a prefetch must not use up the login
  if (!isOurs(url.href)) return { status: 400, page: callbackPage('foreign') }
  const page = callbackPage(url.searchParams.has('error') ? 'refused' : 'arrived')
  return { status: 200, page, url: url.href }
}

function start(port: number, host: string, answer: Answer): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ maxHeaderSize: 32 * 1024 }, answer)
    server.once('error', (error) => reject(asPortError(error, port)))
    server.listen({ port, host, exclusive: true }, () => resolve(server))
  })
}

/** Windows says EACCES for ports that Hyper-V has reserved. */
function asPortError(error: Error, port: number): AppError {
  const isTaken = ['EADDRINUSE', 'EACCES'].includes(codeOf(error) ?? '')
  if (!isTaken) return new AppError('INTERNAL', `Listening on 127.0.0.1:${port} failed.`, { cause: error })
  return new AppError('LOGIN_PORT_TAKEN', `Port ${port} is in use, and the provider answers to no other.`, {
    cause: error,
    hint: 'Close the program that uses it, or paste the address the browser ends on.',
  })
}

function orAborted(first: Promise<string>, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      const { reason } = signal
      reject(
        reason instanceof AppError
          ? reason
          : new AppError('LOGIN_CANCELLED', 'The login was cancelled.', { cause: reason }),
      )
    }
    if (signal.aborted) return onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    void first.then((url) => {
      signal.removeEventListener('abort', onAbort)
      resolve(url)
    })
  })
}

/** Lets a page that is on its way arrive, then cuts what is left. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), LINGER_MS)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}
