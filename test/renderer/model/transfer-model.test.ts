import { describe, expect, it } from 'vitest'
import type { LoginView } from '../../../app/contract/views.ts'
import {
  type BringRow,
  bothSides,
  byWay,
  canTakeBack,
  commonWays,
  heardOf,
  loginOfRow,
  oneWay,
  orderedResult,
  resultHeadline,
  rowState,
  selectable,
  suggestedLogins,
  suggestedWays,
  type TransferLogin,
  takeBackPromise,
  transferOf,
  unagreed,
  undecided,
  WAYS,
  wayName,
} from '../../../renderer/model/transfer-model.ts'
import { sampleEvent } from '../../../renderer/preview/sample-crowd.ts'
import {
  FILES_ONLY,
  NO_WAY,
  nodeProfile,
  ROTATING,
  reachedNode,
  STEADY,
  sampleWay,
} from '../../../renderer/preview/sample-nodes.ts'
import { sampleProfile, twelve } from '../../../renderer/preview/sample-profiles.ts'

const NOW = 1_770_000_000_000
const node = reachedNode(NOW)
const bring = transferOf('bring', node, twelve(NOW))
const send = transferOf('send', node, twelve(NOW))
const login = (id: string, ways: TransferLogin['ways']): TransferLogin => ({
  ...nodeProfile(NOW, 'only-there', { id, ways }),
})

describe('what can be brought over', () => {
  it('is what the node holds, in the order of the list', () => {
    expect(bring.logins.map(({ comparison }) => comparison)).toEqual([
      'newer-there',
      'only-there',
      'newer-here',
      'borrowed-here',
      'same',
      'unreadable',
    ])
    expect(bring.logins.filter(selectable)).toHaveLength(4)
  })

  it('is suggested where the other copy is newer or the only one', () => {
    expect([...suggestedLogins(bring)]).toEqual(['there-newer-there', 'there-only-there'])
  })

  it('never suggests an emergency', () => {
    const only = [sampleWay('copy', { suggested: true })]
    const transfer = { ...bring, logins: [login('a', only)] }
    expect(suggestedWays(transfer)).toEqual({})
    expect(suggestedLogins(transfer).size).toBe(0)
  })
})

describe('what can be sent', () => {
  it('is ours, compared with what the node holds', () => {
    expect(send.logins.map(({ id, comparison }) => [id, comparison])).toEqual([
      ['codex-work', undefined],
      ['xai-ada', 'newer-here'],
      ['acme-bot', undefined],
    ])
  })

  it('is suggested only where the node has an older copy', () => {
    expect([...suggestedLogins(send)]).toEqual(['xai-ada'])
  })

  it('leaves out a login that is gone from here', () => {
    expect(transferOf('send', node, []).logins).toEqual([])
  })
})

describe('one way for all', () => {
  const logins = [login('a', ROTATING), login('b', FILES_ONLY), login('c', STEADY)]

  it('is offered where it is possible for one of them without an emergency', () => {
    expect(commonWays(logins)).toEqual(['move', 'borrow', 'sign-in', 'copy'])
    expect(commonWays(logins.slice(0, 2))).toEqual(['move', 'borrow', 'sign-in'])
    expect(commonWays([login('d', NO_WAY)])).toEqual([])
  })

  it('changes those it is possible for and leaves the others', () => {
    const before = { a: 'borrow', b: 'sign-in', c: 'copy' } as const
    expect(oneWay(logins, 'move', before)).toEqual({ a: 'move', b: 'sign-in', c: 'copy' })
    expect(oneWay(logins, 'copy', before)).toEqual({ a: 'borrow', b: 'sign-in', c: 'copy' })
  })
})

describe('what is missing before it can be checked', () => {
  const logins = [login('a', ROTATING), login('b', FILES_ONLY)]

  it('is a way that is possible, for each', () => {
    expect(undecided(logins, { a: 'move' }).map(({ id }) => id)).toEqual(['b'])
    expect(undecided(logins, { a: 'move', b: 'borrow' }).map(({ id }) => id)).toEqual(['b'])
    expect(undecided(logins, { a: 'move', b: 'sign-in' })).toEqual([])
  })

  it('is a tick for each emergency', () => {
    const ways = { a: 'copy', b: 'sign-in' } as const
    expect(unagreed(logins, ways, new Set()).map(({ id }) => id)).toEqual(['a'])
    expect(unagreed(logins, ways, new Set(['a']))).toEqual([])
  })
})

