// Starts the strict endpoint and talks to it.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'

export const DELAY_MS = 20

export async function startEndpoint(delayMs = DELAY_MS) {
  const child = fork(join(import.meta.dirname, 'endpoint-process.mjs'), [String(delayMs)])
  const [{ port }] = await once(child, 'message')
  return {
    ...endpointAt(port),
    delayMs,
    async close() {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

/** The same endpoint, from whichever process. */
export function endpointAt(port) {
  const ask = (path, body = '') => post(port, path, body)
  return {
    port,
    tokenEndpoint: `http://127.0.0.1:${port}/token`,
    /** A new family, as after a sign-in. */
    mint: (expiresInSeconds = 3600) => ask('/mint', String(expiresInSeconds)),
    /** What was asked since the last call. */
    counts: () => ask('/counts', 'reset'),
    /** The bare request that every refresh has to make. */
    refresh: (refreshToken) =>
      ask(
        '/token',
        new URLSearchParams({
          grant_type: 'refresh_token',
          refresh_token: refreshToken,
          client_id: 'c',
        }).toString(),
      ),
  }
}

/** A connection of its own, as the product does it. */
function post(port, path, body) {
  return new Promise((resolve, reject) => {
    const out = request({
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      agent: false,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
      },
    })
    out.on('error', reject)
    out.on('response', async (incoming) => {
      let text = ''
      for await (const chunk of incoming) text += chunk
      resolve(JSON.parse(text))
    })
    out.end(body)
  })
}
