import { describe, expect, it } from 'vitest'
import { type Attempt, RefreshAttempts } from '../../../../app/engine/refresh/attempts.ts'
import { FakeClock } from '../../../fakes/clock.ts'
import { FakeRandom } from '../../../fakes/random.ts'

const failure = { code: 'PROVIDER_UNREACHABLE', message: 'gone' }
const transient = { kind: 'retry', cause: 'transient', grant: 'g', failure } as const

function attempts() {
  const clock = new FakeClock()
  return { clock, made: new RefreshAttempts({ clock, random: new FakeRandom() }) }
}

describe('Attempts', () => {
  it('lets everybody share the one in flight, and starts anew after it', async () => {
    const { made } = attempts()
    let started = 0
    const start = async (): Promise<Attempt> => {
      started++
      await Promise.resolve()
      return {} as Attempt
    }
    await Promise.all([made.join('p', start), made.join('p', start), made.join('q', start)])
    expect(started).toBe(2)
    expect(made.sinceMs('p')).toBeUndefined()
    await made.join('p', start)
    expect(started).toBe(3)
  })

  it('is no longer in flight when it tells that it settled, even when it failed', async () => {
    const { made } = attempts()
    const seen: (number | undefined)[] = []
    made.onSettled = () => seen.push(made.sinceMs('p'))
    await expect(made.join('p', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(seen).toEqual([undefined])
  })

  it('is over when it says so: the next one starts anew, and what is left to write down is waited for', async () => {
    const { made } = attempts()
    let conclude = (): void => undefined
    const first = made.join('p', async (over) => {
      await Promise.resolve()
      over()
      await new Promise<void>((resolve) => {
        conclude = resolve
      })
      return { event: { id: 'first' } } as Attempt
    })
    await Promise.resolve()
    await Promise.resolve()
    expect(made.running('p')).toBeUndefined()
    const second = await made.join('p', async () => ({ event: { id: 'second' } }) as Attempt)
    expect(second.event.id).toBe('second')
    let settled = false
    const waiting = made.settled().then(() => {
      settled = true
    })
    await Promise.resolve()
    expect(settled).toBe(false)
    conclude()
    await waiting
    expect((await first).event.id).toBe('first')
  })

  it('waits as it was told, and counts failures in a row', () => {
    const { clock, made } = attempts()
    made.remember('p', { ...transient, retryAtMs: clock.now() + 90_000 })
    expect(made.retryOf('p')).toMatchObject({ untilMs: clock.now() + 90_000, failures: 1 })
    made.remember('p', transient)
    expect(made.retryOf('p')?.failures).toBe(2)
    made.remember('p', { kind: 'superseded', grant: 'g' })
    expect(made.retryOf('p')).toBeUndefined()
  })

  it('does not wait for a time that a clock set back has made far away', () => {
    const { clock, made } = attempts()
    made.remember('p', transient)
    clock.jump(-24 * 3_600_000)
    expect(made.retryOf('p')).toBeUndefined()
  })

  it('tries again at once what only waited for the network', () => {
    const { made } = attempts()
    made.remember('p', transient)
    made.remember('q', { ...transient, failure: { code: 'PROVIDER_REFUSED', message: 'slow down' } })
    made.clearPassing()
    expect(made.retryOf('p')).toBeUndefined()
    expect(made.retryOf('q')).toBeDefined()
  })

  it('tries again at once what failed by what config.json said', () => {
    const { made } = attempts()
    made.remember('p', { ...transient, failure: { code: 'PROVIDER_CHANGED', message: 'another server' } })
    made.remember('q', transient)
    made.clearBySettings()
    expect(made.retryOf('p')).toBeUndefined()
    expect(made.retryOf('q')).toBeDefined()
  })
})
