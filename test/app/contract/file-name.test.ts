import { expect, it } from 'vitest'
import { fileName } from '../../../app/contract/file-name.ts'

it('is the last name of a path, on any system', () => {
  expect(fileName('/home/ada/x.age')).toBe('x.age')
  expect(fileName('/home/ada/logins/')).toBe('logins')
  expect(fileName('C:\\Users\\ada\\x.json')).toBe('x.json')
  expect(fileName('x')).toBe('x')
})
