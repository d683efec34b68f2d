import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Core, createCore } from '../../../../app/core.ts'
import { createFakePorts, type FakePorts } from '../../../fakes/ports.ts'
import { fixture } from '../../../support/program-files.ts'

const AGENT = '/home/ada/.openclaw/agents/main/agent'
const GH = '/home/ada/.config/gh/hosts.yml'
const TOKENS = JSON.stringify({ profiles: { x: { refresh: 'CANARY-refresh-1' } } })

let ports: FakePorts
let core: Core | undefined
beforeEach(() => {
  ports = createFakePorts()
})
afterEach(async () => {
  if (core) await ports.clock.run(core.close())
  core = undefined
})

async function found(check: string) {
  core = createCore(ports)
  await ports.clock.run(core.start({ schedule: false }))
  const findings = await ports.clock.run(core.doctor())
  return findings.filter((one) => one.check === check)
}

describe('an old copy of a file with tokens', () => {
  it('is found where OpenClaw leaves it, with what takes it away', async () => {
    const path = `${AGENT}/auth-profiles.json.migrated-20260901T1000-7d1f`
    ports.files.put(`${AGENT}/auth-profiles.json`, JSON.stringify({ version: 1, profiles: {} }))
    ports.files.put(path, TOKENS)
    expect(await found('old copies')).toEqual([
      {
        check: 'old copies',
        level: 'warn',
        what: `${path} is an old copy of a file of OpenClaw, and holds tokens in the clear.`,
        todo: `Once OpenClaw works without it, run: rm '${path}'`,
      },
    ])
  })

  it.each([
    '/home/ada/.codex/auth.json.bak',
    '/home/ada/.codex/auth.json~',
    '/home/ada/.grok/auth.json.corrupt.1790000000000',
    '/home/ada/.aws/sso/cache/0123abcd.json.old',
  ])('is %s', async (path) => {
    ports.files.put(path, TOKENS)
    expect((await found('old copies')).map(({ what }) => what.split(' ')[0])).toEqual([path])
  })

  it.each([
    ['no tokens', '/home/ada/.codex/auth.json.bak', '{"profiles":{}}'],
    ['another name', '/home/ada/.codex/auth.jsonl', TOKENS],
    ['a lock beside it', '/home/ada/.codex/auth.json.lock', TOKENS],
  ])('is not one with %s', async (_why, path, text) => {
    ports.files.put(path, text)
    expect((await found('old copies')).map(({ level }) => level)).toEqual(['ok'])
  })
})

describe('tokens in a file', () => {
  it('that their program could keep in a keychain are told, with how', async () => {
    ports.files.put(GH, fixture('gh-2.40.yml'))
    expect(await found('keychains')).toEqual([
      {
        check: 'keychains',
        level: 'note',
        what: `${GH} holds tokens in the clear; GitHub CLI could use a keychain.`,
        todo: expect.stringContaining('gh auth login'),
      },
    ])
  })

  it('are not told of where their program has no keychain', async () => {
    ports.files.put('/home/ada/.grok/auth.json', fixture('grok-1.0.41.json'))
    expect((await found('keychains')).map(({ level }) => level)).toEqual(['ok'])
  })
})
