// The servers of the programs' providers, as far as a sign-in and a refresh go, at an address that only the namespace has in
// which this runs. Whoever started it hears of each request, and says over the same channel how the next ones are answered.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { chatGptTokens } from './codex-tokens.mjs'
import { amazon } from './servers/amazon.mjs'
import { github } from './servers/github.mjs'
import { google } from './servers/google.mjs'
import { kimi } from './servers/kimi.mjs'
import { microsoft } from './servers/microsoft.mjs'

/** By the end of the host's name; what is none of these answers below. */
const SERVERS = [
  [/github(copilot)?\.com$/, github],
  [/amazonaws\.com$/, amazon],
  [/(microsoftonline|azure)\.com$/, microsoft],
  [/googleapis\.com$/, google],
  [/kimi\.com$/, kimi],
]

const [address, keyPath, certPath] = process.argv.slice(2)
/** Changed by messages: the number of the tokens that are good now, how slow the answer is, whether the code was entered. */
const state = { generation: 1, delayMs: 0, isApproved: false }

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
  const { headers } = request
  const { host = '' } = headers
  const [path] = (request.url ?? '').split('?')
  const sent = fieldsOf(body)
  const grant = sent.grant_type ?? sent.grantType
  const bearer = headers['x-amz-sso_bearer_token']
  process.send?.({
    kind: 'request',
    host,
    path,
    grant,
    token: sent.refresh_token ?? sent.refreshToken,
    bearer,
  })
  const [, server] = SERVERS.find(([name]) => name.test(host)) ?? []
  if (server) return reply(response, server({ host, path, headers, sent, state }))
  if (path === '/oauth/token') return token(sent, response, chatGptTokens)
  if (path === '/v1/oauth/token') return token(sent, response, claudeTokens)
  if (path === '/oauth2/token') return token(sent, response, grokTokens)
  if (path === '/.well-known/openid-configuration') return json(response, 200, XAI)
  if (path === '/api/oauth/profile') return json(response, 200, PROFILE)
  if (path === '/backend-api/wham/accounts/check') return json(response, 200, WORKSPACES)
  if (path === '/api/accounts/deviceauth/usercode')
    return json(response, 200, { device_auth_id: 'device-1', user_code: 'ABCD-1234', interval: '1' })
  if (path === '/api/accounts/deviceauth/token') {
    if (!state.isApproved) return json(response, 403, { error: 'pending' })
    return json(response, 200, { authorization_code: 'code-1', code_challenge: 'c', code_verifier: 'v' })
  }
  json(response, 404, { error: { message: 'nothing here' } })
}

async function token(sent, response, tokens) {
  const isGood = sent.grant_type !== 'refresh_token' || sent.refresh_token === `refresh-${state.generation}`
  if (isGood) state.generation++
  const { generation, delayMs } = state
  await new Promise((resolve) => setTimeout(resolve, delayMs))
  if (!isGood) return json(response, 401, { error: { code: 'refresh_token_reused', message: 'used' } })
  json(response, 200, tokens(generation))
}

const JSON_TYPE = 'application/json'

const WORKSPACES = {
  accounts: [
    {
      id: 'account-1',
      name: 'Personal',
      structure: 'personal',
      account_routing_override: 'NO_CONSTRAINT',
      workspace_backend_origin: 'https://chatgpt.com',
    },
  ],
  default_account_id: 'account-1',
}

const PROFILE = {
  account: { uuid: 'account-1', email: 'ada@example.test', has_claude_max: true },
  organization: { uuid: 'org-1', organization_type: 'claude_max' },
}

const XAI = {
  issuer: 'https://auth.x.ai',
  authorization_endpoint: 'https://auth.x.ai/oauth2/authorize',
  token_endpoint: 'https://auth.x.ai/oauth2/token',
  jwks_uri: 'https://auth.x.ai/jwks',
}

function grokTokens(generation) {
  const tokens = { access_token: `access-${generation}`, refresh_token: `refresh-${generation}` }
  return { ...tokens, token_type: 'Bearer', expires_in: 21_600 }
}

function claudeTokens(generation) {
  return {
    access_token: `sk-ant-oat01-${generation}`,
    refresh_token: `refresh-${generation}`,
    expires_in: 28_800,
    scope: 'user:inference user:profile user:sessions:claude_code',
    account: { uuid: 'account-1', email_address: 'ada@example.test' },
  }
}

/** A form, or JSON. */
function fieldsOf(body) {
  if (!body.startsWith('{')) return Object.fromEntries(new URLSearchParams(body))
  return JSON.parse(body)
}

function json(response, status, value) {
  reply(response, { status, body: value })
}

function reply(response, { status = 200, body, text = JSON.stringify(body), type = JSON_TYPE, headers }) {
  response.writeHead(status, { 'content-type': type, ...headers }).end(text)
}
