import { expect, it } from 'vitest'
import { durationText } from '../../../app/base/duration-text.ts'

const MINUTE = 60_000

it.each([
  [0, '1 s'],
  [48_000, '48 s'],
  [59_999, '60 s'],
  [12 * MINUTE, '12 min'],
  [120 * MINUTE, '2 h'],
  [90 * MINUTE, '1 h 30 min'],
  [4_320 * MINUTE, '3 days'],
  [-4_320 * MINUTE, '3 days'],
  [47 * 60 * MINUTE, '47 h'],
])('%d ms are %s', (ms, words) => {
  expect(durationText(ms)).toBe(words)
})
