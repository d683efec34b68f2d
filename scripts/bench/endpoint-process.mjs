// A token endpoint that takes its time and forgives nothing: each refresh token works once, and a second use ends its
// whole family (RFC 9700 §4.14). In a process of its own, so that its work is not counted as ours.
// `node endpoint-process.mjs DELAY_MS`, and fork()ed: says {port} once it listens.
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'

const delayMs = Number(process.argv[2] ?? 20)
const families = new Map() // refresh token -> family
const counts = { requests: 0, refused: 0, revoked: 0 }

const server = createServer(async (request, response) => {
  const body = await textOf(request)
  if (request.url === '/token') {
    counts.requests++
    const answer = exchange(new URLSearchParams(body).get('refresh_token') ?? '')
    setTimeout(() => reply(response, answer.status, answer.body), delayMs)
  } else if (request.url === '/mint') {
    reply(response, 200, issue({ current: '', isDead: false, expiresIn: Number(body) || 3600 }))
  } else if (request.url === '/counts') {
    reply(response, 200, counts)
    if (body === 'reset') Object.assign(counts, { requests: 0, refused: 0, revoked: 0 })
  } else reply(response, 404, {})
})
server.keepAliveTimeout = 0
server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }))
process.on('disconnect', () => process.exit(0))

function exchange(token) {
  const family = families.get(token)
  if (family && !family.isDead && family.current === token) return { status: 200, body: issue(family) }
  counts.refused++
  if (family && !family.isDead) {
    family.isDead = true
    counts.revoked++
  }
  return { status: 400, body: { error: 'invalid_grant' } }
}

function issue(family) {
  family.current = `rt-${randomBytes(24).toString('base64url')}`
  families.set(family.current, family)
  return {
    access_token: `at-${randomBytes(24).toString('base64url')}`,
    refresh_token: family.current,
    token_type: 'Bearer',
    expires_in: family.expiresIn,
  }
}

async function textOf(request) {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

function reply(response, status, body) {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}
