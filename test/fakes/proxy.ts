/** A forward proxy on this machine that takes every tunnel to one place. Remembers what it was asked for. */
import { createServer, type IncomingMessage } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { promisify } from 'node:util'

export interface ForwardProxy {
  readonly port: number
  /** "CONNECT login.example.test:443 Basic bWU6cHc=", in the order they came. */
  readonly asked: string[]
  /** Connections to it that are open now. */
  open(): Promise<number>
  close(): void
}

export interface ProxyOptions {
  /** Where every tunnel ends. */
  readonly to?: number
  /** What it says instead of opening a tunnel; an empty text closes the connection. */
  readonly answer?: string
  /** A proxy that is spoken to over TLS. */
  readonly tls?: { readonly key: Buffer; readonly cert: Buffer }
}

export async function startProxy({ to = 0, answer, tls }: ProxyOptions): Promise<ForwardProxy> {
  const asked: string[] = []
  const sockets = new Set<Duplex>()
  const server = tls ? createSecureServer(tls) : createServer()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    const { method, url, headers } = request
    asked.push([method, url, headers['proxy-authorization']].filter(Boolean).join(' '))
    socket.on('error', () => socket.destroy())
    if (answer !== undefined) return void socket.end(answer)
    const onward = connect(to, 'localhost', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      socket.pipe(onward).pipe(socket)
    })
    sockets.add(onward)
    onward.on('error', () => socket.destroy())
    onward.on('close', () => socket.resume()) // else it would not hear that the other side is gone too
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    open: () => promisify(server.getConnections.bind(server))(),
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
