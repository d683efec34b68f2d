/** What holds for the Files port, so that what is tested on the fake is true on a disk. */
import { describe, expect, it } from 'vitest'
import type { Files } from '../../app/base/ports.ts'

export function filesLaws(name: string, make: () => { readonly files: Files; readonly root: string }): void {
  describe(`${name}, as files`, () => {
    it('reads what was written, and nothing where nothing is', async () => {
      const { files, root } = make()
      expect(await files.read(`${root}/a/b`)).toBeUndefined()
      await files.writeAtomic(`${root}/a/b`, 'one')
      expect(await files.read(`${root}/a/b`)).toBe('one')
      await files.writeAtomic(`${root}/a/b`, 'ä')
      expect(await files.stat(`${root}/a/b`)).toMatchObject({ kind: 'file', size: 2, mode: 0o600 })
      expect(await files.stat(`${root}/a`)).toMatchObject({ kind: 'directory' })
      expect(await files.list(root)).toEqual(['a'])
    })

    it('reads the same as bytes', async () => {
      const { files, root } = make()
      expect(await files.readBytes(`${root}/a`)).toBeUndefined()
      await files.writeAtomic(`${root}/a`, 'ä')
      expect([...((await files.readBytes(`${root}/a`)) ?? [])]).toEqual([0xc3, 0xa4])
    })

    it('gives a replaced file another identity, an appended one the same', async () => {
      const { files, root } = make()
      const path = `${root}/log/x`
      await files.append(path, 'a')
      const first = (await files.stat(path))?.identity
      await files.append(path, 'b')
      expect((await files.stat(path))?.identity).toBe(first)
      expect(await files.read(path)).toBe('ab')
      await files.writeAtomic(path, 'c')
      expect((await files.stat(path))?.identity).not.toBe(first)
    })

    it('creates exclusively', async () => {
      const { files, root } = make()
      const path = `${root}/deep/ticket`
      const made = await Promise.all(['1', '2', '3'].map((text) => files.createExclusive(path, text)))
      expect(made.filter(Boolean)).toHaveLength(1)
      expect(await files.read(path)).toBe(String(made.indexOf(true) + 1))
    })

    it('makes, lists and removes folders', async () => {
      const { files, root } = make()
      await files.makeFolder(root)
      expect(await files.makeFolderExclusive(`${root}/a`)).toBe(true)
      expect(await files.makeFolderExclusive(`${root}/a`)).toBe(false)
      await expect(files.makeFolderExclusive(`${root}/b/c`)).rejects.toMatchObject({
        code: 'STORE_UNWRITABLE',
      })
      await files.makeFolder(`${root}/b/c`)
      await files.makeFolder(`${root}/b/c`)
      await files.writeAtomic(`${root}/b/x`, '')
      expect(await files.list(`${root}/b`)).toEqual(['c', 'x'])
      await expect(files.removeFolder(`${root}/b`)).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' })
      await files.removeFolder(`${root}/b/c`)
      await files.removeFolder(`${root}/never`)
      expect(await files.list(`${root}/b`)).toEqual(['x'])
      expect(await files.list(`${root}/never`)).toEqual([])
    })

    it('renames and removes', async () => {
      const { files, root } = make()
      await files.writeAtomic(`${root}/x`, 'one')
      await files.writeAtomic(`${root}/y`, 'two')
      await files.rename(`${root}/x`, `${root}/y`)
      expect(await files.read(`${root}/y`)).toBe('one')
      expect(await files.read(`${root}/x`)).toBeUndefined()
      await files.remove(`${root}/y`)
      await files.remove(`${root}/y`)
      expect(await files.list(root)).toEqual([])
      await expect(files.rename(`${root}/x`, `${root}/y`)).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' })
    })

    it('refuses to read a folder, and to write over one', async () => {
      const { files, root } = make()
      await files.makeFolder(`${root}/a`)
      await expect(files.read(`${root}/a`)).rejects.toMatchObject({ code: 'STORE_UNREADABLE' })
      await expect(files.writeAtomic(`${root}/a`, '')).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' })
    })

    it('tells of a change in a folder that was not there when watching began', async () => {
      const { files, root } = make()
      const told = new Promise<void>((resolve) => {
        const unwatch = files.watch(`${root}/later`, () => {
          unwatch()
          resolve()
        })
      })
      await files.writeAtomic(`${root}/later/x`, 'one')
      await told
    })
  })
}
