// What OpenClaw talks to: OpenAI's token endpoint and ChatGPT's models, at addresses that only the namespace has in which
// this runs. Whoever started it hears of each request, and says over the same channel how the next ones are answered.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { accessToken } from './chatgpt-token.mjs'

const [address, keyPath, certPath] = process.argv.slice(2)
/** Changed by messages: the numbers of the tokens that are good now, and how the token endpoint behaves. */
const state = { generation: 1, status: 200, delayMs: 0, expiresIn: 3_600 }

process.on('message', (change) => {
  Object.assign(state, change)
  process.send?.({ kind: 'set' })
})
process.on('disconnect', () => process.exit())

const server = createServer(
  { key: readFileSync(keyPath), cert: readFileSync(certPath) },
  (request, response) => {
    answer(request, response).catch((error) => {
      process.send?.({ kind: 'fault', text: String(error?.stack ?? error) })
      response.destroy()
    })
  },
)
server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 426 Upgrade Required\r\n\r\n'))
server.listen(443, address, () => process.send?.({ kind: 'ready' }))

async function answer(request, response) {
  let body = ''
  for await (const chunk of request) body += chunk
  const host = request.headers.host ?? ''
  const [path] = (request.url ?? '').split('?')
  if (path === '/oauth/token') return token(new URLSearchParams(body), response)
  const bearer = (request.headers.authorization ?? '').replace(/^Bearer /, '')
  const account = request.headers['chatgpt-account-id']
  process.send?.({ kind: 'request', host, path, method: request.method, bearer, account })
  if (path.endsWith('/responses') && request.method === 'POST') return turn(bearer, response)
  json(response, 404, { error: { message: 'nothing here' } })
}

async function token(form, response) {
  const sent = form.get('refresh_token') ?? ''
  const { status, delayMs, generation } = state
  process.send?.({ kind: 'token', sent, status })
  const isGood = sent === `refresh-${generation}`
  if (status === 200 && isGood) state.generation++
  await new Promise((resolve) => setTimeout(resolve, delayMs))
  if (status !== 200) return json(response, status, { error: 'temporarily_unavailable' })
  if (!isGood) return json(response, 401, { error: { code: 'refresh_token_reused', message: 'used' } })
  json(response, 200, {
    access_token: accessToken(state.generation),
    refresh_token: `refresh-${state.generation}`,
    token_type: 'Bearer',
    expires_in: state.expiresIn,
    scope: 'openid profile email offline_access',
  })
}

/** One turn of a model: "ok", as the Responses API streams it. */
function turn(bearer, response) {
  if (state.refused === bearer)
    return json(response, 401, { error: { message: 'no', code: 'token_expired' } })
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const id = 'resp_1'
  const item = { type: 'message', id: 'msg_1', role: 'assistant', status: 'in_progress', content: [] }
  const part = { type: 'output_text', text: 'ok', annotations: [] }
  const done = { ...item, status: 'completed', content: [part] }
  const usage = {
    input_tokens: 1,
    output_tokens: 1,
    total_tokens: 2,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens_details: { reasoning_tokens: 0 },
  }
  const at = { item_id: item.id, output_index: 0, content_index: 0 }
  const events = [
    { type: 'response.created', response: { id, object: 'response', status: 'in_progress', output: [] } },
    { type: 'response.output_item.added', output_index: 0, item },
    { type: 'response.content_part.added', ...at, part: { ...part, text: '' } },
    { type: 'response.output_text.delta', ...at, delta: 'ok' },
    { type: 'response.output_text.done', ...at, text: 'ok' },
    { type: 'response.content_part.done', ...at, part },
    { type: 'response.output_item.done', output_index: 0, item: done },
    {
      type: 'response.completed',
      response: { id, object: 'response', status: 'completed', output: [done], usage },
    },
  ]
  for (const event of events) response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
  response.end()
}

function json(response, status, value) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
