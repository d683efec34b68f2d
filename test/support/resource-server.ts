/** A server that takes access tokens (RFC 6750), and refuses as it is told to. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Seen {
  readonly method: string
  readonly path: string
  readonly token: string
  readonly body: string
}

export interface ResourceServer {
  readonly url: string
  readonly seen: readonly Seen[]
  /** The answer to each request; undefined is 200 "fine"; a promise may never come true. */
  answer: (request: Seen) => Answer | undefined | Promise<Answer>
  close(): Promise<void>
}

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** RFC 6750 §3.1 */
export const INVALID_TOKEN: Answer = {
  status: 401,
  headers: { 'www-authenticate': 'Bearer error="invalid_token", error_description="The token expired"' },
}

export async function startResourceServer(): Promise<ResourceServer> {
  const seen: Seen[] = []
  const server = createServer((request, response) => void reply(request, response))
  const resource: ResourceServer = {
    get url() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    },
    seen,
    answer: () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of request) body += chunk
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
    const one = { method: request.method ?? '', path: request.url ?? '', token, body }
    seen.push(one)
    const { status, headers = {}, body: said = 'fine' } = (await resource.answer(one)) ?? { status: 200 }
    response.writeHead(status, headers).end(said)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return resource
}
