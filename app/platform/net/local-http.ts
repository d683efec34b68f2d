/** HTTP for programs of this machine. A port is taken on 127.0.0.1 alone; a socket lies in a folder that only we enter. */
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createConnection } from 'node:net'
import { dirname } from 'node:path'
import type { LocalAddress, LocalHttp, LocalReply, LocalRequest } from '../../base/local-http.ts'
import { codeOf } from '../files/system-error.ts'
import { isLoopbackHost } from './loopback.ts'

const MOST_BYTES = 16 * 1024
const SLOWEST_MS = 10_000
/** Whoever has it in front of them may use it: that nobody else has, the folder sees to. */
const SOCKET_MODE = 0o666
/** It is what a container gets to see, with a user of its own in it; the folder around it is ours alone. */
const FOLDER_MODE = 0o711

type Answer = (request: LocalRequest) => Promise<LocalReply>

export function createLocalHttp(): LocalHttp {
  return {
    async serve(at, answer) {
      if ('socket' in at) await makeRoom(at.socket)
      const server = createServer(
        { requestTimeout: SLOWEST_MS, headersTimeout: SLOWEST_MS },
        (request, response) => {
          respond(at, answer, request, response).catch(() => {
            if (response.headersSent) response.destroy()
            else response.writeHead(500).end()
          })
        },
      )
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        if ('socket' in at) server.listen(at.socket, resolve)
        else server.listen(at.port, '127.0.0.1', resolve)
      })
      if ('socket' in at) chmodSync(at.socket, SOCKET_MODE)
      const address = server.address()
      return {
        port: typeof address === 'object' && address ? address.port : 0,
        close: () =>
          new Promise((closed) => {
            server.closeAllConnections()
            server.close(() => closed())
          }),
      }
    },
  }
}

/** What a host that was killed left behind goes; what somebody answers stays, and listening fails. */
async function makeRoom(path: string): Promise<void> {
  const folder = dirname(path)
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 })
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, FOLDER_MODE)
  const isServed = await new Promise<boolean>((resolve) => {
    const probe = createConnection(path, () => resolve(true)).once('error', (error) =>
      resolve(codeOf(error) !== 'ECONNREFUSED' && codeOf(error) !== 'ENOENT'),
    )
    probe.once('connect', () => probe.destroy())
  })
  if (!isServed) rmSync(path, { force: true })
}

async function respond(
  at: LocalAddress,
  answer: Answer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = '', url = '', headers } = request
  // A web page whose name was made to mean this machine says that name.
  if ('port' in at && !isLocal(headers.host)) return void response.writeHead(403).end()
  const body = await textOf(request)
  if (body === undefined) return void response.writeHead(413, { connection: 'close' }).end()
  const [path = ''] = url.split('?')
  const plain = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value[0] : value,
  ])
  const {
    status,
    type,
    headers: more,
    body: said,
  } = await answer({ method, path, headers: Object.fromEntries(plain), body })
  response.writeHead(status, {
    ...(type === undefined ? {} : { 'content-type': type }),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...more,
  })
  response.end(said)
}

function isLocal(host: string | undefined): boolean {
  return URL.canParse(`http://${host}`) && isLoopbackHost(new URL(`http://${host}`).hostname)
}

/** Undefined where it is more than anybody needs to say. */
async function textOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
