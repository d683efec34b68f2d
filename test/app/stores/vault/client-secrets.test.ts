import { describe, expect, it } from 'vitest'
import { Secret } from '../../../../app/model/secret.ts'
import { createClientSecrets } from '../../../../app/stores/vault/client-secrets.ts'
import { createFakePorts } from '../../../fakes/ports.ts'

const SECRET = new Secret('CANARY-secret')

function machine() {
  const ports = createFakePorts()
  const secrets = createClientSecrets(ports)
  return { ports, secrets, sibling: () => createClientSecrets(ports) }
}

describe('the secrets of clients', () => {
  it('are sealed, outlive the process, and go when they are taken away', async () => {
    const { ports, secrets, sibling } = machine()
    expect(await secrets.secret('acme')).toBeUndefined()
    await secrets.keepSecret('acme', SECRET)
    await secrets.keepSecret('beta', new Secret('CANARY-other'))
    expect(ports.files.text(secrets.path)).not.toContain('CANARY')
    expect((await sibling().secret('acme'))?.expose()).toBe('CANARY-secret')
    await sibling().keepSecret('acme', undefined)
    expect(await secrets.secret('acme')).toBeUndefined()
    expect((await secrets.secret('beta'))?.expose()).toBe('CANARY-other')
  })

  it('do not open under another name', async () => {
    const { ports, secrets, sibling } = machine()
    await secrets.keepSecret('acme', SECRET)
    ports.files.put(secrets.path, (ports.files.text(secrets.path) ?? '').replace('acme', 'evil'))
    await expect(sibling().secret('evil')).rejects.toMatchObject({ code: 'STORE_CORRUPT' })
  })

  it('make one proof key for each provider, whoever asks first', async () => {
    const { ports, secrets, sibling } = machine()
    let made = 0
    const make = async () => new Secret(`CANARY-key-${++made}`)
    const keys = await ports.clock.run(
      Promise.all([secrets, sibling(), sibling()].map((one) => one.proofKey('acme', make))),
    )
    expect(new Set(keys.map((key) => key.expose())).size).toBe(1)
    expect((await secrets.proofKey('acme', make)).expose()).toBe(keys[0]?.expose())
    await secrets.keepSecret('acme', SECRET)
    await secrets.keepSecret('acme', undefined)
    expect((await sibling().proofKey('acme', make)).expose()).toBe(keys[0]?.expose())
  })

  it('say so when their file is not understood, and leave it alone', async () => {
    const { ports, secrets } = machine()
    ports.files.put(secrets.path, '{"version":7}')
    await expect(secrets.secret('acme')).rejects.toMatchObject({ code: 'STORE_CORRUPT' })
    await expect(secrets.keepSecret('acme', SECRET)).rejects.toMatchObject({ code: 'STORE_CORRUPT' })
    expect(ports.files.text(secrets.path)).toBe('{"version":7}')
  })
})
