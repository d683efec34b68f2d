import { describe, expect, it } from 'vitest'
import type { Credential } from '../../../../app/model/credential.ts'
import { Secret } from '../../../../app/model/secret.ts'
import { createVault } from '../../../../app/stores/vault/store.ts'
import { type StoreUnderTest, storeLaws, successorOf } from '../../../conformance/store.conformance.ts'
import { createFakePorts, FAKE_PATHS } from '../../../fakes/ports.ts'

const ADA: Credential = {
  kind: 'oauth',
  accessToken: new Secret('CANARY-access-ada'),
  refreshToken: new Secret('CANARY-refresh-ada'),
  expiresAtMs: 1_800_000_000_000,
  scope: ['openid', 'offline_access'],
  account: { id: 'user-1', email: 'ada@example.test' },
  generation: 1,
}

async function vaultOfAda(ports = createFakePorts()) {
  const store = createVault(ports)
  const holder = await store.add({ id: 'acme:ada@example.test', provider: 'acme', credential: ADA })
  return { ports, store, holder }
}

storeLaws('the vault', async (): Promise<StoreUnderTest> => {
  const { ports, store, holder } = await vaultOfAda()
  const other = await store.add({ id: 'acme:bob', provider: 'acme', credential: successorOf(ADA, 'bob') })
  const { files } = ports
  return {
    store,
    sibling: createVault(createFakePorts({ files, lock: ports.lock, clock: ports.clock })),
    holder,
    other,
    credential: ADA,
    text: async () => files.text(FAKE_PATHS.vault),
    write: async (text) => files.put(FAKE_PATHS.vault, text),
    remove: async () => files.delete(FAKE_PATHS.vault),
    async addUnknownKeys() {
      const raw = JSON.parse(files.text(FAKE_PATHS.vault) ?? '')
      raw.future = { a: 1 }
      raw.profiles[holder.entry].colour = 'amber'
      files.put(FAKE_PATHS.vault, JSON.stringify(raw))
      return async () => {
        const now = JSON.parse(files.text(FAKE_PATHS.vault) ?? '')
        return now.future?.a === 1 && now.profiles[holder.entry].colour === 'amber'
      }
    },
  }
})

describe('the vault, looked at again', () => {
  async function opened() {
    const { ports, store, holder } = await vaultOfAda()
    let opened = 0
    const { open } = ports.random
    ports.random.open = (...args) => {
      opened++
      return open.apply(ports.random, args)
    }
    await store.scan()
    return { ports, store, holder, opened: () => opened }
  }

  it('opens nothing twice while its text is the same', async () => {
    const { store, holder, opened: count } = await opened()
    await store.scan()
    expect((await store.read(holder))?.credential?.refreshToken?.expose()).toBe('CANARY-refresh-ada')
    expect(count()).toBe(1)
  })

  it('is opened anew once it says something else, by whoever wrote it', async () => {
    const { ports, store, holder, opened: count } = await opened()
    const sibling = createVault(createFakePorts({ files: ports.files, lock: ports.lock }))
    await sibling.writing.replace(holder, successorOf(ADA), ADA)
    const { refreshToken } = successorOf(ADA)
    expect((await store.read(holder))?.credential?.refreshToken?.equals(refreshToken)).toBe(true)
    expect(count()).toBe(2)
    expect(await store.writing.replace(holder, successorOf(ADA, 'bob'), ADA)).toBe('changed')
  })

  it('tells what it holds when letting its lock go fails, and says so in the log', async () => {
    const { ports, store, holder } = await opened()
    const { tryAcquire } = ports.lock
    ports.lock.tryAcquire = async (name) => {
      const held = await tryAcquire.call(ports.lock, name)
      return held && { held: true, release: () => Promise.reject(new Error('the disk refused')) }
    }
    expect(await store.writing.replace(holder, successorOf(ADA), ADA)).toBe('written')
    await new Promise((resolve) => setImmediate(resolve))
    expect(ports.log.warnings).toContain('a lock could not be let go')
  })
})

