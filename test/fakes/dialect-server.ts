/** A token endpoint over real sockets that says what it is told to: compressed or cut off, where that is wanted. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import type { Said } from './dialects.ts'

export interface Wire {
  /** How the body travels. */
  readonly coding?: keyof typeof CODINGS
  /** Whether that is announced in Content-Encoding. */
  readonly announced?: boolean
}

const CODINGS = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync } as const

/** The connection is closed without a word. */
export const CLOSES = 'closes'

export interface DialectServer {
  readonly tokenEndpoint: string
  /** The forms that came. */
  readonly asked: readonly Readonly<Record<string, string>>[]
  close(): Promise<void>
}

/** @param say told the number of the request, 1 for the first */
export async function startDialectServer(
  say: (serial: number) => (Said & Wire) | typeof CLOSES,
): Promise<DialectServer> {
  const asked: Readonly<Record<string, string>>[] = []
  const server = createServer(async (request, response) => {
    asked.push(Object.fromEntries(new URLSearchParams(await textOf(request))))
    const said = say(asked.length)
    if (said === CLOSES) return void request.socket.destroy()
    const { coding, announced, status, headers, body } = said
    const told = coding && announced ? { 'content-encoding': coding } : {}
    response.writeHead(status, { ...headers, ...told })
    response.end(coding ? CODINGS[coding](body) : body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    tokenEndpoint: `http://127.0.0.1:${port}/token`,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
