import { describe, expect, it } from 'vitest'
import type { Credential } from '../../../../app/model/credential.ts'
import { Secret } from '../../../../app/model/secret.ts'
import { createVault } from '../../../../app/stores/vault/store.ts'
import { createFakePorts, FAKE_PATHS } from '../../../fakes/ports.ts'

const LENDER = { machine: 'machine-b', name: 'T440', profile: 'acme:ada', destination: 'ada@t440' }
const LENT: Credential = {
  kind: 'oauth',
  accessToken: new Secret('CANARY-access-1'),
  expiresAtMs: 1_800_000_000_000,
  account: { email: 'ada@example.test' },
  generation: 1,
}
const NEXT: Credential = { ...LENT, accessToken: new Secret('CANARY-access-2'), generation: 2 }

async function borrowed() {
  const ports = createFakePorts()
  const store = createVault(ports)
  const holder = await store.add({ id: 'acme:ada', provider: 'acme', credential: LENT, borrowed: LENDER })
  const raw = () => JSON.parse(ports.files.text(FAKE_PATHS.vault) ?? '').profiles['acme:ada']
  return { ports, store, holder, raw }
}

describe('a borrowed login in the vault', () => {
  it('says whose it is, beside the sealed credential and in a file of version 1', async () => {
    const { ports, store, holder, raw } = await borrowed()
    expect(raw()).toMatchObject({ provider: 'acme', borrowed: LENDER, sealed: expect.any(String) })
    expect(JSON.parse(ports.files.text(FAKE_PATHS.vault) ?? '')).toMatchObject({ version: 1 })
    expect(await store.read(holder)).toMatchObject({
      mode: 'borrowed',
      owner: 'T440',
      lender: LENDER,
      writable: true,
    })
  })

  it('stays borrowed when its owner sent the next token', async () => {
    const { store, holder } = await borrowed()
    expect(await store.renew(holder, NEXT, LENT)).toBe('written')
    const entry = await store.read(holder)
    expect(entry).toMatchObject({ mode: 'borrowed', lender: LENDER })
    expect(entry?.credential?.accessToken?.expose()).toBe('CANARY-access-2')
  })

  it('is ours from a sign-in on, and what its owner sends then is left out', async () => {
    const { store, holder, raw } = await borrowed()
    const own = { ...NEXT, refreshToken: new Secret('CANARY-refresh') }
    expect(await store.writing.replace(holder, own, LENT)).toBe('written')
    expect(raw()).not.toHaveProperty('borrowed')
    expect(await store.read(holder)).toMatchObject({ mode: 'own', owner: 'Lamplighter' })
    expect(await store.renew(holder, LENT, own)).toBe('changed')
    expect((await store.read(holder))?.credential?.refreshToken?.expose()).toBe('CANARY-refresh')
  })
})
