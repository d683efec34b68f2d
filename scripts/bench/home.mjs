// Throw-away homes that hold one lapsed or fresh login, in the vault or in an OpenClaw file.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadProduct } from './product.mjs'

export const PROFILE = 'acme:ada@example.test'

export function makeHome(endpoint) {
  const root = mkdtempSync(join(process.env.LAMPLIGHTER_BENCH_TMP ?? tmpdir(), 'lamplighter-bench-'))
  const path = join(root, 'lamplighter')
  const openclaw = join(root, 'openclaw')
  mkdirSync(path, { mode: 0o700 })
  const config = {
    providers: { acme: { tokenEndpoint: endpoint.tokenEndpoint, clientId: 'c' } },
    uses: { [PROFILE]: ['git https://git.example.test'] },
  }
  writeFileSync(join(path, 'config.json'), JSON.stringify(config), { mode: 0o600 })
  const env = {
    PATH: process.env.PATH,
    HOME: root,
    USERPROFILE: root,
    LAMPLIGHTER_HOME: path,
    OPENCLAW_STATE_DIR: openclaw,
    NODE_ENV: 'test',
  }
  const file = join(openclaw, 'agents', 'main', 'agent', 'auth-profiles.json')
  return {
    root,
    path,
    file,
    env,
    /** In the plain file of another program. */
    toOpenClaw(tokens, expiresAtMs) {
      const { access_token: access, refresh_token: refresh } = tokens
      const login = {
        type: 'oauth',
        provider: 'acme',
        access,
        refresh,
        expires: expiresAtMs,
        email: 'ada@example.test',
      }
      mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
      writeFileSync(file, `${JSON.stringify({ version: 1, profiles: { [PROFILE]: login } }, null, 2)}\n`, {
        mode: 0o600,
      })
    },
    /** Sealed, in our own vault. */
    async toVault(tokens, expiresAtMs) {
      const { createNodePorts, createVault, Secret } = await loadProduct()
      await createVault(createNodePorts({ label: 'bench', env })).add({
        id: PROFILE,
        provider: 'acme',
        credential: {
          kind: 'oauth',
          accessToken: new Secret(tokens.access_token),
          refreshToken: new Secret(tokens.refresh_token),
          expiresAtMs,
          account: { email: 'ada@example.test' },
          generation: 1,
        },
      })
    },
    async openCore(schedule = false, change = (ports) => ports) {
      const { createCore, createNodePorts } = await loadProduct()
      const core = createCore(change(createNodePorts({ label: 'bench', env, logLevel: 'silent' })))
      await core.start({ schedule })
      return core
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** Time that goes by at once, for the cores that are given it: `change` puts its clock into their ports. */
export function passingTime() {
  let passedMs = 0
  return {
    pass: (ms) => {
      passedMs += ms
    },
    change: (ports) => ({ ...ports, clock: { ...ports.clock, now: () => Date.now() + passedMs } }),
  }
}
