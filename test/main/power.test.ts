import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const electron = vi.hoisted(() => ({ isOnline: true, looks: 0 }))
vi.mock('electron', () => ({
  net: {
    isOnline() {
      electron.looks++
      return electron.isOnline
    },
  },
  powerMonitor: { on: () => undefined, off: () => undefined },
}))

const { watchPower } = await import('../../main/power.ts')

function watching(isWaiting: boolean) {
  const woken: string[] = []
  let waits = isWaiting
  let tell = (): void => undefined
  const stop = watchPower({
    wake: (reason) => woken.push(reason),
    isWaiting: () => waits,
    onChange(listener) {
      tell = listener
      return () => undefined
    },
  })
  const change = (now: boolean): void => {
    waits = now
    tell()
  }
  return { woken, change, stop }
}

describe('the network', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    electron.isOnline = true
    electron.looks = 0
  })
  afterEach(() => vi.useRealTimers())

  it('is not looked at while nothing waits for it', () => {
    const { stop } = watching(false)
    vi.advanceTimersByTime(3_600_000)
    expect(electron.looks).toBe(0)
    stop()
  })

  it('wakes what waits for it when it comes back', () => {
    const { woken, change, stop } = watching(false)
    electron.isOnline = false
    change(true)
    vi.advanceTimersByTime(60_000)
    expect(woken).toEqual([])
    electron.isOnline = true
    vi.advanceTimersByTime(10_000)
    expect(woken).toEqual(['network'])
    stop()
  })

  it('is left alone again once nothing waits', () => {
    const { change, stop } = watching(true)
    change(false)
    electron.looks = 0
    vi.advanceTimersByTime(3_600_000)
    expect(electron.looks).toBe(0)
    stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})
