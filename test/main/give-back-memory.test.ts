import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { giveBackMemory } from '../../main/give-back-memory.ts'

// How much comes back, the bench measures: this Node.js' collector does not know the way that Electron's does.
it('leaves no collector lying about, here or in contexts to come', () => {
  giveBackMemory()
  expect(typeof globalThis.gc).toBe('undefined')
  expect(runInNewContext('typeof gc')).toBe('undefined')
})
