/** Whatever a token endpoint answers: one of three kinds, nothing thrown, and none of what we sent in the words. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError, toFailure } from '../../app/base/errors.ts'
import type { HttpReply } from '../../app/base/ports.ts'
import { classifyAnswer } from '../../app/engine/refresh/classify-reply.ts'
import { mergeReply } from '../../app/engine/refresh/merge-reply.ts'
import { Secret } from '../../app/model/secret.ts'
import { pollDevice, startDevice } from '../../app/oauth/device-code.ts'
import { discover } from '../../app/oauth/discovery.ts'
import { exchangeCode, refreshGrant, type TokenAnswer } from '../../app/oauth/token-endpoint.ts'
import { STOCK } from '../../app/providers/providers.ts'
import { FakeClock } from '../fakes/clock.ts'
import { credential } from '../fakes/entries.ts'
import { FakeHttp } from '../fakes/http.ts'
import { ISSUER, jwt, resolved } from '../fakes/providers.ts'
import { FakeRandom } from '../fakes/random.ts'
import { anyJson, anyText, fuzz, spellings, TRICKY_SECRET } from '../support/fuzz.ts'

const MEMBERS = [
  'access_token',
  'refresh_token',
  'id_token',
  'token_type',
  'expires_in',
  'expired_in',
  'scope',
  'error',
  'code',
  'error_description',
  'message',
  'type',
  'refresh_token_expires_in',
  'account',
  'uuid',
  'status',
  'device_code',
  'user_code',
  'verification_uri',
  'verification_uri_complete',
  'interval',
  'issuer',
  'token_endpoint',
  'authorization_endpoint',
]
const OFFERED = [...STOCK, resolved()].map((one) =>
  resolved({ ...one, id: one.id, tokenEndpoint: `${ISSUER}/token`, clientId: 'c' }),
)

/** The secret as any server may give it back, alone or among other words. */
const echo = fc
  .tuple(anyText(), fc.constantFrom(...spellings(TRICKY_SECRET)), anyText())
  .map((parts) => parts.join(''))

const headers = fc.dictionary(
  fc.constantFrom('content-type', 'location', 'retry-after', 'date', 'www-authenticate', 'x-other'),
  fc.oneof(
    anyText(),
    echo,
    fc.constantFrom(
      'application/json',
      'text/html',
      '3',
      '-1',
      '1e99',
      'Fri, 31 Dec 9999 23:59:59 GMT',
      'https://x.test/#',
    ),
  ),
)

/** A reply with access_token now and then, members of every type, and claims that are none. */
const body = fc.oneof(
  anyText(),
  echo,
  anyJson(MEMBERS).map((value) => JSON.stringify(value)),
  fc.record({ error: echo, error_description: echo }).map((value) => JSON.stringify(value)),
  fc
    .tuple(
      anyJson(MEMBERS),
      anyJson(['exp', 'sub', 'email', 'name', 'https://api.openai.com/auth', 'chatgpt_account_id']),
    )
    .map(([rest, claims]) =>
      JSON.stringify({ ...Object(rest), access_token: jwt(Object(claims)), id_token: jwt(Object(claims)) }),
    ),
)

const reply: fc.Arbitrary<HttpReply> = fc.record({
  status: fc.oneof(
    fc.constantFrom(200, 302, 400, 401, 403, 408, 429, 500, 503),
    fc.integer({ min: 100, max: 599 }),
  ),
  headers,
  body,
})

/** Tokens of a success are Secret: they print as nothing. Of what we sent, nothing may be in the rest. */
function expectNoLeak(told: unknown, secret = TRICKY_SECRET): void {
  const words: string[] = []
  JSON.stringify(told, (_key, value) => {
    if (typeof value === 'string') words.push(value)
    return value instanceof Error ? { message: value.message, cause: value.cause } : value
  })
  for (const word of words) for (const spelling of spellings(secret)) expect(word).not.toContain(spelling)
}

function expectSane(answer: TokenAnswer): void {
  expect(['success', 'error', 'invalid']).toContain(answer.kind)
  if (answer.kind !== 'success') {
    if (answer.retryAfterMs !== undefined) expect(answer.retryAfterMs).toBeGreaterThanOrEqual(0)
    for (const word of Object.values(answer)) {
      if (typeof word !== 'string') continue
      // What goes to a terminal and into the history for months.
      expect(word).not.toMatch(/\p{Cc}/u)
      expect(word.length).toBeLessThanOrEqual(2_000)
    }
    return
  }
  const { expiresAtMs, grantExpiresAtMs, account } = answer.reply
  for (const atMs of [expiresAtMs, grantExpiresAtMs]) {
    if (atMs !== undefined) expect(Number.isNaN(new Date(atMs).getTime())).toBe(false)
  }
  for (const part of Object.values(account)) expect(typeof part).toBe('string')
}

function world(answer: HttpReply) {
  return { http: new FakeHttp().always('*', answer), clock: new FakeClock(), random: new FakeRandom() }
}

