/** A disk that fails once, at every write of a move, on either machine; then both start again. */
import { afterEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import type { FileOperation } from '../../fakes/files.ts'
import { Fleet, type FleetMachine, PROFILE } from '../../support/fleet.ts'

const WRITES = new Set<FileOperation>(['writeAtomic', 'createExclusive', 'append', 'remove'])
let fleet: Fleet

interface Pair {
  readonly source: FleetMachine
  readonly target: FleetMachine
}

const PLACES = {
  'in the vault': (source: FleetMachine) => source.seed(),
  "in two agents' files": (source: FleetMachine) => source.seedAgents(['main', 'cron']),
}

async function two(seed: (source: FleetMachine) => Promise<void>): Promise<Pair> {
  fleet = new Fleet()
  const [source, target] = await fleet.two('source', 'target')
  await seed(source)
  await fleet.run(target.core.nodes.add('source'))
  await fleet.run(target.core.nodes.look('source'))
  return { source, target }
}

afterEach(() => fleet.close())

/** The write of this number fails, counted from now. @returns whether there was one */
function failAt({ files }: FleetMachine, number: number): () => boolean {
  let seen = 0
  files.before = (operation, path) => {
    if (!WRITES.has(operation) || /\/(nodes|history)\//.test(path)) return
    if (++seen === number) throw new AppError('STORE_UNWRITABLE', `The disk failed at ${operation} ${path}.`)
  }
  return () => {
    files.before = () => undefined
    return seen >= number
  }
}

async function refreshEverywhere({ source, target }: Pair): Promise<void> {
  for (const machine of [source, target, source, target]) {
    await machine.core.look()
    for (const { id, can } of machine.core.overview().profiles) {
      if (can.refresh) await fleet.run(machine.core.refresh(id, { askedBy: 'person' }))
    }
  }
}

describe.each(Object.entries(PLACES))('a move of a login %s', (_, seed) => {
  it.each(['source', 'target'] as const)(
    'survives a disk of the %s that fails at any write',
    async (where) => {
      let faults = 0
      for (let number = 1; ; number++) {
        const pair = await two(seed)
        const mend = failAt(pair[where], number)
        await fleet
          .run(pair.target.core.nodes.bring('source', [{ profileId: PROFILE, way: 'move' }]))
          .catch((error: unknown) => expect(error).toBeInstanceOf(AppError))
        const failed = mend()
        if (!failed) break
        faults++
        const said = `write ${number} of the ${where}`
        const owners = Number(await pair.source.canSpend()) + Number(await pair.target.canSpend())
        expect(owners, said).toBeLessThanOrEqual(1)
        await pair.source.reboot()
        await pair.target.reboot()
        await fleet.run(pair.target.core.nodes.look('source'))
        await fleet.clock.advance(1_000)
        const after = Number(await pair.source.canSpend()) + Number(await pair.target.canSpend())
        expect(after, said).toBe(1)
        await refreshEverywhere(pair)
        expect(fleet.provider, said).toMatchObject({ reuses: 0, revoked: false })
        await fleet.close()
      }
      expect(faults).toBeGreaterThan(6)
    },
  )
})
