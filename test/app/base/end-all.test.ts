import { describe, expect, it } from 'vitest'
import { endAll } from '../../../app/base/end-all.ts'

describe('endAll', () => {
  it('ends one after another, past those that fail, and throws what failed first', async () => {
    const ended: number[] = []
    const part = (number: number, error?: Error) => async () => {
      ended.push(number)
      if (error) throw error
    }
    const first = new Error('first')
    await expect(endAll(part(1), part(2, first), part(3, new Error('second')), part(4))).rejects.toBe(first)
    expect(ended).toEqual([1, 2, 3, 4])
  })
})
