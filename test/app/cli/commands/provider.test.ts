import { describe, expect, it } from 'vitest'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { atMachine } from '../../../support/at-a-machine.ts'

const TOKENS = ['--token-endpoint', 'https://acme.test/token']

describe('lamplighter provider add', () => {
  it.each([
    ['nothing but a name', []],
    ['nothing to reach it by', ['--name', 'Acme']],
    ['no client id and nobody to ask for one', TOKENS],
  ])('refuses %s, and writes nothing', async (_name, flags) => {
    const { type, ports } = atMachine()
    expect((await type('provider', 'add', 'acme', ...flags)).code).toBe(64)
    expect(ports.files.text(FAKE_PATHS.config)).toBeUndefined()
  })

  it('saves what is complete, and what changes a known one', async () => {
    const { type, ports } = atMachine()
    expect((await type('provider', 'add', 'acme', ...TOKENS, '--client-id', 'c')).code).toBe(0)
    expect((await type('provider', 'add', 'openai-codex', '--lead', '30m')).code).toBe(0)
    const { providers } = JSON.parse(ports.files.text(FAKE_PATHS.config) ?? '{}')
    expect(providers).toMatchObject({ acme: { clientId: 'c' }, 'openai-codex': { leadSeconds: 1800 } })
  })
})
