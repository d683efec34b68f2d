import { describe, expect, it } from 'vitest'
import { type PlannedRow, planRows } from '../../../../../app/features/transfer/import/plan.ts'
import { groupIntoGrants } from '../../../../../app/model/grant.ts'
import type { HeldEntry } from '../../../../../app/model/holder.ts'
import type { Profile } from '../../../../../app/model/profile.ts'
import { nameProfiles } from '../../../../../app/model/profile.ts'
import { credential, heldEntry } from '../../../../fakes/entries.ts'
import { findProvider } from '../../../../support/logins.ts'

const NOW = Date.UTC(2030, 0, 1)
const HOUR = 3_600_000
const ADA = { id: 'account-1', email: 'ada@example.test' }
const BOB = { id: 'account-2', email: 'bob@example.test' }

function login(part: {
  provider?: string
  entry?: string
  access?: string
  refresh?: string
  expiresAtMs?: number
  account?: object
  kind?: 'oauth' | 'token' | 'api-key'
  held?: Partial<HeldEntry>
  agent?: string
}): HeldEntry {
  const {
    provider = 'steady',
    entry = `${provider}:default`,
    account = ADA,
    kind = 'oauth',
    held = {},
  } = part
  const own = credential({
    kind,
    account,
    access: part.access ?? 'CANARY-a1',
    refresh: part.refresh ?? (kind === 'oauth' ? 'CANARY-r1' : ''),
    expiresAtMs: part.expiresAtMs ?? NOW + HOUR,
  })
  return heldEntry(part.agent ?? 'main', entry, { provider, credential: own, account, ...held })
}

function profiles(...entries: HeldEntry[]): readonly Profile[] {
  return nameProfiles(groupIntoGrants(entries, (fingerprint) => fingerprint))
}

function planned(
  theirs: HeldEntry,
  ours: readonly HeldEntry[] = [],
  ticket?: 'spent' | 'rejected',
): PlannedRow {
  const [row] = planRows({
    logins: profiles(theirs),
    from: 'T440',
    local: profiles(...ours),
    findProvider,
    ticketOf: () => ticket,
    nowMs: NOW,
  })
  if (!row) throw new Error('no row')
  return row
}

function brief({ view }: PlannedRow): readonly unknown[] {
  return [view.verdict, view.selectable, view.suggested, view.targets]
}

const VAULT = ['Lamplighter’s vault']
const MAIN = ['OpenClaw · main']

