// What stands before the real provider: counts token requests, and can be slow, drop, narrow and lie.
import { createHash } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { certificateHeaders } from './certificates.mjs'
import { readBody } from './pages.mjs'

export const NO_ROTATION = 'x-fake-no-rotation'
const hash = (token) => createHash('sha256').update(token).digest('hex').slice(0, 12)

/** @param {() => number} innerPort where the provider listens @param {(options: object) => Promise<object>} mint */
export function createFront(innerPort, mint) {
  const faults = []
  const sentOnce = new Set() // hashes of refresh tokens that reached the provider
  const turns = new Map() // hash -> the last request with it; a real provider spends a token atomically too
  const record = {
    /** Every token request: `{ atMs, grantType, clientId, encoding, refreshToken (hashed), fault, status, error }`. */
    token: [],
    /** Times a refresh token reached the provider that had reached it before: with rotation, each can cost the grant. */
    reuses: 0,
    invalidGrants: 0,
    /** Paths of everything else. */
    other: [],
    count(grantType = 'refresh_token') {
      return record.token.filter((one) => one.grantType === grantType).length
    },
    reset() {
      record.token.length = 0
      record.other.length = 0
      record.reuses = 0
      record.invalidGrants = 0
    },
  }

  function fault(next) {
    const planned = { times: 1, ...next }
    faults.push(planned)
    return () => {
      planned.times = 0
    }
  }

  function takeFault(grantType) {
    const fits = (one) => one.times > 0 && (one.grantType === undefined || one.grantType === grantType)
    const planned = faults.find(fits)
    if (planned !== undefined) planned.times -= 1
    return planned
  }

  async function handle(request, response) {
    const body = await readBody(request)
    const path = new URL(request.url, 'http://front').pathname
    if (request.method !== 'POST' || path !== '/token') {
      record.other.push(`${request.method} ${path}`)
      return relay(response, await forward(request, body))
    }
    const json = request.headers['content-type']?.startsWith('application/json') ?? false
    const params = new URLSearchParams(json ? JSON.parse(body) : body)
    await answerToken(request, response, params, json ? 'json' : 'form')
  }

  async function answerToken(request, response, params, encoding) {
    const sent = params.get('refresh_token')
    const seen = {
      atMs: Date.now(),
      grantType: params.get('grant_type'),
      clientId: params.get('client_id'),
      encoding,
      ...(request.socket.encrypted ? { certified: true } : {}),
      ...(sent ? { refreshToken: hash(sent) } : {}),
    }
    record.token.push(seen)
    const planned = takeFault(seen.grantType)
    if (planned) seen.fault = planned.kind

    if (planned?.kind === 'delay') await sleep(planned.ms)
    if (planned?.kind === 'hold') await planned.until
    if (planned?.kind === 'drop-before') return request.socket.destroy()
    const canned = planned && cannedReply(planned)
    if (canned) {
      seen.status = canned.status
      return relay(response, canned)
    }
    if (planned?.kind === 'narrow') params.set('scope', planned.scope)
    const extra = planned?.kind === 'omit-refresh-token' ? { [NO_ROTATION]: 'yes' } : {}
    if (sent && sentOnce.has(hash(sent))) record.reuses += 1
    if (sent) sentOnce.add(hash(sent))
    const reply = await inTurn(sent ?? '', () => forward(request, params.toString(), extra))
    note(seen, reply)
    if (planned?.kind === 'drop-after') return request.socket.destroy()
    return relay(response, await twist(planned, reply))
  }

  function inTurn(token, act) {
    const turn = (turns.get(hash(token)) ?? Promise.resolve()).then(act, act)
    turns.set(hash(token), turn)
    return turn
  }

  function note(seen, reply) {
    const answer = JSON.parse(reply.body)
    seen.status = reply.status
    if (answer.error) seen.error = answer.error
    if (answer.error === 'invalid_grant') record.invalidGrants += 1
  }

  async function twist(planned, reply) {
    if (reply.status !== 200) return reply
    const answer = JSON.parse(reply.body)
    if (planned?.kind === 'omit-refresh-token') delete answer.refresh_token
    if (planned?.kind === 'other-account')
      Object.assign(answer, await mint({ account: planned.account ?? 'mallory' }))
    if (planned?.kind === 'change') Object.assign(answer, planned.members)
    return { ...reply, body: JSON.stringify(answer) }
  }

  /** To the provider, with the caller's Host: it builds its addresses from it. */
  function forward(request, body, extra = {}) {
    const { 'content-length': _length, 'transfer-encoding': _encoding, ...headers } = request.headers
    if (request.url.startsWith('/token')) headers['content-type'] = 'application/x-www-form-urlencoded'
    return new Promise((resolve, reject) => {
      const inner = httpRequest({
        host: '127.0.0.1',
        port: innerPort(),
        method: request.method,
        path: request.url,
        headers: {
          ...headers,
          ...certificateHeaders(request.socket),
          ...extra,
          'content-length': Buffer.byteLength(body),
        },
      })
      inner.on('error', reject)
      inner.on('response', (reply) => {
        readBody(reply).then(
          (text) => resolve({ status: reply.statusCode, headers: reply.headers, body: text }),
          reject,
        )
      })
      inner.end(body)
    })
  }

  return { handle, fault, record }
}

function cannedReply(planned) {
  const json = (status, body, headers = {}) => ({
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  switch (planned.kind) {
    case 'rate-limited':
      return json(429, { error: 'rate_limited' }, { 'retry-after': String(planned.retryAfter ?? 30) })
    case 'server-error':
      return json(500, { error: 'server_error' })
    case 'error': // any RFC 6749 §5.2 error, the provider untouched
      return json(planned.status ?? 400, { error: planned.error, error_description: planned.description })
    case 'html':
      return {
        status: planned.status ?? 200,
        headers: { 'content-type': 'text/html' },
        body: '<!doctype html><title>Welcome to the hotel network</title>',
      }
    default:
      return undefined
  }
}

function relay(response, { status, headers, body }) {
  const {
    'transfer-encoding': _encoding,
    'content-length': _length,
    connection: _connection,
    ...kept
  } = headers
  response.writeHead(status, { ...kept, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}
