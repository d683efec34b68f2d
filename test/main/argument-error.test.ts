import { describe, expect, it } from 'vitest'
import type { RequestName } from '../../app/contract/channels.ts'
import type { Core } from '../../app/core.ts'
import { answer } from '../../main/ipc/handle.ts'
import { createHandlers } from '../../main/ipc/handlers.ts'
import { fakeDesktop } from '../fakes/desktop.ts'

const log = { info: () => undefined, warn: () => undefined }
async function failure(name: RequestName, ...args: readonly unknown[]) {
  const core = {} as Core
  const reply = await answer(name, args, createHandlers(core, fakeDesktop(core)), log)
  return reply.ok ? expect.fail('it was taken') : reply.failure
}

describe('a request that is not taken', () => {
  it.each([
    ['door:add', [{ name: 'x'.repeat(65), logins: ['a'] }], '“name” must be at most 64 characters long.'],
    ['door:add', [{ name: 'x', logins: [] }], '“logins” must not be empty.'],
    ['door:add', [{ name: 'x', logins: ['a'], port: 'CANARY' }], '“port” must be a number.'],
    ['door:add', [{ name: 'x', logins: ['a'], port: 70_000 }], '“port” must be at most 65535.'],
    ['door:add', [{ name: 'x', logins: ['a', 7] }], '“logins.1” must be a text.'],
    ['settings:set', [{ theme: 'CANARY' }], '“theme” must be one of these: system, light, dark.'],
    [
      'settings:set',
      [{ notifications: { quietHours: { from: 'CANARY', to: '07:00' } } }],
      '“notifications.quietHours.from” is not written as it has to be.',
    ],
    ['catalogue:entry', ['x', { blanks: { CANARY: 7 } }], '“blanks” must be a text.'],
    ['node:add', ['x'.repeat(600)], 'What was given must be at most 512 characters long.'],
    ['node:add', [''], 'What was given must not be empty.'],
  ] as const)('%s %j says which of its parts, and what that must be', async (name, args, message) => {
    const told = await failure(name, ...args)
    expect(told).toMatchObject({ code: 'ARGUMENT_INVALID', message })
    expect(JSON.stringify(told)).not.toContain('CANARY')
  })

  it('says that the window may be another one than what it asks', async () => {
    expect(await failure('settings:set', { CANARY: 1 })).toMatchObject({
      message: 'The request “settings:set” has other parts than it takes.',
      hint: expect.stringContaining('start it again'),
    })
    const told = await failure('overview:get', 'CANARY')
    expect(told.message).toBe('The request “overview:get” has other parts than it takes.')
    expect(JSON.stringify(told)).not.toContain('CANARY')
  })
})
