/** What holds for the Register port, so that what is shown with the fake is true with an engine. */
import { afterEach, describe, expect, it } from 'vitest'
import type { Register, RegisterChange } from '../../app/base/register.ts'

/** @param make one more client of the same register; `root` is a prefix that no other test uses */
export function registerLaws(
  name: string,
  make: () => { readonly register: Register; readonly root: string; readonly another: () => Register },
): void {
  const opened: Register[] = []
  const open = (): { register: Register; other: Register; root: string } => {
    const { register, root, another } = make()
    const other = another()
    opened.push(register, other)
    return { register, other, root }
  }

  describe(`${name}, as a register`, () => {
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((register) => register.close()))
    })

    it('reads what was written, by anybody, and nothing where nothing is', async () => {
      const { register, other, root } = open()
      expect(await register.read(`${root}/a`)).toBeUndefined()
      const made = await register.create(`${root}/a`, 'ä "1"')
      expect(made).toMatchObject({ kind: 'written' })
      expect(await other.read(`${root}/a`)).toEqual({
        key: `${root}/a`,
        value: 'ä "1"',
        revision: revisionOf(made),
      })
    })

    it('creates once, and shows whose it is', async () => {
      const { register, other, root } = open()
      const made = await Promise.all(
        [register, other, register, other].map((one, at) => one.create(`${root}/a`, `${at}`)),
      )
      expect(made.filter(({ kind }) => kind === 'written')).toHaveLength(1)
      const winner = made.findIndex(({ kind }) => kind === 'written')
      for (const lost of made.filter(({ kind }) => kind === 'refused')) {
        expect(lost).toMatchObject({ now: { value: `${winner}` } })
      }
    })

    it('replaces and removes what is as it was read, and nothing else', async () => {
      const { register, other, root } = open()
      const key = `${root}/a`
      const first = revisionOf(await register.create(key, '1'))
      const second = revisionOf(await register.replace(key, '2', first))
      expect(second).toBeGreaterThan(first)
      expect(await other.replace(key, '3', first)).toEqual({
        kind: 'refused',
        now: { key, value: '2', revision: second },
      })
      expect(await other.remove(key, first)).toMatchObject({ kind: 'refused', now: { value: '2' } })
      expect(await other.remove(key, second)).toMatchObject({ kind: 'written' })
      expect(await register.read(key)).toBeUndefined()
      expect(await register.remove(key, second)).toEqual({ kind: 'refused' })
      expect(await register.replace(key, '4', second)).toEqual({ kind: 'refused' })
      expect(await register.create(key, '')).toMatchObject({ kind: 'written' })
      expect(await register.read(key)).toMatchObject({ value: '' })
    })

    it('lets one of many replace the same', async () => {
      const { register, other, root } = open()
      const first = revisionOf(await register.create(`${root}/a`, '0'))
      const made = await Promise.all(
        Array.from({ length: 12 }, (_, at) =>
          (at % 2 === 0 ? register : other).replace(`${root}/a`, `${at}`, first),
        ),
      )
      expect(made.filter(({ kind }) => kind === 'written')).toHaveLength(1)
    })

    it('lists a prefix and what is newer, each with the revision it is as of', async () => {
      const { register, root } = open()
      expect((await register.list(`${root}/`)).records).toEqual([])
      await register.create(`${root}/b`, '2')
      const middle = revisionOf(await register.create(`${root}/a`, '1'))
      await register.create(`${root}0`, 'beside it')
      await register.create(`${root}/c`, '3')
      const all = await register.list(`${root}/`)
      expect(all.records.map(({ value }) => value)).toEqual(['1', '2', '3'])
      expect(all.revision).toBeGreaterThanOrEqual(middle)
      expect((await register.list(`${root}/`, middle)).records.map(({ value }) => value)).toEqual(['3'])
      expect((await register.list(`${root}/`, all.revision)).records).toEqual([])
    })

    it('says that it went back when it is asked for what it has not come to', async () => {
      const { register, root } = open()
      const { revision } = await register.list(`${root}/`)
      await expect(register.list(`${root}/`, revision + 1000)).rejects.toMatchObject({
        name: 'RegisterFailure',
        reason: 'gone-back',
      })
    })

    it('tells what changes after a revision, in order, what others do too, and once', async () => {
      const { register, other, root } = open()
      const before = revisionOf(await register.create(`${root}/a`, '0'))
      const missed = revisionOf(await other.create(`${root}/b`, '1'))
      const told: RegisterChange[] = []
      const unwatch = register.watch(`${root}/`, before, (change) => told.push(change))
      await expect.poll(() => told.map(({ kind }) => kind).sort()).toEqual(['changed', 'level'])
      const values = () => told.flatMap((change) => (change.kind === 'changed' ? [change.record.value] : []))
      const second = revisionOf(await other.replace(`${root}/b`, '2', missed))
      await expect.poll(values).toEqual(['1', '2']) // written faster, it might be passed over
      const third = revisionOf(await other.replace(`${root}/b`, '3', second))
      await expect.poll(values).toEqual(['1', '2', '3'])
      await other.create(`${root}0`, 'beside it')
      await other.remove(`${root}/b`, third)
      await expect.poll(() => told.at(-1)).toMatchObject({ kind: 'removed', key: `${root}/b` })
      expect(values()).toEqual(['1', '2', '3'])
      unwatch()
      await register.create(`${root}/late`, '')
      await register.read(`${root}/late`)
      expect(JSON.stringify(told)).not.toContain('late')
    })

    it('shows who is present, to one at a time, until it leaves', async () => {
      const { register, other, root } = open()
      const key = `${root}/here`
      const mine = await register.present(key, 'me', 5000)
      expect(await other.read(key)).toMatchObject({ value: 'me' })
      expect(await other.present(key, 'you', 5000)).toMatchObject({ now: { value: 'me' } })
      if (!('leave' in mine)) throw new Error('nobody else was there')
      await mine.leave()
      expect(await other.read(key)).toBeUndefined()
      expect(await other.present(key, 'you', 5000)).toHaveProperty('leave')
    })

    it('shows nobody who has closed', async () => {
      const { register, other, root } = open()
      await register.present(`${root}/here`, 'me', 5000)
      await register.close()
      expect(await other.read(`${root}/here`)).toBeUndefined()
    })

    it('is the same for everybody', async () => {
      const { register, other } = open()
      expect(await register.identity()).toBe(await other.identity())
    })
  })
}

function revisionOf(made: { readonly kind: string; readonly revision?: number }): number {
  if (made.revision === undefined) throw new Error('it was refused')
  return made.revision
}
