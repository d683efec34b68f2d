import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shutsOut, writeInPlace } from '../../../../app/platform/files/write-in-place.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const flush = async (): Promise<void> => undefined

describe('writeInPlace', () => {
  it.each(['', 'short', 'a text that is longer than the one before, with an ä'])(
    'leaves just %j',
    async (text) => {
      const path = join(temporaryFolder(), 'x.json')
      writeFileSync(path, 'what was there before')
      const { ino } = statSync(path)
      await writeInPlace(path, text, flush)
      expect(readFileSync(path, 'utf8')).toBe(text)
      expect(statSync(path).ino).toBe(ino)
    },
  )

  it('makes no file where there is none', async () => {
    await expect(writeInPlace(join(temporaryFolder(), 'x'), 'x', flush)).rejects.toMatchObject({
      code: 'ENOENT',
    })
  })
})

describe('shutsOut', () => {
  const me = { uid: 1000, gid: 1000 }
  it.each([
    ['a group that may read and cannot be kept', { uid: 1000, gid: 44, mode: 0o640 }, me, true],
    ['a group that could do nothing', { uid: 1000, gid: 44, mode: 0o600 }, me, false],
    ['a group that is as good as everybody', { uid: 1000, gid: 44, mode: 0o644 }, me, false],
    [
      'an owner who shares it with a group',
      { uid: 1001, gid: 44, mode: 0o660 },
      { uid: 1000, gid: 44 },
      false,
    ],
    ['an owner alone', { uid: 1001, gid: 44, mode: 0o600 }, { uid: 1000, gid: 44 }, true],
    ['root, who never is', { uid: 0, gid: 44, mode: 0o600 }, { uid: 1000, gid: 44 }, false],
    ['nobody', { ...me, mode: 0o600 }, me, false],
  ])('knows about %s', (_name, before, now, expected) => {
    expect(shutsOut(before, now)).toBe(expected)
  })
})