describe('the vault', () => {
  it('holds no token in clear, and what it is told about the account', async () => {
    const { ports } = await vaultOfAda()
    const text = ports.files.text(FAKE_PATHS.vault) ?? ''
    expect(text).not.toContain('CANARY')
    expect(JSON.parse(text)).toMatchObject({
      version: 1,
      profiles: { 'acme:ada@example.test': { provider: 'acme', account: { email: 'ada@example.test' } } },
    })
    expect(ports.files.mode(FAKE_PATHS.vault)).toBe(0o600)
  })

  it('brings back every field of a credential', async () => {
    const { store, holder } = await vaultOfAda()
    const back = (await store.read(holder))?.credential
    expect(back).toMatchObject({ ...ADA, accessToken: expect.anything(), refreshToken: expect.anything() })
    expect(back?.refreshToken?.expose()).toBe('CANARY-refresh-ada')
    expect(back && 'idToken' in back).toBe(false)
  })

  it('does not open a sealed text that was moved to another profile', async () => {
    const { ports, store, holder } = await vaultOfAda()
    const bob = await store.add({ id: 'acme:bob', provider: 'acme', credential: successorOf(ADA) })
    const raw = JSON.parse(ports.files.text(FAKE_PATHS.vault) ?? '')
    raw.profiles[bob.entry].sealed = raw.profiles[holder.entry].sealed
    ports.files.put(FAKE_PATHS.vault, JSON.stringify(raw))
    const entry = await store.read(bob)
    expect(entry?.credential).toBeUndefined()
    expect(entry?.problem?.code).toBe('STORE_CORRUPT')
  })

  it('shows who is signed in while the keychain is locked, and says why there is no more', async () => {
    const { ports, store } = await vaultOfAda()
    ports.keyring.unavailable = true
    const [entry] = (await store.scan()).entries
    expect(entry).toMatchObject({ provider: 'acme', account: { email: 'ada@example.test' }, mode: 'own' })
    expect(entry?.credential).toBeUndefined()
    expect(entry?.problem?.code).toBe('KEYCHAIN_UNAVAILABLE')
  })

  it('reads what a newer version wrote, and never writes it', async () => {
    const { ports, store, holder } = await vaultOfAda()
    const newer = (ports.files.text(FAKE_PATHS.vault) ?? '').replace('"version": 1', '"version": 2')
    ports.files.put(FAKE_PATHS.vault, newer)
    const scan = await store.scan()
    expect(scan.entries[0]?.credential).toBeDefined()
    expect(scan.entries[0]?.problem?.code).toBe('STORE_READ_ONLY')
    expect(scan.places[0]?.problem?.message).toContain('newer Lamplighter')
    const refused = { code: 'STORE_READ_ONLY' }
    await expect(store.writing.replace(holder, successorOf(ADA), ADA)).rejects.toMatchObject(refused)
    await expect(store.add({ id: 'x', provider: 'acme', credential: ADA })).rejects.toMatchObject(refused)
    await expect(store.forget(holder.entry)).rejects.toMatchObject(refused)
    expect(ports.files.text(FAKE_PATHS.vault)).toBe(newer)
  })

  it('calls a newer version whose shape is another one read-only, not corrupt', async () => {
    const { ports, store } = await vaultOfAda()
    ports.files.put(FAKE_PATHS.vault, '{"version":3,"logins":[]}')
    expect((await store.scan()).places[0]?.problem?.code).toBe('STORE_READ_ONLY')
  })

  it('keeps a damaged entry beside the good ones', async () => {
    const { ports, store, holder } = await vaultOfAda()
    const raw = JSON.parse(ports.files.text(FAKE_PATHS.vault) ?? '')
    raw.profiles.odd = { provider: 7 }
    ports.files.put(FAKE_PATHS.vault, JSON.stringify(raw))
    expect((await store.scan()).entries.find((one) => one.holder.entry === 'odd')?.problem?.code).toBe(
      'STORE_CORRUPT',
    )
    expect(await store.writing.replace(holder, successorOf(ADA), ADA)).toBe('written')
    expect(JSON.parse(ports.files.text(FAKE_PATHS.vault) ?? '').profiles.odd).toEqual({ provider: 7 })
  })

  it('replaces an older login of the same name, keeping when it was first made', async () => {
    const { ports, store, holder } = await vaultOfAda()
    const madeAtMs = ports.clock.now()
    await ports.clock.advance(5_000)
    await store.add({ id: holder.entry, provider: 'acme', credential: successorOf(ADA), label: 'Work' })
    const raw = JSON.parse(ports.files.text(FAKE_PATHS.vault) ?? '')
    expect(raw.profiles[holder.entry]).toMatchObject({ createdAtMs: madeAtMs, label: 'Work' })
    expect((await store.scan()).entries).toHaveLength(1)
  })

  it('forgets our copy, and only that one', async () => {
    const { store, holder } = await vaultOfAda()
    await store.add({ id: 'acme:bob', provider: 'acme', credential: successorOf(ADA) })
    await store.forget(holder.entry)
    await store.forget('never there')
    expect((await store.scan()).entries.map((one) => one.holder.entry)).toEqual(['acme:bob'])
    expect(await store.writing.replace(holder, successorOf(ADA), ADA)).toBe('gone')
  })

  it('waits for the process that is writing, and goes on when it is done', async () => {
    const { ports, store, holder } = await vaultOfAda()
    ports.lock.steal('vault')
    const writing = store.writing.replace(holder, successorOf(ADA), ADA)
    await ports.clock.advance(500)
    ports.lock.free('vault')
    expect(await ports.clock.run(writing)).toBe('written')
  })

  it('gives up on a writer that never ends, naming it', async () => {
    const { ports, store, holder } = await vaultOfAda()
    ports.lock.steal('vault', { pid: 1234, alive: true, sinceMs: 0 })
    const writing = store.writing.replace(holder, successorOf(ADA), ADA)
    await expect(ports.clock.run(writing)).rejects.toMatchObject({
      code: 'STORE_LOCKED',
      message: expect.stringContaining('1234'),
    })
  })

  it('leaves a whole file whatever fails first, second, ...', async () => {
    for (let fault = 1; ; fault++) {
      const { ports, store, holder } = await vaultOfAda()
      let calls = 0
      ports.files.before = () => {
        if (++calls === fault) throw new Error('disk')
      }
      const outcome = await store.writing.replace(holder, successorOf(ADA), ADA).catch(() => 'failed')
      ports.files.before = () => undefined
      const held = (await store.read(holder))?.credential?.refreshToken?.expose()
      expect(held).toBe(outcome === 'written' ? 'CANARY-refresh-g2' : 'CANARY-refresh-ada')
      expect(ports.lock.isTaken('vault')).toBe(false)
      if (outcome === 'written') return
    }
  })
})
