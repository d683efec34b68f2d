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

/**
 * @param options.folder made here; whoever asked removes it after close()
 * @param options.welcomed the person has been here before and pressed "Begin"
 */
export async function createWorld({ folder, tokenSeconds = 120, welcomed = true }) {
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
      `${JSON.stringify({ ...configFor(server.issuer), welcomed }, null, 2)}\n`,
    )
    await fillOpenClaw(server, openclaw)
    await promisify(execFile)(
      process.execPath,
      [join(import.meta.dirname, 'seed.mjs'), 'steady=fay@example.test', 'demo=eve@example.test'],
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
    logins: LOGINS,
    stored: (account) => readLogins(openclaw, account),
    close: () => server.close(),
  }
}

function configFor(issuer) {
  const known = (clientId) => ({ issuer, clientId, scopes: SCOPES, leadSeconds: LEAD_SECONDS })
  return {
    providers: {
      'openai-codex': known('codex'),
      xai: known('xai'),
      demo: { name: 'Demo', ...known('demo') },
      steady: { name: 'Steady', ...known('steady') },
    },
  }
}

async function fillOpenClaw(server, openclaw) {
  const login = async (provider, clientId, account, secondsLeft) => {
    const tokens = await server.mint({ account, clientId })
    return { provider, account, tokens, expiresAtMs: Date.now() + secondsLeft * SECOND }
  }
  const ada = await login('openai-codex', 'codex', 'ada@example.test', 110)
  const bob = await login('openai-codex', 'codex', 'bob@example.test', -3 * 3600)
  const carol = await login('xai', 'xai', 'carol@example.test', LEAD_SECONDS + 20)
  const dan = await login('xai', 'xai', 'dan@example.test', -3600)
  await server.revoke(bob.tokens.refresh_token)
  writeAgents(openclaw, { main: [ada, carol], research: [ada, dan], billing: [ada], ops: [bob] })
}
