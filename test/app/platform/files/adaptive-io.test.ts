import { describe, expect, it } from 'vitest'
import { AdaptiveIo } from '../../../../app/platform/files/adaptive-io.ts'

let nowMs = 0

/** Which of the two ways each call took, that lasts so many milliseconds either way. */
async function ways(lasting: readonly number[]): Promise<readonly string[]> {
  const quick = new AdaptiveIo(() => nowMs)
  const taken: string[] = []
  for (const ms of lasting) {
    const take = (way: string): void => {
      taken.push(way)
      nowMs += ms
    }
    await quick.run(
      () => take('direct'),
      async () => take('pooled'),
    )
  }
  return taken
}

describe('Quick', () => {
  it('calls directly what takes no time', async () => {
    expect(await ways([0, 0.1, 0.2])).toEqual(['direct', 'direct', 'direct'])
  })

  it('leaves it to the thread pool while calls take long, and comes back afterwards', async () => {
    expect(await ways([3, 3, 0.1, 0.1])).toEqual(['direct', 'pooled', 'pooled', 'direct'])
  })

  it('lets others in after many short calls in a row', async () => {
    expect(await ways([1, 1, 1, 1, 1, 1, 1])).toEqual([...Array(5).fill('direct'), 'pooled', 'direct'])
  })

  it('passes on what goes wrong, from either way', async () => {
    const quick = new AdaptiveIo(() => nowMs)
    const fail = (): never => {
      nowMs += 3
      throw new Error('no')
    }
    await expect(quick.run(fail, async () => undefined)).rejects.toThrow('no')
    const pooled = quick.run(
      () => undefined,
      async () => fail(),
    )
    await expect(pooled).rejects.toThrow('no')
  })
})
