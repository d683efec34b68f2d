import { afterEach, describe, expect, it } from 'vitest'
import { Fleet, type FleetMachine, HOUR, PROFILE } from '../../support/fleet.ts'

let fleet: Fleet

afterEach(() => fleet.close())

/** Everything but the files of other programs, and their copies in a backup. */
function kept(machine: FleetMachine): string {
  const ours = Object.entries(machine.files.all()).filter(([path]) => !/\/(\.openclaw|backups)\//.test(path))
  return ours.map(([path, text]) => `${path}\n${text}`).join('\n')
}

async function shown(machine: FleetMachine): Promise<string> {
  const { core, ports } = machine
  const history = await fleet.run(core.history({}))
  const support = await fleet.run(core.supportText({}))
  return JSON.stringify([core.overview(), core.nodes.list(), history, support, ports.log.lines])
}

describe('nodes', () => {
  it('show and keep no secret in clear, whatever becomes of a login', async () => {
    fleet = new Fleet()
    const here = fleet.machine('here')
    const there = fleet.machine('there')
    await here.boot(true)
    await there.boot(true)
    await there.seedAgents(['main', 'cron'])
    await fleet.run(here.core.nodes.add('there', 'T440'))
    const results: unknown[] = []
    for (const way of ['borrow', 'move'] as const) {
      for (const cut of [4, 6, 8, 9, 10, 11, 12]) {
        there.scissors.count = 0
        there.scissors.after = cut
        const work = here.core.nodes.bring('there', [{ profileId: PROFILE, way }])
        results.push(await fleet.run(work).catch((error: unknown) => error))
        for (const machine of [here, there]) {
          expect(kept(machine), `${way}, cut after ${cut}`).not.toContain('CANARY')
          expect(await shown(machine), `${way}, cut after ${cut}`).not.toContain('CANARY')
        }
        there.scissors.after = undefined
        await fleet.run(here.core.nodes.look('there'))
        await fleet.clock.advance(HOUR)
      }
    }
    results.push(await fleet.run(here.core.nodes.send('there', [{ profileId: PROFILE, way: 'copy' }])))
    expect(JSON.stringify(results)).not.toContain('CANARY')
    expect(`${kept(here)}${kept(there)}${await shown(here)}${await shown(there)}`).not.toContain('CANARY')
    expect(fleet.provider).toMatchObject({ reuses: 0, revoked: false })
  })
})