describe('planRows', () => {
  it('suggests what is new and does not rotate, into the vault', () => {
    const row = planned(login({}))
    expect(brief(row)).toEqual(['new', true, true, VAULT])
    expect(row.view.consequence).toContain('T440 stays signed in')
  })

  it('suggests keys and static tokens of any provider', () => {
    expect(brief(planned(login({ provider: 'openai-codex', kind: 'api-key' })))).toEqual([
      'new',
      true,
      true,
      VAULT,
    ])
    expect(brief(planned(login({ provider: 'nobody-knows', kind: 'token' })))).toEqual([
      'new',
      true,
      true,
      VAULT,
    ])
  })

  it('calls a rotating login that is not here a fork: possible, warned of, never suggested', () => {
    const row = planned(login({ provider: 'openai-codex' }))
    expect(brief(row)).toEqual(['fork', true, false, VAULT])
    expect(row.view.consequence).toContain('OpenAI Codex accepts each refresh token once')
    expect(row.view.consequence).toContain('sign in here')
  })

  it('takes a provider whose habits are unknown for a rotating one', () => {
    const row = planned(login({ provider: 'nobody-knows' }))
    expect(brief(row)).toEqual(['fork', true, false, VAULT])
    expect(row.view.consequence).toContain('does not know "nobody-knows"')
  })

  it('calls another rotating token of an account that is here a fork, over every holder of that account', () => {
    const ours = [login({ provider: 'openai-codex' }), login({ provider: 'openai-codex', agent: 'cron' })]
    const theirs = login({
      provider: 'openai-codex',
      access: 'CANARY-a2',
      refresh: 'CANARY-r2',
      expiresAtMs: NOW + 9 * HOUR,
    })
    expect(brief(planned(theirs, ours))).toEqual([
      'fork',
      true,
      false,
      ['OpenClaw · cron', 'OpenClaw · main'],
    ])
  })

  it('does not call it a fork when both sides hold the same refresh token already', () => {
    const theirs = login({ provider: 'openai-codex', access: 'CANARY-a2', expiresAtMs: NOW + 2 * HOUR })
    const row = planned(theirs, [login({ provider: 'openai-codex' })])
    expect(brief(row)).toEqual(['newer', true, true, MAIN])
    expect(row.view.consequence).toContain('whichever renews first')
  })

  it('says the same of the same', () => {
    expect(brief(planned(login({}), [login({})]))).toEqual(['same', false, false, []])
  })

  it('tells newer from older by how long the access token lasts', () => {
    const young = login({ access: 'CANARY-a2', refresh: 'CANARY-r2', expiresAtMs: NOW + 2 * HOUR })
    expect(brief(planned(young, [login({})]))).toEqual(['newer', true, true, MAIN])
    expect(brief(planned(login({}), [young]))).toEqual(['older', false, false, []])
  })

  it('finds the account under another name', () => {
    const young = login({
      entry: 'steady:ada@example.test',
      access: 'CANARY-a2',
      expiresAtMs: NOW + 2 * HOUR,
    })
    expect(brief(planned(young, [login({})]))).toEqual(['newer', true, true, MAIN])
  })

  it('never takes a spent refresh token, whatever its expiry says', () => {
    const young = login({ access: 'CANARY-a2', refresh: 'CANARY-r2', expiresAtMs: NOW + 9 * HOUR })
    expect(brief(planned(young, [login({})], 'spent'))).toEqual(['older', false, false, []])
    expect(brief(planned(young, [], 'rejected'))).toEqual(['expired', false, false, []])
  })

  it('never writes over another account of the same name: it becomes a login of its own', () => {
    const row = planned(login({ account: BOB, access: 'CANARY-a2', refresh: 'CANARY-r2' }), [login({})])
    expect(brief(row)).toEqual(['other-account', true, false, VAULT])
    expect(row.view.consequence).toContain('ada@example.test')
  })

  it('does not suggest an overwrite where nobody says whose it is', () => {
    const ours = login({ account: {} })
    const theirs = login({
      account: {},
      access: 'CANARY-a2',
      refresh: 'CANARY-r2',
      expiresAtMs: NOW + 9 * HOUR,
    })
    expect(brief(planned(theirs, [ours]))).toEqual(['newer', true, false, MAIN])
  })

  it('does not call a key newer that nothing dates', () => {
    const key = (access: string): HeldEntry => {
      const { expiresAtMs: _, ...undated } =
        login({ kind: 'api-key', access, account: {} }).credential ?? credential()
      return login({ kind: 'api-key', access, account: {}, held: { credential: undated, mode: 'own' } })
    }
    expect(brief(planned(key('CANARY-k2'), [key('CANARY-k1')]))).toEqual(['older', true, false, MAIN])
  })

  it('leaves what lapsed and cannot be renewed', () => {
    expect(brief(planned(login({ refresh: '', expiresAtMs: NOW - 1 })))).toEqual([
      'expired',
      false,
      false,
      [],
    ])
    expect(brief(planned(login({ expiresAtMs: NOW - 1 })))).toEqual(['new', true, true, VAULT])
  })

  it("leaves another program's copy where it is", () => {
    const held = { mode: 'watched', owner: 'Claude Code' } as const
    expect(brief(planned(login({ provider: 'anthropic', held })))).toEqual(['fork', false, false, []])
  })

  it('never writes to a holder it may not write, or of another kind', () => {
    const young = login({ access: 'CANARY-a2', refresh: 'CANARY-r2', expiresAtMs: NOW + 2 * HOUR })
    expect(brief(planned(young, [login({ held: { mode: 'watched' } })]))).toEqual([
      'newer',
      true,
      true,
      VAULT,
    ])
    expect(planned(young, [login({ kind: 'token' })]).target).toMatchObject({ kind: 'vault' })
  })

  it('shows no token', () => {
    const rows = [planned(login({})), planned(login({ provider: 'xai' })), planned(login({}), [login({})])]
    expect(JSON.stringify(rows)).not.toContain('CANARY')
  })
})
