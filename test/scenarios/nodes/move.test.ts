import { afterEach, describe, expect, it } from 'vitest'
import { Fleet, type FleetMachine, PROFILE } from '../../support/fleet.ts'

let fleet: Fleet

interface Pair {
  readonly source: FleetMachine
  readonly target: FleetMachine
}

async function two(): Promise<Pair> {
  fleet = new Fleet()
  const [source, target] = await fleet.two('source', 'target')
  await source.seed()
  await fleet.run(target.core.nodes.add('source', 'T440'))
  return { source, target }
}

afterEach(() => fleet.close())

async function bring({ target }: Pair): Promise<{ readonly failed: boolean }> {
  try {
    const { rows } = await fleet.run(target.core.nodes.bring('source', [{ profileId: PROFILE, way: 'move' }]))
    return { failed: rows[0]?.failure !== undefined }
  } catch {
    return { failed: true } // cut before anything was asked
  }
}

async function owners({ source, target }: Pair): Promise<number> {
  return Number(await source.canSpend()) + Number(await target.canSpend())
}

/** What goes on by itself after a contact has come to its end. */
async function settled({ target }: Pair): Promise<void> {
  await fleet.clock.advance(1_000)
  await fleet.run(target.core.look())
}

/** Whoever believes it may refresh does so, twice. */
async function everyoneRefreshes({ source, target }: Pair): Promise<void> {
  for (const machine of [source, target, source, target]) {
    await machine.core.look()
    for (const { id, can } of machine.core.overview().profiles) {
      if (can.refresh) await fleet.run(machine.core.refresh(id, { askedBy: 'person' }))
    }
  }
}

function isOpen({ state }: Record<string, string>): boolean {
  return state !== 'finished'
}

describe('a move', () => {
  it('takes the refresh token from there, refreshes it here and leaves a loan behind', async () => {
    const { source, target } = await two()
    const { rows } = await fleet.run(target.core.nodes.bring('source', [{ profileId: PROFILE, way: 'move' }]))
    expect(rows).toEqual([expect.objectContaining({ message: expect.stringContaining('owns it now') })])
    expect(target.core.profile(PROFILE)).toMatchObject({ owner: { mode: 'own' }, status: { kind: 'fresh' } })
    await source.core.look()
    expect(source.core.profile(PROFILE)).toMatchObject({
      owner: { mode: 'borrowed', refreshedBy: 'target' },
      status: { kind: 'held', by: 'target', expired: false },
    })
    expect(fleet.provider).toMatchObject({ requests: 1, reuses: 0, revoked: false })
    expect(await source.canSpend()).toBe(false)
    expect(await target.canSpend()).toBe(true)
  })
})

const WAYS = [
  { name: 'nobody restarts', after: async () => undefined },
  {
    name: 'both restart',
    after: async ({ source, target }: Pair) => {
      await source.reboot()
      await target.reboot()
    },
  },
] as const

describe.each(WAYS)('a move that is cut, where $name', ({ after }) => {
  it('leaves one owner at most, and exactly one once they are in contact again, wherever it was cut', async () => {
    let cuts = 0
    for (let message = 0; ; message++) {
      const pair = await two()
      pair.source.scissors.after = message
      const { failed } = await bring(pair)
      if (pair.source.scissors.count <= message) break // nothing was cut any more
      cuts++
      await after(pair)
      expect(await owners(pair), `cut after message ${message}`).toBeLessThanOrEqual(1)
      pair.source.scissors.after = undefined
      await fleet.run(pair.target.core.nodes.look('source'))
      await settled(pair)
      expect(await owners(pair), `mended after message ${message}`).toBe(1)
      await everyoneRefreshes(pair)
      expect(fleet.provider, `used after message ${message}`).toMatchObject({ reuses: 0, revoked: false })
      expect(pair.target.moves('in').filter(isOpen), `cut after message ${message}`).toEqual([])
      if (!failed) expect(await pair.target.canSpend()).toBe(true)
      await fleet.close()
    }
    expect(cuts).toBeGreaterThan(8) // hello, node.hello, profiles, prepare, commit, finish: there and back
  })
})
