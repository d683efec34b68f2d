import { beforeEach, describe, expect, it } from 'vitest'
import {
  Admission,
  HOLD_MS,
  MOST_PACED_MS,
  PACED_MS,
  type QueueSlot,
} from '../../../../app/engine/tokens/admission.ts'
import { FakeClock, settle } from '../../../fakes/clock.ts'

let clock: FakeClock
let admission: Admission
let most: number
let works: Set<string>
let changes: number
let inside: string[]

beforeEach(() => {
  clock = new FakeClock()
  most = 4
  works = new Set(['acme'])
  changes = 0
  inside = []
  admission = new Admission({ clock, maxConcurrent: () => most, onChange: () => changes++ })
})

function come(askedBy: string, providerId = 'acme', signal?: AbortSignal): QueueSlot {
  const profileId = `${providerId}:ada`
  const ready = () => works.has(providerId)
  const ticket = admission.arrive({ pace: providerId, profileId, providerId, askedBy, ready })
  void ticket.turn(signal).then((isIn) => {
    if (isIn) inside.push(askedBy)
  })
  return ticket
}

const many = (count: number): QueueSlot[] => Array.from({ length: count }, (_, at) => come(`agent ${at + 1}`))
const names = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `agent ${from + at}`)

describe('Admission', () => {
  it('lets in four at a time, first come first served, each for a moment', async () => {
    const tickets = many(10)
    await settle()
    expect(inside).toEqual(names(1, 4))
    expect(admission.queue().map(({ askedBy, position }) => `${position} ${askedBy}`)).toEqual(
      names(5, 10).map((name, at) => `${at + 1} ${name}`),
    )
    for (const ticket of tickets.slice(0, 4)) ticket.handed()
    await clock.advance(HOLD_MS - 1)
    expect(inside).toEqual(names(1, 4))
    await clock.advance(1)
    expect(inside).toEqual(names(1, 8))
  })

  it('gives the place to the next one as soon as its consumer calls again', async () => {
    const tickets = many(6)
    await settle()
    admission.callBack('agent 2') // it has nothing yet
    await settle()
    expect(inside).toEqual(names(1, 4))
    tickets[1]?.handed()
    admission.callBack('agent 2')
    admission.callBack('agent 2')
    await settle()
    expect(inside).toEqual(names(1, 5))
  })

  it('gives the place to the next one when its consumer gave up', async () => {
    const tickets = many(6)
    await settle()
    tickets[0]?.leave()
    tickets[0]?.leave()
    await settle()
    expect(inside).toEqual(names(1, 5))
  })

  it('keeps the place of whoever left with a token for the moment it is meant for', async () => {
    const tickets = many(5)
    await settle()
    tickets[0]?.handed()
    tickets[0]?.leave()
    await settle()
    expect(inside).toEqual(names(1, 4))
    await clock.advance(HOLD_MS)
    expect(inside).toEqual(names(1, 5))
  })

  it('does not hold up one provider for another, nor a login that works for one that does not', async () => {
    works = new Set(['other'])
    many(10)
    come('somebody', 'other')
    await settle()
    expect(inside).toEqual(['somebody'])
    works.add('acme')
    admission.pump()
    await settle()
    expect(inside).toEqual(['somebody', ...names(1, 4)])
  })

  it('puts whoever was let in for nothing back where it stood', async () => {
    most = 1
    const tickets = many(3)
    await settle()
    expect(inside).toEqual(['agent 1'])
    works.clear()
    tickets[0]?.stepBack()
    void tickets[0]?.turn().then((isIn) => isIn && inside.push('agent 1 again'))
    expect(admission.queue().map(({ askedBy }) => askedBy)).toEqual(names(1, 3))
    works.add('acme')
    admission.pump()
    await settle()
    expect(inside).toEqual(['agent 1', 'agent 1 again'])
  })

  it('follows a number that is changed while consumers wait', async () => {
    many(12)
    await settle()
    most = 9
    admission.pump()
    await settle()
    expect(inside).toEqual(names(1, 9))
  })

  it('tells whoever gives up that its turn never came', async () => {
    works.clear()
    const surrender = new AbortController()
    const ticket = admission.arrive({
      pace: 'acme',
      profileId: 'p',
      providerId: 'acme',
      askedBy: 'a',
      ready: () => false,
    })
    const turn = ticket.turn(surrender.signal)
    surrender.abort()
    expect(await turn).toBe(false)
    ticket.leave()
    expect(admission.isQuiet).toBe(true)
    expect(await ticket.turn(surrender.signal)).toBe(false)
  })

  it('says whenever the queue is another', async () => {
    const ticket = come('agent 1')
    expect(changes).toBe(2) // came, and was let in
    ticket.leave()
    expect(changes).toBe(2)
  })

  it('lets everybody in in turn for a while after a login came back, longer with a queue, and not for good', async () => {
    expect(admission.paces('acme')).toBe(false)
    admission.expect('acme')
    await clock.advance(PACED_MS - 1)
    expect(admission.paces('acme')).toBe(true)
    expect(admission.paces('other')).toBe(false)
    await clock.advance(1)
    expect(admission.paces('acme')).toBe(false)
    expect(admission.isQuiet).toBe(true)

    most = 1
    admission.expect('acme')
    let last: QueueSlot = come('agent 0')
    for (let round = 1; round * 2_000 < MOST_PACED_MS + 10_000; round++) {
      const next = come(`agent ${round}`)
      await settle()
      last.leave()
      last = next
      await clock.advance(2_000)
      expect(admission.paces('acme')).toBe(round * 2_000 < MOST_PACED_MS)
    }
  })
})
