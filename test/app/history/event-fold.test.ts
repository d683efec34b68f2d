import { describe, expect, it } from 'vitest'
import type { HistoryEventView } from '../../../app/contract/views.ts'
import { EventFold } from '../../../app/history/event-fold.ts'

const event = (part: Partial<HistoryEventView> = {}): Omit<HistoryEventView, 'id'> => ({
  atMs: 0,
  kind: 'retrying',
  cause: 'transient',
  profileId: 'acme',
  providerId: 'acme',
  account: 'ada',
  message: 'Acme has trouble.',
  askedBy: 'schedule',
  process: 'a test',
  pid: 1,
  ...part,
})

describe('EventFold', () => {
  it('writes the first, and of its repeats fewer and fewer, each with how many there were', () => {
    const fold = new EventFold()
    const written = Array.from({ length: 1000 }, (_, at) => fold.add(event({ atMs: at }))).flat()
    expect(written.map(({ times }) => times)).toEqual([undefined, 2, 4, 8, 16, 32, 64, 128, 256, 512])
  })

  it('tells how many there were before it writes what is different', () => {
    const fold = new EventFold()
    for (let at = 0; at < 7; at++) fold.add(event({ atMs: at }))
    const rest = fold.add(event({ kind: 'refreshed', message: 'Refreshed.' }))
    expect(rest.map(({ kind, times, atMs }) => [kind, times, atMs])).toEqual([
      ['retrying', 7, 6],
      ['refreshed', undefined, 0],
    ])
  })

  it('folds nothing that did something, and nothing of another login', () => {
    const fold = new EventFold()
    const many = [
      event(),
      event({ profileId: 'other' }),
      event({ kind: 'refreshed' }),
      event({ kind: 'refreshed' }),
    ]
    expect(many.flatMap((one) => fold.add(one))).toHaveLength(4)
  })

  it('gives a person an answer to each of their wishes', () => {
    const fold = new EventFold()
    const wishes = Array.from({ length: 5 }, () => event({ askedBy: 'person' }))
    expect(wishes.flatMap((one) => fold.add(one))).toHaveLength(5)
  })
})
