/**
 * The container credentials endpoint of AWS's SDKs, for as long as a program runs: on loopback, with a key of its own that
 * only that program is told. Programs that run for days get fresh keys from it by themselves.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError, toFailure } from '../base/errors.ts'
import type { AwsKeys } from './helpers/aws-keys.ts'

/** SDKs ask again five minutes before the end; by then there have to be others. */
const RENEW_BEFORE_MS = 6 * 60_000

export interface AwsEndpoint {
  /** What a program has to have in its environment. */
  readonly env: Readonly<Record<string, string>>
  close(): Promise<void>
}

/** @param keys asked for when there are none that last. @throws AppError LOGIN_PORT_TAKEN */
export async function startAwsEndpoint(
  keys: () => Promise<AwsKeys>,
  { port, now }: { readonly port: number; readonly now: () => number },
): Promise<AwsEndpoint> {
  const key = randomBytes(32).toString('base64url')
  const lasting = keptWhileLasting(keys, now)
  const server = createServer((request, response) => {
    const say = (status: number, body: object): void => {
      const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
      response.writeHead(status, headers).end(JSON.stringify(body))
    }
    const refusal = refusalOf(request, key, server)
    if (refusal) return say(...refusal)
    lasting().then(
      ({ SessionToken: Token, AccessKeyId, SecretAccessKey, Expiration }) =>
        say(200, { AccessKeyId, SecretAccessKey, Token, Expiration }),
      (error: unknown) => {
        const { code, message, hint } = toFailure(error)
        say(500, { code, message: [message, hint].filter(Boolean).join(' ') })
      },
    )
  })
  await listening(server, port)
  return {
    env: {
      AWS_CONTAINER_CREDENTIALS_FULL_URI: `http://127.0.0.1:${portOf(server)}/`,
      AWS_CONTAINER_AUTHORIZATION_TOKEN: key,
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A page in a browser reaches loopback, too: it knows no key, and comes by another name. */
function refusalOf(
  { method, url, headers }: IncomingMessage,
  key: string,
  server: Server,
): readonly [number, object] | undefined {
  if (headers.host !== `127.0.0.1:${portOf(server)}` || headers.origin !== undefined)
    return [403, { code: 'Forbidden', message: 'Not from there.' }]
  if (!isSame(headers.authorization ?? '', key))
    return [401, { code: 'Unauthorized', message: 'The key is another one.' }]
  if (method !== 'GET' || url !== '/') return [404, { code: 'NotFound', message: 'Only keys are here.' }]
  return undefined
}

function isSame(said: string, key: string): boolean {
  const [a, b] = [Buffer.from(said), Buffer.from(key)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Many of a program's threads ask at once: AWS is asked once. */
function keptWhileLasting(keys: () => Promise<AwsKeys>, now: () => number): () => Promise<AwsKeys> {
  let kept: AwsKeys | undefined
  let asking: Promise<AwsKeys> | undefined
  return async () => {
    if (kept && Date.parse(kept.Expiration) - now() > RENEW_BEFORE_MS) return kept
    asking ??= keys().finally(() => {
      asking = undefined
    })
    kept = await asking
    return kept
  }
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new AppError('LOGIN_PORT_TAKEN', `Port ${port} cannot be listened on.`, {
          cause,
          hint: 'Choose another --port.',
        }),
      )
    })
    server.listen(port, '127.0.0.1', resolve)
  })
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}