describe('a way', () => {
  it('is called after who does it', () => {
    expect(WAYS.map((way) => wayName(way, 'bring'))).toEqual(['Move', 'Borrow', 'Sign in here', 'Copy'])
    expect(WAYS.map((way) => wayName(way, 'send'))).toEqual(['Move', 'Lend', 'Sign in there', 'Copy'])
  })

  it('costs the machine that the login comes from', () => {
    expect(bothSides('move', 'bring').there).toContain('Gives up its refresh token')
    expect(bothSides('move', 'send').here).toContain('Gives up its refresh token')
    expect(bothSides('borrow', 'bring').here).toContain('access token only')
    expect(bothSides('sign-in', 'bring').there).toBe('Nothing changes.')
  })

  it('gathers its logins', () => {
    const logins = [login('a', ROTATING), login('b', ROTATING), login('c', ROTATING)]
    const groups = byWay(logins, { a: 'borrow', b: 'move', c: 'borrow' })
    expect(groups.map((group) => [group.way, group.logins.map(({ id }) => id)])).toEqual([
      ['move', ['b']],
      ['borrow', ['a', 'c']],
    ])
  })
})

describe('a result', () => {
  const failure = { code: 'STORE_LOCKED', message: 'Busy.' }
  const row = (id: string, over: Partial<BringRow> = {}): BringRow => ({
    profileId: id,
    account: id,
    way: 'move',
    ...over,
  })
  const signIn = (id: string, over: Partial<LoginView> = {}): LoginView => ({
    id,
    providerId: 'acme',
    providerName: 'Acme OIDC',
    startedAtMs: NOW,
    step: { kind: 'starting' },
    ...over,
  })

  it('is done, failed, or waits for a sign-in', () => {
    expect(rowState(row('a', { message: 'Moved.' }), undefined)).toBe('done')
    expect(rowState(row('a', { failure }), undefined)).toBe('failed')
    const waiting = row('a', { loginId: 'l1' })
    expect(rowState(waiting, undefined)).toBe('waiting')
    expect(rowState(waiting, signIn('l1'))).toBe('waiting')
    expect(rowState(waiting, signIn('l1', { step: { kind: 'failed', failure } }))).toBe('failed')
    expect(rowState(waiting, signIn('l1', { step: { kind: 'done', profileId: 'a', account: 'a' } }))).toBe(
      'done',
    )
  })

  it('follows the login that was begun in the place of a failed one, and nobody else’s', () => {
    const rows = [row('a', { loginId: 'l1' }), row('b', { loginId: 'l2' })]
    const [first] = rows as [BringRow]
    const logins = {
      l1: signIn('l1', { step: { kind: 'failed', failure } }),
      l2: signIn('l2', { startedAtMs: NOW + 1 }),
    }
    expect(loginOfRow(first, rows, logins)?.id).toBe('l1')
    const again = { ...logins, l3: signIn('l3', { startedAtMs: NOW + 2 }) }
    expect(loginOfRow(first, rows, again)?.id).toBe('l3')
    const other = { ...logins, l4: signIn('l4', { startedAtMs: NOW + 2, providerId: 'xai' }) }
    expect(loginOfRow(first, rows, other)?.id).toBe('l1')
  })

  it('shows those that want a person first', () => {
    const rows = [row('done'), row('sign-in', { loginId: 'l1' }), row('failed', { failure })]
    expect(orderedResult(rows).map(({ profileId }) => profileId)).toEqual(['failed', 'sign-in', 'done'])
  })

  it.each([
    ['bring', ['done'], '1 login brought over', []],
    ['send', ['done', 'done'], '2 logins sent', []],
    [
      'bring',
      ['done', 'failed', 'waiting'],
      '1 of 3 logins brought over',
      ['1 waits for you to sign in', '1 failed'],
    ],
    ['bring', ['waiting', 'waiting', 'failed'], '2 logins wait for you to sign in', ['1 failed']],
    ['bring', ['waiting'], '1 login waits for you to sign in', []],
    ['send', ['failed'], 'Nothing was sent', []],
  ] as const)('of %s says how it went: %j', (direction, states, title, rest) => {
    expect(resultHeadline(direction, states)).toEqual({ title, rest })
  })
})

describe('taking back', () => {
  it('is offered for what was lent or copied, and not for what was moved', () => {
    const row = (way: 'move' | 'borrow' | 'copy') => ({ profileId: way, account: way, way, message: 'Done.' })
    expect([row('move'), row('borrow'), row('copy')].map(canTakeBack)).toEqual([false, true, true])
    expect(takeBackPromise([row('borrow'), row('copy')])).toMatch(/every file/)
    expect(takeBackPromise([row('move'), row('copy')])).toMatch(/What was moved stays here/)
    const failed = { ...row('move'), failure: { code: 'NODE_UNREACHABLE', message: 'No.' } }
    expect(takeBackPromise([failed, row('copy')])).toMatch(/every file/)
  })
})

describe('heardOf', () => {
  it('counts those whose end the history told of since it began', () => {
    const profile = sampleProfile(NOW)
    const events = [sampleEvent('e1', profile, 'imported', NOW + 1)]
    const logins = [login('there', ROTATING)]
    expect(heardOf(logins, events, NOW)).toEqual(['there'])
    expect(heardOf(logins, events, NOW + 2)).toEqual([])
    expect(heardOf(logins, [sampleEvent('e2', profile, 'retrying', NOW + 1)], NOW)).toEqual([])
  })
})
