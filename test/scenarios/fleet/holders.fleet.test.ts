/**
 * Fifty machines in ten processes, each with OpenClaw's files for holders of what the fleet shares, and everything goes
 * wrong: TORTURE_SEED, TORTURE_SECONDS and TORTURE_PROCESSES repeat or change a run. Fifty want two idle cores.
 */
import { describe, it } from 'vitest'
import { findEtcd } from '../../../scripts/etcd.mjs'
import { EVERYTHING } from '../../support/fleet-chaos.ts'
import { tortureHolders } from '../../support/holder-torture.ts'

const seed = Number(process.env['TORTURE_SEED'] ?? Date.now() % 1_000_000)
const seconds = Number(process.env['TORTURE_SECONDS'] ?? 180)
const processes = Number(process.env['TORTURE_PROCESSES'] ?? 10)

const found = await findEtcd()
if ('why' in found) it.skip(`needs etcd: ${found.why}`, () => undefined)
else {
  describe(`${processes * 5} machines whose OpenClaws use what the fleet shares (TORTURE_SEED=${seed})`, () => {
    it('spends nothing twice, loses nothing, and every file is whole at every moment', () =>
      tortureHolders(found.program, {
        ...{ seed, seconds, mishaps: EVERYTHING, stops: [3_000, 12_000] },
        ...{ processes, nodesEach: 5, grants: 12, lifeSeconds: 60 },
      }))
  })
}
