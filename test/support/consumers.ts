/** Real programs that take a token from a helper, where they are installed, and the loopback servers that they talk to. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import { describe } from 'vitest'
import type { Certificate } from './certificate.ts'

/** `npm run test:consumers` installs them all: then one that is missing is a failure. */
const MUST_RUN = process.env['LAMPLIGHTER_CONSUMERS'] === 'all'

export function has(program: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.some((folder) => existsSync(join(folder, program)))
}

/**
 * Runs where the program is installed, and says so where not.
 * @param trial words for a program that may be there and yet only a way to another (rustup's cargo): it must end well
 */
export function describeConsumer(program: string, body: () => void, trial?: readonly string[]): void {
  const isThere = has(program) && (trial === undefined || spawnSync(program, trial).status === 0)
  if (isThere || MUST_RUN) describe(program, body)
  else describe.skip(`${program} (is not installed here: npm run test:consumers)`, body)
}

export interface Request {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
  /** Out of the Authorization header: the password of Basic, or what stands after the scheme. */
  readonly token: string | undefined
}

export interface DemandingServer {
  readonly port: number
  /** "https://localhost:4711" */
  readonly origin: string
  readonly seen: readonly Request[]
  close(): Promise<void>
}

/** @param answer writes the whole reply */
export async function startServer(
  answer: (request: Request, response: ServerResponse) => void | Promise<void>,
  tls?: Certificate,
): Promise<DemandingServer> {
  const seen: Request[] = []
  const listener = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const { method = '', url: path = '', headers } = incoming
    const request = {
      method,
      path,
      headers,
      body: Buffer.concat(chunks),
      token: tokenIn(headers.authorization),
    }
    seen.push(request)
    await answer(request, response)
  }
  const respond = (incoming: IncomingMessage, response: ServerResponse): void =>
    void listener(incoming, response)
  const server = tls ? createHttps({ key: tls.key, cert: tls.cert }, respond) : createHttp(respond)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    origin: tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function tokenIn(authorization: string | undefined): string | undefined {
  const [scheme = '', value = ''] = (authorization ?? '').split(' ')
  if (authorization === undefined) return undefined
  if (scheme.toLowerCase() !== 'basic') return value || scheme
  return Buffer.from(value, 'base64')
    .toString()
    .replace(/^[^:]*:/, '')
}

/** 401, as RFC 6750 and RFC 7617 have it. @returns true where it was answered so */
export function demands(
  token: string,
  request: Request,
  response: ServerResponse,
  scheme = 'Basic',
): boolean {
  if (request.token === token) return false
  response
    .writeHead(401, { 'www-authenticate': `${scheme} realm="test"`, 'content-type': 'text/plain' })
    .end('Unauthorized')
  return true
}
