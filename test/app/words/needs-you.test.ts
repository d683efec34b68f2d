import { expect, it } from 'vitest'
import { needsYou } from '../../../app/words/needs-you.ts'

it('counts what waits for a person by what it is', () => {
  expect(needsYou({ count: 1, noun: 'login' }, 'One')).toBe('One login needs you')
  expect(needsYou({ count: 2, noun: 'file' }, '2')).toBe('2 files need you')
  expect(needsYou({ count: 3, noun: 'thing' }, 'Three')).toBe('Three things need you')
})
