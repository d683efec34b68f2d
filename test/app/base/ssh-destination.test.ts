import { describe, expect, it } from 'vitest'
import { checkDestination } from '../../../app/base/ssh-destination.ts'

describe('checkDestination', () => {
  it.each([
    'rack',
    'ada@rack.example.test',
    'CORP\\ada@rack',
    'ada@corp.example@rack',
    'ssh://ada@rack:2222',
    'fe80::1%eth0',
    'ada@[2001:db8::1]',
    'my_host-2',
    'büro', // an alias may be called so
    '書斎',
  ])('takes %s', (text) => {
    expect(checkDestination(` ${text} `)).toBe(text)
  })

  it.each([
    ['héé@☃', '"☃" cannot be part of what ssh reaches.'],
    ['ada@rack;reboot', '";" cannot be part of what ssh reaches.'],
    ['$(id)@rack', '"$" cannot be part of what ssh reaches.'],
    ['ada@a\\b', '"\\" cannot be part of what ssh reaches.'],
    ['🚂', '"🚂" cannot be part of what ssh reaches.'],
    ['ada@', 'That is not the name of a machine.'],
    ['ssh://', 'That is not the name of a machine.'],
    ['', 'That is not the name of a machine.'],
    ['-oProxyCommand=x', '"-oProxyCommand=x" begins with a dash, which ssh takes for an option.'],
    ['a b', 'The name of a machine has no spaces or control characters.'],
  ])('refuses %s, and says what is allowed', (text, message) => {
    expect(() => checkDestination(text)).toThrow(
      expect.objectContaining({
        message,
        code: 'ARGUMENT_INVALID',
        hint: expect.stringMatching(/user@host/),
      }),
    )
  })
})
