import { describe, expect, it } from 'vitest'
import { createBadge } from '../../../main/window/badge.ts'
import { overviewView, profileView } from '../../support/views.ts'

const ended = {
  kind: 'needs-login',
  sinceMs: 0,
  failure: { code: 'NEEDS_LOGIN', message: 'Ended.' },
} as const
const needing = (count: number) =>
  overviewView([
    profileView(),
    ...Array.from({ length: count }, (_, at) => profileView({ id: `p${at}`, status: ended })),
  ])

function badge(welcomed = true) {
  const told: unknown[] = []
  const world = { welcomed }
  const show = createBadge({
    welcomed: () => world.welcomed,
    setCount: (count) => told.push(count),
    mark: (words) => told.push(words),
  })
  return { show, told, world }
}

describe('the badge', () => {
  it('counts the logins that need a person, and goes when none does', () => {
    const { show, told } = badge()
    for (const count of [0, 1, 2, 0]) show(needing(count))
    expect(told).toEqual([1, '1 login needs you', 2, '2 logins need you', 0, undefined])
  })

  it('counts a file that cannot be read, and says so', () => {
    const problem = { code: 'STORE_CORRUPT', message: 'It is damaged.' }
    const place = { label: 'OpenClaw · ops', path: '/ops', found: 'unreadable', present: true, problem }
    const { show, told } = badge()
    show({ ...needing(0), places: [place] })
    show(needing(1))
    show({ ...needing(1), places: [place] })
    expect(told).toEqual([1, '1 file needs you', '1 login needs you', 2, '2 things need you'])
  })

  it('is set once for each count, however often it is told', () => {
    const { show, told } = badge()
    for (let time = 0; time < 5; time++) show(needing(3))
    expect(told).toEqual([3, '3 logins need you'])
  })

  it('tells nobody anything before they have begun, and then at once', () => {
    const { show, told, world } = badge(false)
    show(needing(2))
    expect(told).toEqual([])
    world.welcomed = true
    show(needing(2))
    expect(told).toEqual([2, '2 logins need you'])
  })
})
