/** What holds for every store. Call storeLaws() in a test file of the implementation. */
import { describe, expect, it } from 'vitest'
import type { Credential } from '../../app/model/credential.ts'
import { sameTokens } from '../../app/model/expiry.ts'
import type { Holder } from '../../app/model/holder.ts'
import { Secret } from '../../app/model/secret.ts'
import type { CredentialStore, Writing } from '../../app/stores/store.ts'

type WritableStore = CredentialStore & { readonly writing: Writing }

export interface StoreUnderTest {
  readonly store: WritableStore
  /** Another process on the same machine: the same files and locks, nothing in memory shared. */
  readonly sibling: WritableStore
  /** Where `credential` is held from the beginning. */
  readonly holder: Holder
  readonly credential: Credential
  /** A second entry in the same file, if the store can have one. */
  readonly other?: Holder
  /** The file's text as it is; undefined when absent. */
  text(): Promise<string | undefined>
  /** Another program's write, without any lock. */
  write(text: string): Promise<void>
  remove(): Promise<void>
  /** Adds an unknown key at the top and inside the holder's entry; returns whether both are still there. */
  addUnknownKeys(): Promise<() => Promise<boolean>>
}

/** @param make a fresh place for each law */
export function storeLaws(name: string, make: () => Promise<StoreUnderTest>): void {
  readLaws(name, make)
  describe(`${name}, as a store`, () => {
    it('scans what it holds', async () => {
      const { store, holder, credential } = await make()
      const scan = await store.scan()
      const entry = scan.entries.find((one) => one.holder.id === holder.id)
      expect(entry?.holder).toEqual(holder)
      expect(entry?.problem).toBeUndefined()
      expect(isSame(entry?.credential, credential)).toBe(true)
      expect(scan.places.length).toBeGreaterThan(0)
    })

    it('gives every entry another id', async () => {
      const { store } = await make()
      const ids = (await store.scan()).entries.map((entry) => entry.holder.id)
      expect(new Set(ids).size).toBe(ids.length)
    })

    it('reads back what was written, in this process and in another', async () => {
      const { store, sibling, holder, credential } = await make()
      const next = successorOf(credential)
      expect(await locked(store, holder, () => store.writing.replace(holder, next, credential))).toBe(
        'written',
      )
      for (const one of [store, sibling]) {
        const entry = await one.read(holder)
        expect(isSame(entry?.credential, next)).toBe(true)
        expect(entry?.credential?.expiresAtMs).toBe(next.expiresAtMs)
      }
    })

    it('writes nothing over another credential than the expected one', async () => {
      const { store, holder, credential, text } = await make()
      const before = await text()
      const wrong = successorOf(credential)
      const outcome = await locked(store, holder, () =>
        store.writing.replace(holder, successorOf(wrong), wrong),
      )
      expect(outcome).toBe('changed')
      expect(await text()).toBe(before)
    })

    it('keeps keys it does not know', async () => {
      const { store, holder, credential, addUnknownKeys } = await make()
      const areThere = await addUnknownKeys()
      await locked(store, holder, () => store.writing.replace(holder, successorOf(credential), credential))
      expect(await areThere()).toBe(true)
    })

    it('gives up the refresh token and nothing else, in this process and in another', async () => {
      const { store, sibling, holder, credential, addUnknownKeys } = await make()
      const areThere = await addUnknownKeys()
      const lender = { machine: 'machine-b', name: 'T440', profile: holder.entry }
      const surrender = () => store.writing.surrender(holder, credential, lender)
      expect(await locked(store, holder, surrender)).toBe('written')
      for (const one of [store, sibling]) {
        const left = await one.read(holder)
        expect(left?.credential?.refreshToken).toBeUndefined()
        expect(left?.credential?.accessToken?.equals(credential.accessToken)).toBe(true)
        expect(left).toMatchObject({ owner: 'T440', note: expect.stringContaining('T440 renews it') })
        expect(left?.problem).toBeUndefined()
      }
      expect(await areThere()).toBe(true)
      expect(await locked(store, holder, surrender)).toBe('changed') // it no longer holds what was expected
    })

    it('takes back what it gave up', async () => {
      const { store, holder, credential } = await make()
      const before = await store.read(holder)
      const lender = { machine: 'machine-b', name: 'T440', profile: holder.entry }
      await locked(store, holder, () => store.writing.surrender(holder, credential, lender))
      const left = (await store.read(holder))?.credential as Credential
      expect(await locked(store, holder, () => store.writing.replace(holder, credential, left))).toBe(
        'written',
      )
      const after = await store.read(holder)
      expect(isSame(after?.credential, credential)).toBe(true)
      expect(after).toMatchObject({ mode: before?.mode, owner: before?.owner })
    })

    it('tries a write without one, and says what would come of it', async () => {
      const { store, holder, credential, text, remove } = await make()
      const before = await text()
      const rehearse = () => locked(store, holder, () => store.writing.rehearse(holder, credential))
      const room = await rehearse()
      expect(room).toBeTypeOf('function')
      if (typeof room === 'function') await room()
      expect(await text()).toBe(before)
      await locked(store, holder, () => store.writing.replace(holder, successorOf(credential), credential))
      expect(await rehearse()).toBe('changed')
      await remove()
      expect(await rehearse()).toBe('gone')
    })

    it('leaves the other entries as they were', async () => {
      const { store, holder, other, credential } = await make()
      if (!other) return
      const before = (await store.read(other))?.credential
      await locked(store, holder, () => store.writing.replace(holder, successorOf(credential), credential))
      expect(isSame((await store.read(other))?.credential, before)).toBe(true)
    })

    it('lets exactly one of many replacements of one credential win', async () => {
      const { store, sibling, holder, credential } = await make()
      const nexts = Array.from({ length: 8 }, (_, n) => successorOf(credential, `racer-${n}`))
      const outcomes = await Promise.all(
        nexts.map((next, n) => {
          const one = n % 2 === 0 ? store : sibling
          return locked(one, holder, () => one.writing.replace(holder, next, credential))
        }),
      )
      expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1)
      expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(7)
      const winner = nexts[outcomes.indexOf('written')]
      expect(isSame((await store.read(holder))?.credential, winner)).toBe(true)
    })

    it.each(['', '{"version":1,"profiles":', '[]', 'null', '{"version":"one"}'])(
      'calls %j corrupt and leaves it alone',
      async (broken) => {
        const { store, holder, credential, text, write } = await make()
        await write(broken)
        await expect(store.read(holder)).rejects.toMatchObject({ code: 'STORE_CORRUPT' })
        await expect(
          locked(store, holder, () => store.writing.replace(holder, successorOf(credential), credential)),
        ).rejects.toMatchObject({ code: 'STORE_CORRUPT' })
        const { entries, places } = await store.scan()
        expect([...entries, ...places].some((one) => one.problem?.code === 'STORE_CORRUPT')).toBe(true)
        expect(await text()).toBe(broken)
      },
    )

    it('answers "gone" when the file was removed, and does not make it again', async () => {
      const { store, holder, credential, text, remove } = await make()
      await remove()
      expect(await store.read(holder)).toBeUndefined()
      expect(
        await locked(store, holder, () => store.writing.replace(holder, successorOf(credential), credential)),
      ).toBe('gone')
      expect(await text()).toBeUndefined()
      expect((await store.scan()).entries).toEqual([])
    })

    it('holds its lock until it is released', async () => {
      const { store, holder } = await make()
      const held = await store.writing.lock([holder], 1_000)
      expect(await held.stillHeld()).toBe(true)
      await held.release()
      const again = await store.writing.lock([holder], 1_000)
      await again.release()
    })

    it('tells when the file changed, until it is no longer asked to', async () => {
      const { store, sibling, holder, credential } = await make()
      let told = 0
      const changed = new Promise<void>((resolve) => {
        const unwatch = store.watch(() => {
          told++
          unwatch()
          resolve()
        })
      })
      await store.scan()
      await locked(sibling, holder, () =>
        sibling.writing.replace(holder, successorOf(credential), credential),
      )
      await changed
      expect(told).toBe(1)
    })

    it('puts no secret into an error, a view or a problem', async () => {
      const { store, holder, text, write } = await make()
      await write(`${(await text())?.slice(0, -5)} CANARY`)
      const error = await store.read(holder).then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      const said = [String(error), JSON.stringify(error), JSON.stringify(await store.scan())].join('\n')
      expect(said).not.toContain('CANARY')
    })
  })
}

