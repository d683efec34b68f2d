import { beforeEach, describe, expect, it } from 'vitest'
import { createTicker, MAX_TICK_MS, type TickerWorld } from '../../../renderer/format/ticker.ts'
import { HOUR, MINUTE, SECOND } from '../../../renderer/format/time.ts'

/** A clock that moves when told, and counts how often it was woken. */
function createWorld(startMs: number) {
  let now = startMs
  let hidden = false
  let timer: { at: number; run: () => void } | undefined
  let onChange: () => void = () => undefined
  let armed = 0
  const world: TickerWorld = {
    now: () => now,
    after(ms, run) {
      armed++
      const mine = { at: now + ms, run }
      if (timer) throw new Error('a second timer')
      timer = mine
      return () => {
        if (timer === mine) timer = undefined
      }
    },
    hidden: () => hidden,
    onVisibility(run) {
      onChange = run
      return () => {
        onChange = () => undefined
      }
    },
  }
  return {
    world,
    get waiting() {
      return timer === undefined ? undefined : timer.at - now
    },
    get armed() {
      return armed
    },
    /** @returns how often the timer fired */
    pass(ms: number) {
      const end = now + ms
      let fired = 0
      while (timer && timer.at <= end) {
        const due = timer
        timer = undefined
        now = due.at
        due.run()
        fired++
      }
      now = end
      return fired
    },
    hide(next: boolean) {
      hidden = next
      onChange()
    },
  }
}

const START = 1_770_000_000_000

describe('ticker', () => {
  let it_: ReturnType<typeof createWorld>
  beforeEach(() => {
    it_ = createWorld(START)
  })

  it('has no timer while nothing counts down', () => {
    createTicker(it_.world)
    expect(it_.waiting).toBeUndefined()
  })

  it('ticks each second while something is nearer than a minute', () => {
    const ticker = createTicker(it_.world)
    ticker.watch([START + 5 * HOUR])
    ticker.watch([START + 50 * SECOND])
    expect(it_.pass(10 * SECOND)).toBe(10)
    expect(ticker.store.getState().nowMs).toBe(START + 10 * SECOND)
  })

  it('sleeps when all is far, but never for long', () => {
    const ticker = createTicker(it_.world)
    ticker.watch([START + 5 * HOUR + 20 * SECOND])
    expect(it_.waiting).toBe(21 * SECOND)
    const stop = ticker.watch([START + 5 * HOUR + 50 * SECOND])
    stop()
    it_.pass(21 * SECOND)
    expect(it_.waiting).toBe(MAX_TICK_MS)
  })

  it('goes back to sleep when the near one leaves the screen', () => {
    const ticker = createTicker(it_.world)
    ticker.watch([START + 5 * HOUR + 20 * SECOND])
    const stop = ticker.watch([START + MINUTE])
    expect(it_.waiting).toBe(SECOND)
    stop()
    expect(it_.waiting).toBe(21 * SECOND)
  })

  it('has one timer, however many countdowns', () => {
    const ticker = createTicker(it_.world)
    for (let at = 0; at < 2000; at++) ticker.watch([START + at * SECOND + 123])
    expect(it_.pass(3 * SECOND)).toBe(3)
  })

  it('turns over on whole seconds, so that all countdowns change together', () => {
    const late = createWorld(START + 400)
    const ticker = createTicker(late.world)
    ticker.watch([START + MINUTE])
    expect(late.waiting).toBe(600)
    late.pass(600)
    expect(late.waiting).toBe(SECOND)
    expect(ticker.store.getState().nowMs).toBe(START + SECOND)
  })

  it('stops while hidden and catches up when shown', () => {
    const ticker = createTicker(it_.world)
    ticker.watch([START + HOUR, START + MINUTE])
    it_.hide(true)
    expect(it_.waiting).toBeUndefined()
    expect(it_.pass(30 * SECOND)).toBe(0)
    it_.hide(false)
    expect(ticker.store.getState().nowMs).toBe(START + 30 * SECOND)
    expect(it_.waiting).toBe(SECOND)
  })

  it('is silent after stop', () => {
    const ticker = createTicker(it_.world)
    ticker.watch([START + MINUTE])
    ticker.stop()
    expect(it_.waiting).toBeUndefined()
    it_.hide(false)
    expect(it_.waiting).toBeUndefined()
  })
})
