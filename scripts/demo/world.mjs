// A small world for the demo and the end-to-end tests: a real authorization server, OpenClaw's files and our vault,
// all in one folder. Six logins, each of another kind.
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startAuthorizationServer } from '../../test/fakes/authorization-server.mjs'
import { readLogins, writeAgents } from './openclaw-files.mjs'

const SECOND = 1000
const SCOPES = ['openid', 'profile', 'email', 'offline_access']
const LEAD_SECONDS = 24 // a fifth of two minutes, which is what Lamplighter would take anyway

const ELSEWHERE = [
  'OPENCLAW_HOME',
  'OPENCLAW_CONFIG_PATH',
  'OPENCLAW_AGENT_DIR',
  'PI_CODING_AGENT_DIR',
  'OPENCLAW_OAUTH_DIR',
]

const LOGINS = [
  {
    account: 'ada@example.test',
    where: 'OpenClaw, 3 agents',
    story: 'one login, copied: one refresh serves all three',
  },
  {
    account: 'bob@example.test',
    where: 'OpenClaw · ops',
    story: 'ended by the provider: only a sign-in helps',
  },
  { account: 'carol@example.test', where: 'OpenClaw · main', story: 'nearly due' },
  {
    account: 'dan@example.test',
    where: 'OpenClaw · research',
    story: 'expired an hour ago, and mends itself',
  },
  { account: 'eve@example.test', where: 'vault, Demo', story: 'healthy' },
  { account: 'fay@example.test', where: 'vault, Steady', story: 'its refresh token never changes' },
]

/** What `npm run demo` shows: no two in the same state. */
const STATES = [
  {
    account: 'ada@example.test',
    where: 'OpenClaw, 3 agents',
    story: 'one of its files differs, and is mended',
  },
  LOGINS[1],
  {
    account: 'carol@example.test',
    where: 'OpenClaw · main',
    story: 'about to expire, and refreshed in time',
  },
  { account: 'dan@example.test', where: 'vault, Far', story: 'expired, and its provider is out of reach' },
  LOGINS[4],
  { account: 'fay@example.test', where: 'vault, Demo', story: 'borrowed from T440, which refreshes it' },
]

/**
 * @param options.folder made here; whoever asked removes it after close()
 * @param options.isDemo one login in each state, some of which no test waits for
 * @param options.welcomed the person has been here before and pressed "Begin"
 */
export async function createWorld({ folder, tokenSeconds = 120, welcomed = true, isDemo = false }) {
  const home = join(folder, 'lamplighter')
  const openclaw = join(folder, 'openclaw')
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const server = await startAuthorizationServer({
    tokenTtl: tokenSeconds,
    clientIds: ['codex', 'xai', 'demo', 'steady'],
    steadyClientIds: ['steady'],
    suggestedAccount: 'bob@example.test', // the one who has to sign in again
  })
  // Blank: whatever the person's own environment says about a real OpenClaw does not count here.
  const blank = Object.fromEntries(ELSEWHERE.map((name) => [name, '']))
  const env = { ...blank, LAMPLIGHTER_HOME: home, OPENCLAW_STATE_DIR: openclaw }
  try {
    writeFileSync(
      join(home, 'config.json'),
      `${JSON.stringify({ ...configFor(server.issuer, isDemo), welcomed }, null, 2)}\n`,
    )
    await fillOpenClaw(server, openclaw, isDemo)
    const others = isDemo ? await entriesOf(server, tokenSeconds) : ['steady=fay@example.test']
    await promisify(execFile)(
      process.execPath,
      [join(import.meta.dirname, 'seed.mjs'), ...others, 'demo=eve@example.test'],
      { env: { ...process.env, ...env } },
    )
  } catch (error) {
    await server.close()
    throw error
  }
  return {
    env,
    issuer: server.issuer,
    server,
    tokenSeconds,
    logins: isDemo ? STATES : LOGINS,
    stored: (account) => readLogins(openclaw, account),
    close: () => server.close(),
  }
}

function configFor(issuer, isDemo) {
  const known = (clientId) => ({ issuer, clientId, scopes: SCOPES, leadSeconds: LEAD_SECONDS })
  return {
    providers: {
      'openai-codex': known('codex'),
      xai: known('xai'),
      demo: { name: 'Demo', ...known('demo') },
      steady: { name: 'Steady', ...known('steady') },
      // Nobody listens on the port that is reserved for that.
      ...(isDemo ? { far: { name: 'Far', clientId: 'far', tokenEndpoint: 'http://127.0.0.1:1/token' } } : {}),
    },
    ...(isDemo ? { nodes: [{ destination: T440.destination, name: T440.name }] } : {}),
  }
}

/** A machine that is not there: what was borrowed from it works for as long as its last token does. */
const T440 = { machine: 'a-machine-of-the-demo', name: 'T440', destination: 't440.invalid' }

async function entriesOf(server, tokenSeconds) {
  const fay = await server.mint({ account: 'fay@example.test', clientId: 'demo' })
  const borrowed = {
    id: 'demo:fay@example.test',
    provider: 'demo',
    email: 'fay@example.test',
    accessToken: fay.access_token,
    expiresAtMs: Date.now() + tokenSeconds * SECOND,
    borrowed: { ...T440, profile: 'demo:fay@example.test' },
  }
  const unreachable = {
    id: 'far:dan@example.test',
    provider: 'far',
    email: 'dan@example.test',
    accessToken: 'lapsed',
    refreshToken: 'waits-for-its-provider',
    expiresAtMs: Date.now() - 3600 * SECOND,
  }
  return [borrowed, unreachable].map((entry) => JSON.stringify(entry))
}

async function fillOpenClaw(server, openclaw, isDemo) {
  const login = async (provider, clientId, account, secondsLeft) => {
    const tokens = await server.mint({ account, clientId })
    return { provider, account, tokens, expiresAtMs: Date.now() + secondsLeft * SECOND }
  }
  const ada = await login('openai-codex', 'codex', 'ada@example.test', 110)
  const bob = await login('openai-codex', 'codex', 'bob@example.test', -3 * 3600)
  const carol = await login('xai', 'xai', 'carol@example.test', LEAD_SECONDS + 20)
  const dan = await login('xai', 'xai', 'dan@example.test', -3600)
  await server.revoke(bob.tokens.refresh_token)
  if (!isDemo)
    return writeAgents(openclaw, { main: [ada, carol], research: [ada, dan], billing: [ada], ops: [bob] })
  const older = await login('openai-codex', 'codex', 'ada@example.test', 60)
  writeAgents(openclaw, { main: [ada, carol], research: [ada], billing: [older], ops: [bob] })
}
