/** Whatever arrives where the browser should: the listener lives, and only an answer of ours uses up the sign-in. */
import { connect } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { AppError, toFailure } from '../../app/base/errors.ts'
import { Secret } from '../../app/model/secret.ts'
import { codeFrom, readCallback } from '../../app/oauth/authorization-code.ts'
import { createListener } from '../../app/platform/net/loopback-listener.ts'
import { ISSUER, resolved } from '../fakes/providers.ts'
import { anyText, fuzz } from '../support/fuzz.ts'

const STATE = 'our-state-of-this-login'
const param = fc.constantFrom(
  'code',
  'state',
  'error',
  'error_description',
  'iss',
  'error_uri',
  'response',
  'id_token',
  'access_token',
)
const value = fc.oneof(anyText(), fc.constantFrom('', STATE, ISSUER, 'access_denied', 'CANARY-code'))
const query = fc
  .array(fc.tuple(param, value), { maxLength: 6 })
  .map((pairs) => pairs.map(([name, text]) => `${name}=${form(text)}`).join('&'))

/** As a browser writes it; encodeURIComponent refuses half a surrogate pair. */
function form(text: string): string {
  return new URLSearchParams({ x: text }).toString().slice(2)
}

const address = fc.oneof(
  anyText(),
  query,
  query.map((text) => `http://127.0.0.1:1/callback?${text}`),
  fc.tuple(anyText(), anyText()).map((parts) => parts.join('#')),
  fc.tuple(anyText(), query, anyText()).map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('http://', 'HTTPS://', 'https://[', 'http://%'), anyText())
    .map((parts) => parts.join('')),
)

const PROVIDERS = [resolved(), resolved({ issuer: ISSUER }), resolved({ issuer: ISSUER, issParameter: true })]

describe('a pasted address', () => {
  it('is read, or refused in words that do not repeat it', () => {
    fc.assert(
      fc.property(address, fc.constantFrom(...PROVIDERS), (text, provider) => {
        try {
          const code = codeFrom(readCallback(text), provider, STATE)
          expect(code).toBeInstanceOf(Secret)
          expect(text).toContain(STATE)
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
          const failure = toFailure(error)
          expect(['ARGUMENT_INVALID', 'REPLY_INVALID', 'LOGIN_DENIED', 'PROVIDER_REFUSED']).toContain(
            failure.code,
          )
          expect(JSON.stringify(failure)).not.toContain(STATE)
          // Only the words of a provider that was asked by us are passed on.
          if (failure.code.endsWith('_INVALID')) expect(JSON.stringify(failure)).not.toContain('CANARY')
          expect(`${failure.message}${failure.hint}${failure.detail}`).not.toMatch(/\p{Cc}/u)
        }
      }),
      fuzz(1_500),
    )
  })
})

/** Sends the bytes, and waits until the other side has answered or hung up. */
function send(port: number, bytes: Uint8Array, patienceMs = 1_000): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    let seen = ''
    const end = (): void => {
      socket.destroy()
      resolve(seen)
    }
    socket.setTimeout(patienceMs, end)
    socket.on('data', (chunk) => {
      seen += chunk
    })
    socket.on('error', end)
    socket.on('close', end)
    socket.end(bytes)
  })
}

const line = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'OPTIONS', 'CONNECT', 'TRACE', 'get', 'PRI', ''),
      fc.oneof(
        fc.constantFrom(
          '/callback',
          '/',
          '//callback',
          '/callback/',
          '/callback%2f',
          '*',
          'http://[',
          'http://evil.test/callback?code=1',
          '/callback#code=1',
        ),
        anyText().map((text) => `/${encodeURI(wellFormed(text))}`),
      ),
      fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9', ''),
    )
    .map((parts) => parts.join(' ')),
  anyText(),
)
const header = fc.tuple(
  fc.constantFrom(
    'Host',
    'host',
    'Content-Length',
    'Transfer-Encoding',
    'Connection',
    'Upgrade',
    'Expect',
    'Cookie',
    'X',
  ),
  fc.oneof(
    fc.constantFrom(
      '127.0.0.1',
      'localhost',
      'evil.test',
      '[::1]',
      '127.0.0.1:99999',
      '-1',
      'chunked',
      '100-continue',
      'websocket',
      'A'.repeat(40_000),
    ),
    anyText(),
  ),
)
/** Requests that are almost right, and bytes that are not. None of them carries code, error or state to our path. */
const rubbish = fc.oneof(
  fc
    .tuple(line, fc.array(header, { maxLength: 5 }), anyText())
    .map(([first, headers, body]) =>
      new TextEncoder().encode([first, ...headers.map((pair) => pair.join(': ')), '', body].join('\r\n')),
    ),
  fc.uint8Array({ maxLength: 300 }),
)

function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text))
}

describe('the loopback listener', () => {
  it('survives any bytes, and still takes the one answer', async () => {
    const callback = await createListener().listen({
      host: '127.0.0.1',
      port: 0,
      path: '/callback',
      isOurs: () => true,
    })
    onTestFinished(() => callback.close())
    const cancel = new AbortController()
    let used: string | undefined
    const received = callback.received(cancel.signal).then((url) => {
      used = url
    })
    await fc.assert(
      fc.asyncProperty(fc.array(rubbish, { minLength: 1, maxLength: 8 }), async (requests) => {
        const seen = await Promise.all(requests.map((bytes) => send(callback.port, bytes)))
        for (const text of seen) expect(text).not.toMatch(/^HTTP\/1.1 (200|5\d\d)/)
        expect(used).toBeUndefined()
      }),
      fuzz(60),
    )
    const answer = `GET /callback?code=1&state=${STATE} HTTP/1.1\r\nHost: 127.0.0.1:${callback.port}\r\nConnection: close\r\n\r\n`
    expect(await send(callback.port, new TextEncoder().encode(answer), 20_000)).toMatch(/^HTTP\/1.1 200/)
    await received
    expect(used).toContain(STATE)
  })
})
