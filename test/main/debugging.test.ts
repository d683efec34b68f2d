import { describe, expect, it } from 'vitest'
import { refusedSwitch } from '../../main/debugging.ts'

const started = (...switches: readonly string[]) => ({ hasSwitch: (name: string) => switches.includes(name) })

describe('refusedSwitch', () => {
  it.each(['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'])(
    'is --%s in a package, and only there',
    (name) => {
      expect(refusedSwitch(started('no-sandbox', name), true)).toBe(name)
      expect(refusedSwitch(started(name), false)).toBeUndefined()
    },
  )

  it('is none of those that any start may have', () => {
    expect(refusedSwitch(started('no-sandbox', 'disable-gpu'), true)).toBeUndefined()
  })
})
