/** A real keychain that is locked, unlocked, and goes away while a provider has the request. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { bundleForNode } from '../../support/bundle.ts'
import { killCommands, lamplighter, type Running, runScript } from '../../support/command.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { PROFILE } from '../../support/home-machine.ts'
import { hasSecretService, type SecretService, startSecretService } from '../../support/secret-service.ts'

const PATIENT = { timeout: 20_000, interval: 100 }
const UNREACHABLE = 'in the keychain, which cannot be reached now'

let home: Home
let server: AuthorizationServer
let keychain: SecretService

beforeEach(async () => {
  home = await makeHome()
  server = await startAuthorizationServer({ tokenTtl: 3600 })
  keychain = await startSecretService(join(home.path, 'keychain'))
  Object.assign(home.env, keychain.env, { LAMPLIGHTER_KEYRING: 'keychain' })
  await home.writeConfig({ providers: { acme: { issuer: server.issuer, clientId: server.clientId } } })
})

afterEach(async () => {
  await killCommands()
  await keychain.end()
  await server.close()
  await home.remove()
})

/** Lapsed ten seconds ago, in OpenClaw's file or in our own vault. */
async function seed(keptBy: 'openclaw' | 'vault'): Promise<void> {
  const grant = await server.mint({ account: 'ada', expiresInSec: -10 })
  if (keptBy === 'vault') {
    const script = await bundleForNode('test/support/vault-seed.ts', 'vault-seed')
    expect(await runScript(home, script, JSON.stringify(grant)).ended).toMatchObject({ code: 0, err: '' })
    return
  }
  const login = {
    type: 'oauth',
    provider: 'acme',
    access: grant.access_token,
    refresh: grant.refresh_token,
    expires: Date.now() - 10_000,
    email: 'ada@example.test',
  }
  await home.writeAgent('main', { [PROFILE]: login })
}

const run = async (...words: readonly string[]) => (await lamplighter(home, ...words)).ended
const refresh = async (): Promise<string> => {
  const { code, out, err } = await run('refresh', PROFILE)
  return `${code} ${out}${err}`
}

async function whileAsking(start: () => Promise<Running>, act: () => void): Promise<Running> {
  let letGo: () => void = () => undefined
  server.fault({ kind: 'hold', until: new Promise<void>((resolve) => (letGo = resolve)) })
  server.requests.reset()
  const running = await start()
  await expect.poll(() => server.requests.count(), PATIENT).toBe(1)
  act()
  letGo()
  return running
}

const isWell = (): void => {
  expect(server.requests).toMatchObject({ reuses: 0, invalidGrants: 0 })
}

describe.skipIf(!hasSecretService()).each(['openclaw', 'vault'] as const)(
  'a keychain, for a login kept by %s,',
  { timeout: 120_000 },
  (keptBy) => {
    beforeEach(() => seed(keptBy))

    it('that is locked is said, nothing is sent, and after it was unlocked the same command works', async () => {
      expect(await refresh()).toMatch(/^0 /)
      expect(readFileSync(join(home.path, 'state', 'seal.json'), 'utf8')).toContain('"kept":"keychain"')
      server.requests.reset()
      keychain.lock()
      expect(await refresh()).toContain(UNREACHABLE)
      expect(server.requests.count()).toBe(0)
      await keychain.unlock()
      expect(await refresh()).toMatch(/^0 /)
      isWell()
    })

    it('that was locked when a host started is asked again as soon as somebody wants something', async () => {
      expect(await refresh()).toMatch(/^0 /)
      keychain.lock()
      const host = await lamplighter(home, 'serve')
      await host.printed('Lamplighter serves')
      expect(await refresh()).toContain(UNREACHABLE)
      await keychain.unlock()
      expect(await refresh()).toMatch(/^0 /)
      isWell()
    })

    it.each(['kill', 'lock'] as const)('that goes away under a request (%s) loses nothing', async (how) => {
      expect(await refresh()).toMatch(/^0 /)
      const { ended } = await whileAsking(
        () => lamplighter(home, 'refresh', PROFILE),
        () => keychain[how](),
      )
      expect((await ended).code).toBe(0)
      await keychain.unlock()
      expect(await refresh()).toMatch(/^0 /)
      isWell()
    })
  },
)
