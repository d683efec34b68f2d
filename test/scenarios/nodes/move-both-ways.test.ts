/** Two machines that hold the same rotating token, and both want it for themselves. */
import { afterEach, describe, expect, it } from 'vitest'
import { Fleet, type FleetMachine, PROFILE } from '../../support/fleet.ts'

let fleet: Fleet

afterEach(() => fleet.close())

async function forked(): Promise<{ readonly one: FleetMachine; readonly other: FleetMachine }> {
  fleet = new Fleet()
  const one = fleet.machine('one')
  const other = fleet.machine('other')
  for (const machine of [one, other]) await machine.boot()
  for (const machine of [one, other]) await machine.seed()
  await fleet.run(one.core.nodes.add('other'))
  await fleet.run(other.core.nodes.add('one'))
  return { one, other }
}

async function bring(machine: FleetMachine, from: string): Promise<boolean> {
  const { rows } = await machine.core.nodes.bring(from, [{ profileId: PROFILE, way: 'move' }])
  return rows[0]?.failure === undefined
}

async function later(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await Promise.resolve()
}

describe('a fork that both machines move to themselves', () => {
  it('does not end with two owners, whichever is how much later', async () => {
    for (let turns = 0; turns <= 600; turns += 50) {
      const { one, other } = await forked()
      const [first, second] = await fleet.run(
        Promise.all([bring(one, 'other'), later(turns).then(() => bring(other, 'one'))]),
      )
      await fleet.clock.advance(1_000)
      const said = `${turns} turns later`
      expect(fleet.provider, said).toMatchObject({ reuses: 0, revoked: false })
      if (!first && !second) expect(await fleet.run(bring(one, 'other')), said).toBe(true) // told so: tried again
      const owners = Number(await one.canSpend()) + Number(await other.canSpend())
      expect(owners, said).toBe(1)
      await fleet.close()
    }
  })
})
