/** What is spent is what is stored at that moment: whatever took its time before, the stores are read again after it. */
import { describe, expect, it } from 'vitest'
import { createCore } from '../../../app/core.ts'
import { Secret } from '../../../app/model/secret.ts'
import { createVault } from '../../../app/stores/vault/store.ts'
import { ModelProvider } from '../../fakes/model-provider.ts'
import { createFakePorts, FAKE_PATHS } from '../../fakes/ports.ts'

const ISSUER = 'https://provider.test'
const ID = 'acme:ada@example.test'

describe('a refresh whose provider has to be asked for its endpoints first', () => {
  it('adopts what came into the vault meanwhile, and spends nothing', async () => {
    const ports = createFakePorts()
    const provider = new ModelProvider()
    provider.serve(ports.http)
    ports.files.put(
      FAKE_PATHS.config,
      JSON.stringify({ providers: { acme: { issuer: ISSUER, clientId: 'c' } } }),
    )
    const vault = createVault(ports)
    const store = (n: number, expiresAtMs: number) =>
      vault.add({
        id: ID,
        provider: 'acme',
        credential: {
          kind: 'oauth',
          accessToken: new Secret(`CANARY-access-${n}`),
          refreshToken: new Secret(`CANARY-refresh-${n}`),
          expiresAtMs,
          account: { email: 'ada@example.test' },
          generation: n,
        },
      })
    await store(1, ports.clock.now() - 1000)
    ports.http.always(`${ISSUER}/.well-known/*`, async () => {
      await ports.clock.sleep(200)
      await store(2, ports.clock.now() + 3_600_000) // somebody signed in
      return {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ issuer: ISSUER, token_endpoint: `${ISSUER}/token` }),
      }
    })
    const core = createCore(ports)
    await ports.clock.run(core.start({ schedule: false }))
    const { accessToken } = await ports.clock.run(core.token(ID))
    expect(accessToken.expose()).toBe('CANARY-access-2')
    expect(provider.requests).toBe(0)
    await ports.clock.run(core.close())
  })
})
