import { describe, expect, it } from 'vitest'
import { createFiles } from '../../../app/platform/files/files.ts'
import { filesLaws } from '../../conformance/files.conformance.ts'
import { FakeClock } from '../../fakes/clock.ts'
import { FakeFiles } from '../../fakes/files.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

filesLaws('the disk', () => ({ files: createFiles(), root: temporaryFolder() }))
filesLaws('the fake', () => ({ files: new FakeFiles(), root: '/root' }))

describe('the fake clock', () => {
  it('wakes sleepers in the order of their times, each at its own', async () => {
    const clock = new FakeClock(0)
    const woke: [string, number][] = []
    const nap = async (name: string, ms: number, again = 0): Promise<void> => {
      await clock.sleep(ms)
      woke.push([name, clock.now()])
      if (again) await nap(`${name}2`, again)
    }
    void nap('late', 300)
    void nap('early', 100, 150)
    await clock.advance(99)
    expect(woke).toEqual([])
    await clock.advance(201)
    expect(woke).toEqual([
      ['early', 100],
      ['early2', 250],
      ['late', 300],
    ])
  })

  it('runs a promise to its end without being told how long', async () => {
    const clock = new FakeClock(0)
    const slow = clock.sleep(5_000).then(() => clock.sleep(7_000))
    await clock.run(slow)
    expect(clock.now()).toBe(12_000)
    expect(clock.sleeping).toBe(0)
    await expect(clock.run(clock.sleep(20), 10)).rejects.toThrow('not done')
  })
})
