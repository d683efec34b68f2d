import { describe, expect, it } from 'vitest'
import { Scheduler } from '../../../../app/engine/schedule/scheduler.ts'
import { FakeClock } from '../../../fakes/clock.ts'

const SECOND = 1000

function scheduler(maxConcurrent = 4) {
  const clock = new FakeClock()
  const started: { id: string; atMs: number }[] = []
  const ends = new Map<string, () => void>()
  let ticks = 0
  const made = new Scheduler({
    clock,
    run: (id) => {
      started.push({ id, atMs: clock.now() })
      return new Promise((resolve) => ends.set(id, resolve))
    },
    endpointOf: (id) => id.split('-')[0] ?? id,
    maxConcurrent: () => maxConcurrent,
    onTick: () => {
      ticks += 1
    },
  })
  const end = async (id: string): Promise<void> => {
    ends.get(id)?.()
    await clock.advance(0)
  }
  return { clock, made, started, end, ids: () => started.map(({ id }) => id), ticks: () => ticks }
}

describe('Scheduler', () => {
  it('starts each refresh at its time, in the order of time', async () => {
    const { clock, made, started } = scheduler()
    const t0 = clock.now()
    made.start()
    made.plan('b-1', t0 + 20 * SECOND)
    made.plan('a-1', t0 + 10 * SECOND)
    await clock.advance(30 * SECOND)
    expect(started).toEqual([
      { id: 'a-1', atMs: t0 + 10 * SECOND },
      { id: 'b-1', atMs: t0 + 20 * SECOND },
    ])
    await made.stop()
  })

  it('forgets a plan that was taken back or moved', async () => {
    const { clock, made, ids } = scheduler()
    made.start()
    made.plan('a-1', clock.now() + 10 * SECOND)
    made.plan('a-2', clock.now() + 10 * SECOND)
    made.plan('a-1', undefined)
    made.plan('a-2', clock.now() + 60 * SECOND)
    await clock.advance(30 * SECOND)
    expect(ids()).toEqual([])
    await clock.advance(31 * SECOND)
    expect(ids()).toEqual(['a-2'])
    await made.stop()
  })

  it('looks at the wall clock at least every 37 seconds, so a jump forward is noticed', async () => {
    const { clock, made, ids, ticks } = scheduler()
    made.start()
    made.plan('a-1', clock.now() + 5 * 3600 * SECOND)
    await clock.advance(10 * 60 * SECOND)
    expect(ticks()).toBeGreaterThanOrEqual(16)
    clock.jump(6 * 3600 * SECOND)
    await clock.advance(37 * SECOND)
    expect(ids()).toEqual(['a-1'])
    await made.stop()
  })

  it('sends what is overdue four at a time to one endpoint, first come first served, and others at once', async () => {
    const { clock, made, ids, end } = scheduler()
    for (let n = 1; n <= 6; n++) made.plan(`a-${n}`, clock.now() - 100 + n)
    made.plan('b-1', clock.now())
    made.start()
    await clock.advance(0)
    expect(ids().sort()).toEqual(['a-1', 'a-2', 'a-3', 'a-4', 'b-1'])
    await end('a-2')
    expect(ids()).toContain('a-5')
    expect(ids()).not.toContain('a-6')
    await end('a-1')
    expect(ids()).toContain('a-6')
    await made.stop()
  })

  it('keeps a plan that is made, and due, while the refresh before it is still ending', async () => {
    const { clock, made, ids, end } = scheduler()
    made.start()
    made.plan('a-1', clock.now())
    await clock.advance(0)
    made.plan('a-1', clock.now() - SECOND)
    await clock.advance(60 * SECOND)
    expect(ids()).toEqual(['a-1'])
    await end('a-1')
    expect(ids()).toEqual(['a-1', 'a-1'])
    await made.stop()
  })

  it('starts nothing more once stopped', async () => {
    const { clock, made, ids } = scheduler()
    made.start()
    made.plan('a-1', clock.now() + SECOND)
    await made.stop()
    await clock.advance(60 * SECOND)
    expect(ids()).toEqual([])
  })
})
