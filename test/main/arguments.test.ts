/** What the window may ask is as narrow as what it has a use for. */
import { describe, expect, it } from 'vitest'
import type { RequestName } from '../../app/contract/channels.ts'
import { requestArguments } from '../../main/ipc/arguments.ts'

const takes = (name: RequestName, ...args: readonly unknown[]): boolean =>
  requestArguments[name].safeParse(args).success

describe('the arguments of a request', () => {
  it.each<[RequestName, readonly unknown[]]>([
    ['settings:set', [{}]],
    ['settings:set', [{ notifications: {} }]],
    ['settings:set', [{ unknown: true }]],
    ['settings:set', [{ leadSeconds: 1e9 }]],
    ['settings:set', [{ maxConcurrent: 65 }]],
    ['settings:set', [{ notifications: { quietHours: { from: '99:99', to: '07:00' } } }]],
    ['clipboard:write', ['']],
    ['clipboard:write', [{}]],
    ['clipboard:write', ['echo\r']],
    ['clipboard:write', ['\u001b[201~rm -rf ~']],
    ['clipboard:write', ['a\u0000b']],
    ['clipboard:write', ['abc\u202edef']],
    ['clipboard:write', ['x'.repeat(200_001)]],
    ['login:start', [{}]],
    ['login:start', [{ method: 'browser' }]],
    ['provider:add', [{ id: 'acme' }]],
    ['provider:add', [{ id: 'acme', issuer: 'https://acme.test', from: 'T440' }]],
    ['node:bring', ['t440', []]],
    ['node:bring', ['t440', [{ profileId: 'p', way: 'steal' }]]],
    ['export:save', [{ profileIds: [], protection: { passphrase: 'x' }, withForks: false }]],
    ['schedule:pause', [1e300]],
    ['hook:set', ['needs-login', []]],
    ['hook:set', ['needs-login', ['sh', '-c', 'true\nrm -rf ~']]],
    ['hook:set', ['needs-login', ['tell\u202ehs']]],
    ['hook:set', ['whenever', ['tell']]],
    ['openclaw:use', [{ login: 'a', agent: '--yes' }]],
  ])('%s refuses %j', (name, args) => {
    expect(takes(name, ...args)).toBe(false)
  })

  it.each<[RequestName, readonly unknown[]]>([
    ['settings:set', [{ welcomed: true }]],
    ['hook:set', ['needs-login', ['/usr/bin/tell', '--to', 'Ada L.']]],
    ['openclaw:use', [{ login: 'openai-codex:ada', agent: 'main' }]],
    ['settings:set', [{ notifications: { quietHours: null } }]],
    ['clipboard:write', ['codex-ada']],
    ['clipboard:write', ['What went wrong.\n\tHTTP 400: línea 🙂\n']],
    ['clipboard:write', [`${'x'.repeat(100)}\n`.repeat(1_900)]],
    ['login:start', [{ providerId: 'acme' }]],
    ['provider:add', [{ id: 'acme', tokenEndpoint: 'https://acme.test/token' }]],
    ['node:bring', ['t440', [{ profileId: 'p', way: 'copy', endpoint: 'https://acme.test/token' }]]],
  ])('%s takes %j', (name, args) => {
    expect(takes(name, ...args)).toBe(true)
  })
})
