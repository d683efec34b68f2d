import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createHistoryLog } from '../../../app/history/history-log.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { startWorkers } from '../../support/platform-processes.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe('sixteen processes that start at once', () => {
  it('end with one sealing key and one fingerprint key', async () => {
    for (let round = 0; round < 3; round++) {
      const home = temporaryFolder()
      const workers = await startWorkers(16, home)
      const keys = await Promise.all(workers.map((worker) => worker.ask<string>({ do: 'key' })))
      expect(new Set(keys).size).toBe(1)
      expect(readdirSync(join(home, 'state')).filter((name) => /key|json|tmp/.test(name))).toHaveLength(3)
      for (const worker of workers) await worker.kill()
    }
  })

  it('append to one history without mixing or losing a line', async () => {
    const home = temporaryFolder()
    const workers = await startWorkers(16, home)
    await Promise.all(workers.map((worker, n) => worker.ask({ do: 'append', count: 25, mark: `w${n}` })))
    const history = createHistoryLog(createNodePorts({ label: 'test', env: { LAMPLIGHTER_HOME: home } }))
    const events = await history.query({})
    expect(events).toHaveLength(16 * 25)
    expect(new Set(events.map((event) => event.id)).size).toBe(16 * 25)
    expect(history.skipped).toBe(0)
  })
})
