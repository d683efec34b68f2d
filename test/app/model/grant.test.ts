import { describe, expect, it } from 'vitest'
import { groupIntoGrants } from '../../../app/model/grant.ts'
import { nameProfiles } from '../../../app/model/profile.ts'
import { credential, heldEntry } from '../../fakes/entries.ts'

const asIs = (fingerprint: string): string => fingerprint
const shape = (entries: Parameters<typeof groupIntoGrants>[0], newestOf = asIs) =>
  groupIntoGrants(entries, newestOf)
    .map((grant) => grant.entries.map((entry) => entry.holder.id).join(' + '))
    .sort()

describe('groupIntoGrants', () => {
  it('makes one grant of one refresh token in fifteen files', () => {
    const agents = Array.from({ length: 15 }, (_, i) => heldEntry(`agent-${i}`, 'openai-codex:default'))
    expect(groupIntoGrants(agents, asIs)).toHaveLength(1)
  })

  it('keeps two accounts apart that share a profile id', () => {
    const ada = credential({ refresh: 'r1', account: { email: 'ada@example.test' } })
    const bob = credential({ refresh: 'r2', account: { email: 'bob@example.test' } })
    expect(
      shape([
        heldEntry('main', 'openai-codex:default', { credential: ada }),
        heldEntry('work', 'openai-codex:default', { credential: bob }),
      ]),
    ).toEqual(['openclaw:main:openai-codex:default', 'openclaw:work:openai-codex:default'])
  })

  it('joins holders of one account that have drifted apart, and lets the one that lasts longest count', () => {
    const account = { email: 'ada@example.test' }
    const old = credential({ refresh: 'r1', expiresAtMs: 1_000, account })
    const fresh = credential({ refresh: 'r2', expiresAtMs: 2_000, account: { email: 'ADA@example.test' } })
    const grants = groupIntoGrants(
      [heldEntry('a', 'x:1', { credential: old }), heldEntry('b', 'x:1', { credential: fresh })],
      asIs,
    )
    expect(grants).toHaveLength(1)
    expect(grants[0]?.current.holder.id).toBe('openclaw:b:x:1')
  })

  describe('of a file that gave its refresh token up', () => {
    const account = { email: 'ada@example.test' }
    const lender = { machine: 'f1ee7', name: 'the <home>', profile: 'g1', fleet: 'f1ee7' }
    const borrowed = (id: string, access: string) => {
      const holder = { store: 'vault', id: `vault:${id}`, label: 'Lamplighter', path: '/vault', entry: id }
      const held = credential({ access, refresh: '', account, expiresAtMs: 2_000 })
      return heldEntry('', id, { holder, credential: held, mode: 'borrowed', lender, account })
    }
    const kept = (access: string, keptBy: string, whose = account) =>
      heldEntry('main', 'x:1', {
        credential: credential({ access, refresh: '', account: whose, expiresAtMs: 1_000 }),
        ...{ mode: 'watched', keptBy, account: whose },
      })

    it('is one with what is borrowed in its place, also before it has the newest token', () => {
      const grants = groupIntoGrants([kept('a1', 'the home'), borrowed('x:1', 'a2')], asIs)
      expect(grants).toHaveLength(1)
      expect(grants[0]?.current.holder.id).toBe('vault:x:1')
      expect(nameProfiles(grants).map(({ id }) => id)).toEqual(['x:1'])
    })

    it.each([
      ['of another lender', [kept('a1', 'attic'), borrowed('x:1', 'a2')], 2],
      [
        'of another account',
        [kept('a1', 'the home', { email: 'bob@example.test' }), borrowed('x:1', 'a2')],
        2,
      ],
      ['of one of two', [kept('a1', 'the home'), borrowed('x:1', 'a2'), borrowed('x:2', 'a3')], 3],
    ])('is not, %s', (_, entries, count) => {
      expect(groupIntoGrants(entries, asIs)).toHaveLength(count)
    })
  })

  it('joins an old token to the one it became, though nobody says whose they are', () => {
    const a = heldEntry('a', 'anthropic:default', { credential: credential({ refresh: 'r1' }), spent: true })
    const b = heldEntry('b', 'anthropic:default', { credential: credential({ refresh: 'r2' }) })
    expect(shape([a, b])).toHaveLength(2)
    expect(shape([a, b], (fp) => (fp === 'r1' ? 'r2' : fp))).toEqual([
      'openclaw:a:anthropic:default + openclaw:b:anthropic:default',
    ])
  })

  it('never lets a spent token count, however long it seems to last', () => {
    const account = { email: 'ada@example.test' }
    const spent = credential({ refresh: 'r1', expiresAtMs: 9_000, account })
    const fresh = credential({ refresh: 'r2', expiresAtMs: 2_000, account })
    const grants = groupIntoGrants(
      [
        heldEntry('a', 'x:1', { credential: spent, spent: true }),
        heldEntry('b', 'x:1', { credential: fresh }),
      ],
      asIs,
    )
    expect(grants[0]?.current.holder.id).toBe('openclaw:b:x:1')
  })

  it('joins three groups when a later entry shows that they are one', () => {
    const by = (refresh: string, email?: string) => credential({ refresh, account: email ? { email } : {} })
    const entries = [
      heldEntry('a', 'x:1', { credential: by('r1') }),
      heldEntry('b', 'x:1', { credential: by('r2', 'ada@example.test') }),
      heldEntry('c', 'x:1', { credential: by('r1', 'ada@example.test') }),
    ]
    expect(shape(entries)).toEqual(['openclaw:a:x:1 + openclaw:b:x:1 + openclaw:c:x:1'])
  })
})

describe('nameProfiles', () => {
  it('gives the primary place the plain name and the others their full one', () => {
    const entry = (agent: string, refresh: string) =>
      heldEntry(agent, 'openai-codex:default', {
        credential: credential({ refresh }),
        primary: agent === 'main',
      })
    const names = nameProfiles(groupIntoGrants([entry('aaa', 'r1'), entry('main', 'r2')], asIs)).map(
      ({ id }) => id,
    )
    expect(names).toEqual(['openai-codex:default', 'openclaw:aaa:openai-codex:default'])
  })
})
