import { describe, expect, it } from 'vitest'
import { EMPTY_KEY, keyErrors, keyInput } from '../../../renderer/sign-in/key-draft.ts'

const NOW = Date.UTC(2026, 0, 15)
const KEY = { ...EMPTY_KEY, provider: 'openai', name: 'ci', key: 'sk-1' }

describe('keyErrors', () => {
  it('asks for whose it is, what for, and the key', () => {
    expect(Object.keys(keyErrors(EMPTY_KEY, NOW))).toEqual(['provider', 'name', 'key'])
    expect(keyErrors(KEY, NOW)).toEqual({})
  })

  it.each([
    ['provider', { provider: 'open ai' }],
    ['name', { name: 'a:b' }],
    ['expires', { expires: '2026-01-15' }],
    ['everyDays', { rotation: 'every', everyDays: '0' }],
    ['everyDays', { rotation: 'every', everyDays: '1.5' }],
    ['everyDays', { rotation: 'every', everyDays: '40000' }],
    ['onDay', { rotation: 'on', onDay: '' }],
  ] as const)('names %s: %j', (field, wrong) => {
    expect(Object.keys(keyErrors({ ...KEY, ...wrong }, NOW))).toEqual([field])
  })

  it('does not mind what is not asked for', () => {
    expect(keyErrors({ ...KEY, everyDays: 'x', onDay: 'never' }, NOW)).toEqual({})
  })
})

describe('keyInput', () => {
  it('says only what was given', () => {
    expect(keyInput(KEY)).toEqual({ id: 'openai:ci', kind: 'api-key' })
    expect(keyInput({ ...KEY, kind: 'token', expires: '2026-03-01', rotation: 'every' })).toEqual({
      id: 'openai:ci',
      kind: 'token',
      expiresAtMs: Date.UTC(2026, 2, 1),
      rules: { rotateEveryDays: 90 },
    })
    expect(keyInput({ ...KEY, rotation: 'on', onDay: '2026-03-01' }).rules).toEqual({
      rotateOn: '2026-03-01',
    })
  })
})
