import { describe, expect, it } from 'vitest'
import { messageOf, toFailure } from '../../../app/base/errors.ts'

describe('toFailure', () => {
  it('says of a part that is not there any more that another version lies under the one that runs', async () => {
    const missing = '/not/here/catalogue-Ab3.js'
    const error = await import(/* @vite-ignore */ missing).catch((thrown: unknown) => thrown)
    const required = Object.assign(new Error("Cannot find module './entries.cjs'"), {
      code: 'MODULE_NOT_FOUND',
    })
    for (const one of [error, required]) {
      expect(toFailure(one)).toMatchObject({
        code: 'INTERNAL',
        message: expect.stringContaining('another version was installed under the one that runs'),
        hint: 'Restart Lamplighter.',
      })
      expect(messageOf(one)).toBe(toFailure(one).message)
    }
    expect(toFailure(new Error('x')).message).toBe('Something unexpected went wrong inside Lamplighter.')
  })
})
