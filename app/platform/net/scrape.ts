/** One page of text for a program of this machine that asks again and again: `GET /metrics` on 127.0.0.1. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Scrape } from '../../base/ports.ts'
import { isLoopbackHost } from './loopback.ts'

export function createScrape(): Scrape {
  return {
    serve(port, page) {
      const server = createServer((request, response) => {
        answer(request, response, page).catch(() => response.writeHead(500).end())
      })
      return new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, '127.0.0.1', () => {
          const close = () =>
            new Promise<void>((closed) => {
              server.closeAllConnections()
              server.close(() => closed())
            })
          const address = server.address()
          resolve({ port: typeof address === 'object' && address ? address.port : port, close })
        })
      })
    },
  }
}

async function answer(
  { method, url, headers }: IncomingMessage,
  response: ServerResponse,
  page: Parameters<Scrape['serve']>[1],
): Promise<void> {
  // A web page whose name was made to mean this machine says that name.
  const host = URL.canParse(`http://${headers.host}`) ? new URL(`http://${headers.host}`).hostname : ''
  if (!isLoopbackHost(host)) return void response.writeHead(403).end()
  if (url !== '/metrics') return void response.writeHead(404).end()
  if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end()
  const { type, text } = await page()
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(method === 'HEAD' ? undefined : text)
}
