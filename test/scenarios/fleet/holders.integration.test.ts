/** Six machines whose OpenClaws use what their fleet shares, killed and stopped for some seconds: the short form of holders.fleet.test.ts. */
import { describe, it } from 'vitest'
import { findEtcd } from '../../../scripts/etcd.mjs'
import { tortureHolders } from '../../support/holder-torture.ts'

const seed = Number(process.env['TORTURE_SEED'] ?? Date.now() % 1_000_000)

const found = await findEtcd()
if ('why' in found) it.skip(`needs etcd: ${found.why}`, () => undefined)
else {
  describe(`six machines whose OpenClaws use what the fleet shares (TORTURE_SEED=${seed})`, () => {
    const whole = (): Promise<void> =>
      tortureHolders(found.program, {
        ...{ seed, seconds: Number(process.env['TORTURE_SECONDS'] ?? 20) },
        mishaps: [
          ['killCrew', 0.4],
          ['killSpender', 0.3],
          ['stopCrew', 0.3],
        ],
        ...{ stops: [1_000, 3_000], processes: 3, nodesEach: 2, grants: 5, lifeSeconds: 12 },
      })
    it('spends nothing twice, loses nothing, and every file is whole at every moment', whole, 400_000)
  })
}
