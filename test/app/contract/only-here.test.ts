import { describe, expect, it } from 'vitest'
import { isAddressOnlyHere, isOnlyHere } from '../../../app/contract/only-here.ts'

describe('isOnlyHere', () => {
  it.each([
    'localhost',
    ' LOCALHOST. ',
    'x.localhost',
    '127.0.0.1',
    '127.1',
    '::1',
    '[::1]',
    '0.0.0.0',
    '::',
  ])('is true of %s', (host) => expect(isOnlyHere(host)).toBe(true))

  it.each(['', 'attic', 'attic.local', '10.0.0.1', '128.0.0.1', 'localhost.example.test', '2001:db8::1'])(
    'is false of %s',
    (host) => expect(isOnlyHere(host)).toBe(false),
  )
})

describe('isAddressOnlyHere', () => {
  it.each([
    ['https://localhost:2379', true],
    ['https://[::1]:2379', true],
    ['postgres://root@127.0.0.1/fleet', true],
    ['https://attic:2379', false],
    ['postgres://localhost@attic/fleet', false],
    ['rubbish', false],
  ])('of %s is %s', (address, isIt) => expect(isAddressOnlyHere(address)).toBe(isIt))
})
