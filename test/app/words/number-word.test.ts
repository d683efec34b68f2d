import { describe, expect, it } from 'vitest'
import { capitalized, firstWord, numberWord } from '../../../app/words/number-word.ts'

describe('numberWord', () => {
  it('is a word up to twelve, then digits', () => {
    expect([0, 1, 12, 13, 2000].map(numberWord)).toEqual(['no', 'one', 'twelve', '13', '2,000'])
  })

  it('has a capital at the beginning of a sentence', () => {
    expect([firstWord(3), firstWord(13), capitalized('three agents')]).toEqual([
      'Three',
      '13',
      'Three agents',
    ])
  })
})
