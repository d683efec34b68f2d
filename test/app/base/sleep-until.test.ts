import { describe, expect, it } from 'vitest'
import { sleepUntil } from '../../../app/base/sleep-until.ts'
import { FakeClock, START_MS } from '../../fakes/clock.ts'

describe('sleepUntil', () => {
  it('ends at the time, looking at the clock at least every 37 seconds', async () => {
    const clock = new FakeClock()
    const came = sleepUntil(clock, START_MS + 100_000, new AbortController().signal)
    expect(clock.nextMs).toBe(START_MS + 37_000)
    expect(await clock.run(came)).toBe(true)
    expect(clock.now()).toBe(START_MS + 100_000)
  })

  it('ends at once when it is told to', async () => {
    const controller = new AbortController()
    const came = sleepUntil(new FakeClock(), START_MS + 100_000, controller.signal)
    controller.abort()
    expect(await came).toBe(false)
  })
})
