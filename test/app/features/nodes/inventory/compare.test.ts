import { describe, expect, it } from 'vitest'
import { compare } from '../../../../../app/features/nodes/inventory/compare.ts'
import type { KnownLogin } from '../../../../../app/features/nodes/inventory/node-cache.ts'
import { groupIntoGrants } from '../../../../../app/model/grant.ts'
import type { HeldEntry } from '../../../../../app/model/holder.ts'
import type { JournalEntry } from '../../../../../app/model/journal-entry.ts'
import { nameProfiles } from '../../../../../app/model/profile.ts'
import { credential, heldEntry } from '../../../../fakes/entries.ts'

const ADA = { id: 'sub-ada', email: 'ada@example.test' }
const NAME = 'acme:ada@example.test'

const there: KnownLogin = {
  id: NAME,
  provider: 'acme',
  providerName: 'Acme',
  account: ADA,
  label: 'ada@example.test',
  kind: 'oauth',
  status: { kind: 'fresh' },
  accessExpiresAtMs: 2_000,
  whereLine: 'Lamplighter’s vault',
  names: [NAME],
  hasToken: true,
  canSpend: true,
  canMove: true,
  rotation: 'always',
  mark: 'mark-there',
  accessMark: 'access-there',
  own: 'own-there',
}

function mine(part: Partial<HeldEntry> & { readonly expiresAtMs?: number; readonly refresh?: string } = {}) {
  const { expiresAtMs = 1_000, refresh = 'refresh-here', ...rest } = part
  return heldEntry('main', NAME, {
    provider: 'acme',
    account: ADA,
    credential: credential({ access: 'access-here', refresh, expiresAtMs, account: ADA }),
    fingerprint: 'mark-here',
    ...rest,
  })
}

function compared(
  login: Partial<KnownLogin>,
  entries: readonly HeldEntry[],
  more: { readonly lineage?: Record<string, string>; readonly ticket?: JournalEntry['state'] } = {},
) {
  return compare({
    login: { ...there, ...login },
    lineage: more.lineage ?? {},
    local: nameProfiles(groupIntoGrants(entries, (one) => one)),
    ticketOf: () => (more.ticket ? ({ state: more.ticket } as JournalEntry) : undefined),
    accessMarkOf: () => 'access-here',
    issuedAtMsOf: () => undefined,
    there: 'machine-there',
    here: 'machine-here',
  }).comparison
}

describe('compare', () => {
  it('knows what is only there', () => {
    expect(compared({}, [])).toBe('only-there')
    expect(compared({}, [mine({ provider: 'other' })])).toBe('only-there')
  })

  it('knows which copy outlasts the other', () => {
    expect(compared({}, [mine()])).toBe('newer-there')
    expect(compared({}, [mine({ expiresAtMs: 3_000 })])).toBe('newer-here')
  })

  it('keeps two accounts of one name apart', () => {
    expect(compared({ account: { id: 'sub-grace' } }, [mine()])).toBe('other-account')
  })

  it('says what nobody can read', () => {
    expect(compared({ hasToken: false }, [mine()])).toBe('unreadable')
  })

  it('knows who borrows from whom', () => {
    const lender = { machine: 'machine-there', name: 'T440', profile: NAME }
    expect(compared({}, [mine({ mode: 'borrowed', lender })])).toBe('borrowed-here')
    const borrowed = { lender: { machine: 'machine-here', name: 'X1', profile: NAME } }
    expect(compared(borrowed, [mine()])).toBe('borrowed-there')
  })

  describe('a fork', () => {
    const same = { mark: 'mark-here', accessMark: 'access-here' }

    it('is one rotating token that both can spend', () => {
      expect(compared(same, [mine()])).toBe('fork')
    })

    it('is a token there that ours came out of', () => {
      expect(compared({ mark: 'mark-old', newestHere: 'mark-here' }, [mine()])).toBe('fork')
    })

    it('is a token here that theirs came out of', () => {
      expect(compared({}, [mine()], { lineage: { 'mark-here': 'own-there' } })).toBe('fork')
    })

    it.each([
      [{ rotation: 'never' }, {}, undefined],
      [{ canSpend: false }, {}, undefined],
      [{}, { spent: true }, undefined],
      [{}, {}, 'moved'],
      [{}, {}, 'rejected'],
    ] as const)('is none when one of the two cannot spend it: %j %j %s', (login, entry, ticket) => {
      const more = ticket === undefined ? {} : { ticket }
      expect(compared({ ...same, ...login }, [mine(entry)], more)).toBe('same')
    })
  })
})
