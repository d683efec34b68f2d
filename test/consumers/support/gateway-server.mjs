// A gateway of a person's own in front of a model, and an MCP server, at 127.0.0.1:8080 of the namespace in which this runs.
// Both want the token that they are told of, or any but that one; whoever started it hears of each request.
import { createServer } from 'node:http'

let isGood = () => false
process.on('message', ({ wanted, refused }) => {
  isGood = (token) => (wanted === undefined ? token !== undefined && token !== refused : token === wanted)
  process.send?.({ kind: 'set' })
})
process.on('disconnect', () => process.exit())

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    process.send?.({ kind: 'fault', text: String(error?.stack ?? error) })
    response.destroy()
  })
})
server.listen(8080, '127.0.0.1', () => process.send?.({ kind: 'ready' }))

async function answer(request, response) {
  let body = ''
  for await (const chunk of request) body += chunk
  const [path] = (request.url ?? '').split('?')
  const token = request.headers.authorization?.replace(/^Bearer /, '')
  process.send?.({ kind: 'request', path, token, key: request.headers['x-api-key'] })
  const json = (status, value) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  if (request.method !== 'POST') return json(404, {})
  if (!isGood(token))
    return json(401, { type: 'error', error: { type: 'authentication_error', message: 'no' } })
  if (path === '/mcp') return mcp(JSON.parse(body), response, json)
  if (path.endsWith('/messages')) return events(response, MESSAGE)
  if (path.endsWith('/responses')) return events(response, RESPONSE)
  json(404, {})
}

function mcp({ id, method, params }, response, json) {
  if (id === undefined) return response.writeHead(202).end()
  const about = {
    protocolVersion: params?.protocolVersion,
    capabilities: { tools: {} },
    serverInfo: { name: 'tickets', version: '1' },
  }
  json(200, { jsonrpc: '2.0', id, result: method === 'initialize' ? about : { tools: [] } })
}

function events(response, all) {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  for (const one of all) response.write(`event: ${one.type}\ndata: ${JSON.stringify(one)}\n\n`)
  response.end()
}

const WORDS = 'The gateway says hello.'

const MESSAGE = [
  {
    type: 'message_start',
    message: {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: 'claude-test',
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage: { input_tokens: 1, output_tokens: 1 },
    },
  },
  { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
  { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: WORDS } },
  { type: 'content_block_stop', index: 0 },
  {
    type: 'message_delta',
    delta: { stop_reason: 'end_turn', stop_sequence: null },
    usage: { output_tokens: 5 },
  },
  { type: 'message_stop' },
]

const RESPONSE = [
  { type: 'response.created', response: { id: 'resp_1' } },
  {
    type: 'response.output_item.done',
    item: {
      type: 'message',
      id: 'item_1',
      role: 'assistant',
      content: [{ type: 'output_text', text: WORDS }],
    },
  },
  {
    type: 'response.completed',
    response: {
      id: 'resp_1',
      usage: {
        input_tokens: 1,
        input_tokens_details: null,
        output_tokens: 1,
        output_tokens_details: null,
        total_tokens: 2,
      },
    },
  },
]
