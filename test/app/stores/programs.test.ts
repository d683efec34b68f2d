/** Every adapter, on the files of every version that is known. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStores } from '../../../app/stores/registry.ts'
import { createVault } from '../../../app/stores/vault/store.ts'
import { readLaws } from '../../conformance/store.conformance.ts'
import { createFakePorts } from '../../fakes/ports.ts'
import { damaged, fuzz } from '../../support/fuzz.ts'
import { ENDS_AT_MS, fixture, machineWith, PROGRAM_FILES } from '../../support/program-files.ts'

for (const file of PROGRAM_FILES) {
  const { path, broken, access, provider } = file
  const text = fixture(file.fixture)

  describe(`${file.fixture} at ${path}`, () => {
    it('is read: whose it is, until when, and who renews it', async () => {
      const { store } = machineWith(file, text)
      const { entries, places } = await store.scan()
      expect(entries.map(({ holder, mode }) => [holder.entry, mode])).toEqual(file.entries)
      expect(entries.filter(({ problem }) => problem)).toEqual([])
      expect(entries[0]).toMatchObject({ provider, note: expect.stringMatching(/\.$/) })
      if (access) expect(entries[0]?.credential?.accessToken?.expose()).toBe(access)
      if (file.ends) expect(entries[0]?.credential?.expiresAtMs).toBe(ENDS_AT_MS)
      expect(places).toEqual([expect.objectContaining({ path, present: true })])
      expect(entries.every(({ holder }) => holder.path === path)).toBe(true)
    })

    it('shows nothing that is secret, whatever happens to it', async () => {
      await fc.assert(
        fc.asyncProperty(damaged(fc.constant(text)), async (hurt) => {
          const { store } = machineWith(file, hurt)
          const scan = await store.scan()
          const ids = scan.entries.map(({ holder }) => holder.id)
          expect(new Set(ids).size).toBe(ids.length)
          for (const { holder } of scan.entries) await store.read(holder)
          expect(JSON.stringify(scan.places)).not.toContain('CANARY')
          // A wound can make a name of a token; what is said of who renews it never quotes the file.
          for (const { note } of scan.entries) expect(`${note}`).not.toContain('CANARY')
        }),
        fuzz(60),
      )
    })
  })

  if (access)
    readLaws(
      file.fixture,
      async () => {
        const { ports, store } = machineWith(file, text)
        const entry = (await store.scan()).entries[0]
        if (!entry?.credential) throw new Error('no login')
        return {
          store,
          holder: entry.holder,
          credential: entry.credential,
          text: async () => ports.files.text(path),
          write: async (next) => ports.files.put(path, next),
          remove: async () => ports.files.delete(path),
        }
      },
      broken,
    )
}

describe('the list of stores', () => {
  it('has each id once', () => {
    const ports = createFakePorts()
    const stores = createStores(ports, () => undefined, createVault(ports))
    expect(stores.size).toBe(new Set(stores.keys()).size)
    for (const { store } of PROGRAM_FILES) expect([...stores.keys()]).toContain(store)
  })

  it('finds nothing on a machine without programs, and fails at nothing', async () => {
    const ports = createFakePorts()
    for (const store of createStores(ports, () => undefined, createVault(ports)).values())
      expect((await store.scan()).entries).toEqual([])
  })
})
