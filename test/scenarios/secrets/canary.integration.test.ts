import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { toFailure } from '../../../app/base/errors.ts'
import { createCore } from '../../../app/core.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { bundleForNode } from '../../support/bundle.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { HomeMachine, PROFILE } from '../../support/home-machine.ts'

const CODEX = 'app_EMoamEEZ73f0CkXaXp7hrann'

let server: AuthorizationServer
let home: Home
let cli: string

beforeAll(async () => {
  server = await startAuthorizationServer({ clientIds: [CODEX] })
  cli = await bundleForNode('app/cli/main.ts', 'cli-canary')
})
afterAll(() => server.close())
beforeEach(async () => {
  home = await makeHome()
})
afterEach(() => home.remove())

async function filesBelow(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) found.set(path, await readFile(path, 'utf8').catch(ifGone))
  }
  return found
}

/** An exchange outlives the command that asked for it, and tidies up after its answer. */
function ifGone(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return ''
  throw error
}

function run(...args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      env: { ...home.env, LAMPLIGHTER_LOG: 'info' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    child.stdout.on('data', (chunk) => (out += chunk))
    child.stderr.on('data', (chunk) => (out += chunk))
    child.on('error', reject)
    child.on('close', () => resolve(out))
  })
}

describe('the canary', () => {
  it('is in no view, event, error, log line or file of ours, whatever happens to the logins', async () => {
    const secrets = new Set<string>()
    const grant = await new HomeMachine(home).seed(server)
    const codex = await server.mint({ account: 'bob', clientId: CODEX, expiresInSec: -60 })
    for (const minted of [grant, codex])
      for (const one of [minted.access_token, minted.refresh_token]) secrets.add(one)
    for (const one of secrets) expect(one).toContain('CANARY') // the test can see what it looks for
    await home.writeConfig({
      providers: {
        acme: { issuer: server.issuer, clientId: server.clientId },
        'openai-codex': { tokenEndpoint: server.tokenEndpoint },
      },
    })
    const oauth = {
      type: 'oauth',
      provider: 'openai-codex',
      access: codex.access_token,
      refresh: codex.refresh_token,
      expires: 1,
    }
    const agents = {
      'openai-codex:bob': oauth,
      'broken:one': { ...oauth, expires: 'CANARY-not-a-number' },
      'broken:two': { type: 'CANARY-type', provider: 'xai', access: 'CANARY-a' },
      'key:one': { type: 'api_key', provider: 'openrouter', key: 'CANARY-key' },
      'fenced:one': {
        ...oauth,
        access: 'openclaw-oauth-refresh-fence:v1:CANARY:access:00',
        refresh: 'CANARY',
      },
    }
    await home.writeAgent('main', agents)

    const seen: unknown[] = []
    const log = {
      info: (...args: unknown[]) => seen.push(args),
      warn: (...args: unknown[]) => seen.push(args),
    }
    const core = createCore({ ...createNodePorts({ label: 'test', env: home.env }), log })
    core.on('overview', (view) => seen.push(view))
    core.on('history', (event) => seen.push(event))
    core.on('login', (view) => seen.push(view))
    await core.pause() // the first request has to be the one whose token the server echoes
    await core.start({ schedule: true })
    const attempt = async (work: () => Promise<unknown>): Promise<void> => {
      await work().then(
        (value) => seen.push(value),
        (error: unknown) => seen.push(error, toFailure(error), String(error), (error as Error).stack),
      )
    }
    const faults = ['html', 'server-error', 'drop-after'] as const
    server.fault({
      kind: 'error',
      error: 'invalid_request',
      description: `bad ${grant.refresh_token}`,
      status: 400,
    })
    await attempt(() => core.refresh(PROFILE))
    await core.resume()
    for (const kind of faults) {
      server.fault({ kind })
      await attempt(() => core.refresh(PROFILE))
    }
    await attempt(() => core.refresh('openai-codex:bob'))
    for (const { id } of core.overview().profiles) await attempt(() => core.refresh(id))
    await attempt(() => core.logins.start({ profileId: PROFILE }))
    for (const login of core.logins.list()) {
      await attempt(() =>
        core.logins.paste(login.id, 'http://127.0.0.1/callback?code=CANARY-code&state=CANARY-state'),
      )
      await attempt(() => core.logins.cancel(login.id))
    }
    seen.push(core.overview(), core.logins.list(), await core.history({}))
    await core.close()

    const printed = [
      await run('list'),
      await run('list', '--json'),
      await run('history', '--json'),
      await run('refresh', '--all', '--json'),
      await run('refresh', 'broken:one'),
      await run('token', 'nobody'),
    ]
    for (const what of [...seen, ...printed]) {
      expect(inspect(what, { depth: 20, showHidden: true })).not.toContain('CANARY')
      expect(JSON.stringify(what) ?? '').not.toContain('CANARY')
    }
    expect(seen.length).toBeGreaterThan(20)
    for (const [path, text] of await filesBelow(home.path))
      expect({ path, leaks: text.includes('CANARY') }).toEqual({ path, leaks: false })
  })
})