/** The next tokens of the same grant. */
export function successorOf(credential: Credential, mark = `g${credential.generation + 1}`): Credential {
  return {
    ...credential,
    accessToken: new Secret(`CANARY-access-${mark}`),
    refreshToken: new Secret(`CANARY-refresh-${mark}`),
    expiresAtMs: (credential.expiresAtMs ?? 0) + 3_600_000,
    generation: credential.generation + 1,
  }
}

function isSame(a: Credential | undefined, b: Credential | undefined): boolean {
  return a !== undefined && b !== undefined && sameTokens(a, b)
}

async function locked<T>(store: WritableStore, holder: Holder, work: () => Promise<T>): Promise<T> {
  const held = await store.writing.lock([holder], 5_000)
  try {
    return await work()
  } finally {
    await held.release()
  }
}

export interface ReadStoreUnderTest {
  readonly store: CredentialStore
  /** Where `credential` is held from the beginning. */
  readonly holder: Holder
  readonly credential: Credential
  text(): Promise<string | undefined>
  write(text: string): Promise<void>
  remove(): Promise<void>
}

/** What holds for every store, whether Lamplighter may write it or not. @param broken texts that its program never writes */
export function readLaws(
  name: string,
  make: () => Promise<ReadStoreUnderTest>,
  broken: readonly string[] = [],
): void {
  describe(`${name}, as a store that is read`, () => {
    it('scans what it holds, and reads it again by its holder', async () => {
      const { store, holder, credential } = await make()
      const { entries, places } = await store.scan()
      const entry = entries.find((one) => one.holder.id === holder.id)
      expect(entry?.holder).toEqual(holder)
      expect(entry?.problem).toBeUndefined()
      expect(isSame(entry?.credential, credential)).toBe(true)
      expect(places.length).toBeGreaterThan(0)
      expect(isSame((await store.read(holder))?.credential, credential)).toBe(true)
    })

    it('has for each mode what the mode needs, and gives every entry another id', async () => {
      const { store } = await make()
      const { entries } = await store.scan()
      for (const { mode } of entries) {
        if (mode === 'own' || mode === 'shared') expect(store.writing).toBeDefined()
        if (mode === 'delegated') expect(store.delegation).toBeDefined()
      }
      const ids = entries.map((entry) => entry.holder.id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { holder } of entries) expect(holder.store).toBe(store.id)
    })

    if (broken.length > 0)
      // only a store that keeps what it saw has to
      it.each(broken)('calls %j corrupt, still shows what it knew, without tokens', async (text) => {
        const { store, holder, write } = await make()
        await store.scan()
        await write(text)
        await expect(store.read(holder)).rejects.toMatchObject({ code: 'STORE_CORRUPT' })
        const { entries, places } = await store.scan()
        expect(places.some((one) => one.problem?.code === 'STORE_CORRUPT')).toBe(true)
        const entry = entries.find((one) => one.holder.id === holder.id)
        expect(entry?.problem?.code).toBe('STORE_CORRUPT')
        expect(entry?.credential).toBeUndefined()
      })

    it('shows nothing once the file is gone', async () => {
      const { store, holder, remove } = await make()
      await store.scan()
      await remove()
      expect(await store.read(holder)).toBeUndefined()
      expect((await store.scan()).entries).toEqual([])
    })

    it('tells when the file changed, until it is no longer asked to', async () => {
      const { store, text, write } = await make()
      let told = 0
      const unwatch = store.watch(() => told++)
      await store.scan()
      await write(`${await text()} `)
      await expect.poll(() => told).toBeGreaterThan(0)
      unwatch()
      const before = told
      await write(`${await text()} `)
      await new Promise((resolve) => setImmediate(resolve))
      expect(told).toBe(before)
    })

    it('puts no secret into an error or a problem', async () => {
      const { store, holder, text, write } = await make()
      await write(`{ ${(await text())?.slice(0, -5)} CANARY: [`)
      const error = await store.read(holder).then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      const said = [String(error), JSON.stringify(error), JSON.stringify(await store.scan())].join('\n')
      expect(said).not.toContain('CANARY')
    })
  })
}