describe('a token endpoint that answers anything', () => {
  it('is understood as one of three kinds, for every provider, and repeats nothing we sent', async () => {
    await fc.assert(
      fc.asyncProperty(reply, fc.constantFrom(...OFFERED), async (answer, provider) => {
        const seen = credential({ refresh: TRICKY_SECRET, scope: ['a'] })
        const told = await refreshGrant(world(answer), provider, seen, { timeoutMs: 1 })
        expectSane(told)
        expectNoLeak(told)
        const meaning = classifyAnswer(told)
        expectNoLeak(meaning)
        if (meaning.kind === 'success') expect(mergeReply(seen, meaning.reply).generation).toBe(2)
      }),
      fuzz(700),
    )
  })

  it('repeats neither code, verifier, state nor client secret', async () => {
    await fc.assert(
      fc.asyncProperty(
        reply,
        fc.constantFrom('code', 'verifier', 'state', 'client'),
        async (answer, which) => {
          const put = (name: string): Secret => new Secret(name === which ? TRICKY_SECRET : `plain-${name}`)
          const provider = resolved({
            exchangeExtras: ['state', 'code_challenge'],
            clientSecret: put('client'),
          })
          const grant = {
            code: put('code'),
            verifier: put('verifier'),
            state: put('state').expose(),
            redirectUri: 'http://127.0.0.1:1/callback',
            challenge: 'challenge',
          }
          const told = await exchangeCode(world(answer), provider, grant, { timeoutMs: 1 })
          expectSane(told)
          expectNoLeak(told)
        },
      ),
      fuzz(300),
    )
  })

  it('may have given out a refresh token of any characters, which is hidden all the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyText().filter((text) => text.length >= 12),
        async (secret) => {
          const echoes = { error: 'invalid_grant', error_description: `bad token ${secret}` }
          const told = await refreshGrant(
            world({ status: 400, headers: {}, body: JSON.stringify(echoes) }),
            resolved(),
            credential({ refresh: secret }),
            { timeoutMs: 1 },
          )
          expect(told).toMatchObject({ kind: 'error', error: 'invalid_grant' })
          expect(JSON.stringify(told)).not.toContain(JSON.stringify(secret).slice(1, -1))
        },
      ),
      fuzz(300),
    )
  })
})

const DOCUMENTED = [
  'LOGIN_UNAVAILABLE',
  'PROVIDER_UNREACHABLE',
  'PROVIDER_REFUSED',
  'REPLY_INVALID',
  'LOGIN_DENIED',
  'LOGIN_TIMEOUT',
]

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'ok',
    (error: unknown) => (error instanceof AppError ? error.code : `surprise: ${String(error)}`),
  )
}

describe('a device endpoint that answers anything', () => {
  it('yields a code a person can use, or a documented error', async () => {
    await fc.assert(
      fc.asyncProperty(reply, async (answer) => {
        const ports = world(answer)
        const started = startDevice(ports, resolved({ devicePkce: true }))
        expect(['ok', ...DOCUMENTED]).toContain(await codeOf(started))
        // All of it is shown, in a terminal too.
        for (const words of Object.values(await started.catch(toFailure)))
          expect(String(words)).not.toMatch(/\p{Cc}/u)
      }),
      fuzz(300),
    )
  })

  it('is asked until the code has run out at the latest, and not too often', async () => {
    await fc.assert(
      fc.asyncProperty(reply, async (answer) => {
        const ports = world(answer)
        const start = {
          deviceCode: new Secret(TRICKY_SECRET),
          userCode: 'AB',
          verificationUri: ISSUER,
          expiresAtMs: ports.clock.now() + 60_000,
          intervalMs: 5_000,
        }
        const polled = pollDevice(ports, resolved(), start, new AbortController().signal)
        expect(['ok', ...DOCUMENTED]).toContain(await codeOf(ports.clock.run(polled)))
        expect(ports.http.requests.length).toBeLessThanOrEqual(12)
      }),
      fuzz(60),
    )
  })
})

describe('an issuer that publishes anything', () => {
  it('is refused with a documented error, or names safe endpoints only', async () => {
    await fc.assert(
      fc.asyncProperty(reply, fc.boolean(), async (answer, honest) => {
        const told = honest ? { ...answer, status: 200, body: withIssuer(answer.body) } : answer
        const metadata = await discover(world(told).http, ISSUER).catch((error: unknown) => {
          expect(error).toBeInstanceOf(AppError)
        })
        if (metadata?.tokenEndpoint)
          expect(metadata.tokenEndpoint).toMatch(/^(https:|http:\/\/(127\.|localhost|\[::1\]))/)
      }),
      fuzz(300),
    )
  })
})

function withIssuer(text: string): string {
  try {
    return JSON.stringify({ ...Object(JSON.parse(text)), issuer: ISSUER })
  } catch {
    return text
  }
}
