import { describe, expect, it } from 'vitest'
import { closeWithin } from '../../main/quit.ts'

function listeningLog() {
  const lines: string[] = []
  const note = (message: string) => {
    lines.push(message)
  }
  return { lines, info: note, warn: note }
}

describe('closeWithin', () => {
  it('waits for the core', async () => {
    let closed = false
    const close = async () => {
      await Promise.resolve()
      closed = true
    }
    expect(await closeWithin(60_000, close, listeningLog())).toBe(true)
    expect(closed).toBe(true)
  })

  it('gives up on a core that never ends, and says so', async () => {
    const log = listeningLog()
    const never = () => new Promise<void>(() => undefined)
    expect(await closeWithin(1, never, log)).toBe(false)
    expect(log.lines).toHaveLength(1)
  })

  it('waits on while the core holds tokens that nobody else has, and says so once', async () => {
    let looks = 0
    let told = 0
    let end: () => void = () => undefined
    const close = () => new Promise<void>((resolve) => (end = resolve))
    const holdsTokens = () => {
      if (++looks === 3) end()
      return true
    }
    const onHolding = () => void told++
    expect(await closeWithin(1, close, listeningLog(), { holdsTokens, onHolding })).toBe(true)
    expect(looks).toBe(3)
    expect(told).toBe(1)
  })

  it('does not throw when closing fails', async () => {
    const log = listeningLog()
    expect(await closeWithin(60_000, () => Promise.reject(new Error('disk full')), log)).toBe(false)
    expect(log.lines).toEqual(['closing failed'])
  })
})
