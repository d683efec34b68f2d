import { describe, expect, it } from 'vitest'
import { entryOf } from '../../../../app/stores/openclaw/entry.ts'
import { parseProfile } from '../../../../app/stores/openclaw/format.ts'
import { CODEX, codexProfile, findBuiltIn } from '../../../support/openclaw.ts'

function entry(part: Record<string, unknown> = {}, id = CODEX, writable = true) {
  const profile = parseProfile(id, codexProfile(part))
  const holder = {
    store: 'openclaw',
    id: `openclaw:main:${id}`,
    label: 'OpenClaw · main',
    path: '/p',
    entry: id,
  } as const
  return entryOf(profile, { holder, provider: findBuiltIn(profile.provider), writable })
}

const fence = 'openclaw-oauth-refresh-fence:v1:0123456789abcdef0123456789abcdef:'

describe('entryOf', () => {
  it('lets Lamplighter refresh an ordinary OAuth login', () => {
    const found = entry()
    expect(found).toMatchObject({ mode: 'shared', owner: 'OpenClaw', provider: 'openai-codex' })
    expect(found.problem).toBeUndefined()
    expect(found.credential?.account).toEqual({ id: 'account-1', email: 'ada@example.test' })
  })

  it.each([
    ['anthropic:claude-cli', { provider: 'anthropic' }, 'Claude Code'],
    ['anthropic:ada', { provider: 'claude-cli' }, 'Claude Code'],
    ['minimax-portal:minimax-cli', { provider: 'minimax-portal' }, 'MiniMax CLI'],
    ['openai-codex:codex-cli', {}, 'Codex'],
    ['openai:codex-cli', { provider: 'openai' }, 'Codex'],
    ['qwen-portal:qwen-cli', { provider: 'qwen-portal' }, 'Qwen Code'],
  ])('leaves %s to its owner', (id, part, owner) => {
    expect(entry(part, id)).toMatchObject({ mode: 'watched', owner, note: expect.stringContaining(owner) })
  })

  it.each([
    ['a token', { type: 'token', token: 't' }, undefined],
    ['a pending fence', { refresh: `${fence}refresh:aa`, expires: 1 }, 'OpenClaw is renewing it now.'],
    ['a secret held elsewhere', { oauthRef: { id: 'x' } }, 'The secret is held by OpenClaw'],
    ['a retired provider', { provider: 'qwen-portal' }, findBuiltIn('qwen-portal')?.retired],
    [
      'a provider nobody can refresh',
      { provider: 'github-copilot' },
      findBuiltIn('github-copilot')?.notRefreshable,
    ],
    ['an unknown provider', { provider: 'acme' }, '{"providers": {"acme": '],
  ])('only watches %s', (_, part, note) => {
    const found = entry(part)
    expect(found.mode).toBe('watched')
    expect(found.writable).toBeUndefined()
    if (note !== undefined) expect(found.note).toContain(note)
  })

  it('says that a failed fence is the end', () => {
    const found = entry({ refresh: `${fence}failed:refresh:aa`, expires: 1 })
    expect(found).toMatchObject({ mode: 'watched', ended: expect.stringContaining('sign-in') })
    expect(found.credential).toBeUndefined()
  })

  it('lets a new login be written where the refresh token is missing', () => {
    expect(entry({ refresh: '' })).toMatchObject({ mode: 'watched', writable: true })
  })

  it('makes anything not understood read-only', () => {
    expect(entry({ expires: 1_893_456_000 })).toMatchObject({
      mode: 'watched',
      problem: { code: 'STORE_CORRUPT' },
    })
  })

  it('keeps the mode of a file that cannot be written, and says so', () => {
    expect(entry({}, CODEX, false)).toMatchObject({ mode: 'shared', problem: { code: 'STORE_READ_ONLY' } })
    expect(entry({ type: 'token', token: 't' }, CODEX, false).problem).toBeUndefined()
  })

  it('learns the account from the tokens where the file does not say', () => {
    const claims = {
      'https://api.openai.com/auth': { chatgpt_account_id: 'account-9' },
      'https://api.openai.com/profile': { email: 'eve@example.test' },
    }
    const access = `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.sig`
    expect(entry({ access, accountId: undefined, email: undefined }).account).toEqual({
      id: 'account-9',
      email: 'eve@example.test',
    })
    expect(entry({ access, accountId: undefined }).account).toEqual({
      id: 'account-9',
      email: 'ada@example.test',
    })
  })
})
