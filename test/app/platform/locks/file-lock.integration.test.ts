import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startWorker, startWorkers, type Worker } from '../../../support/platform-processes.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const WAITERS = 8
const ROUNDS = Number(process.env['LOCK_ROUNDS'] ?? 40)

interface Had {
  readonly doubles: number
  readonly atMs: number
}

function order(home: string, name: string, holdMs: number | 'until over') {
  return { do: 'compete', name, inside: join(home, `${name}.inside`), holdMs, watch: false } as const
}

function compete(workers: readonly Worker[], home: string, name: string): Promise<readonly Had[]> {
  return Promise.all(workers.map((worker) => worker.ask<Had>(order(home, name, 2))))
}

/** Who is in the place that only a holder enters. */
function pidInside(home: string, name: string): number | undefined {
  const path = join(home, `${name}.inside`)
  return existsSync(path) ? Number(readFileSync(path, 'utf8')) : undefined
}

describe('the file lock, between processes', () => {
  it(`is never had by two, in ${ROUNDS} rounds of ${WAITERS} racing for what a killed process left`, async () => {
    const home = temporaryFolder()
    const workers = await startWorkers(WAITERS, home)
    let doubles = 0
    let slowestMs = 0
    for (let round = 0; round < ROUNDS; round++) {
      const name = `g${round % 3}` // used again and again: records and tickets of earlier rounds lie about
      const victim = await startWorker(home)
      expect(await victim.ask({ do: 'hold', name })).toBe(true)
      const racing = compete(workers, home, name)
      await victim.kill()
      const killedMs = Date.now()
      const had = await racing
      doubles += had.reduce((sum, one) => sum + one.doubles, 0)
      slowestMs = Math.max(slowestMs, Math.min(...had.map((one) => one.atMs)) - killedMs)
    }
    expect(doubles).toBe(0)
    expect(slowestMs).toBeLessThan(10_000) // proper-lockfile's own rule takes longer; some 30 ms on a quiet machine
  })

  it('is never had by two when the lock has no name: its owner died between mkdir and record', async () => {
    const home = temporaryFolder()
    const workers = await startWorkers(WAITERS, home)
    mkdirSync(join(home, 'state', 'locks'), { recursive: true })
    for (let round = 0; round < 10; round++) {
      const path = join(home, 'state', 'locks', 'g.lock')
      const then = new Date(Date.now() - 61_000)
      mkdirSync(path)
      utimesSync(path, then, then)
      const had = await compete(workers, home, 'g')
      expect(had.map((one) => one.doubles)).toEqual(Array(WAITERS).fill(0))
    }
  })

  it('is never had by two when those who take it over are killed while they hold it', async () => {
    const home = temporaryFolder()
    for (let round = 0; round < 5; round++) {
      const workers = await startWorkers(6, home)
      const { inside } = order(home, 'g', 'until over')
      rmSync(`${inside}.over`, { force: true })
      const racing = Promise.allSettled(
        workers.map((worker) => worker.ask<Had>(order(home, 'g', 'until over'))),
      )
      const killed = new Set<number>()
      while (killed.size < 4) {
        const worker = workers.find((one) => one.pid === pidInside(home, 'g') && !killed.has(one.pid))
        if (worker) {
          killed.add(worker.pid)
          await worker.kill()
        }
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
      writeFileSync(`${inside}.over`, '')
      const had = (await racing).flatMap((one) => (one.status === 'fulfilled' ? [one.value.doubles] : []))
      expect(had).toEqual([0, 0])
    }
  })

  it('leaves nothing behind when its owner ends in letting go', async () => {
    const home = temporaryFolder()
    const worker = await startWorker(home)
    expect(await worker.ask({ do: 'hold', name: 'g' })).toBe(true)
    expect(existsSync(join(home, 'state', 'locks', 'g.lock'))).toBe(true)
    await expect(worker.ask({ do: 'leave' })).rejects.toThrow('ended with 0')
    expect(existsSync(join(home, 'state', 'locks', 'g.lock'))).toBe(false)
  })

  it('passes on within moments of its release to one that watches', async () => {
    const home = temporaryFolder()
    const [holder, waiter] = await startWorkers(2, home)
    if (!holder || !waiter) throw new Error('two workers were asked for')
    const delays: number[] = []
    for (let round = 0; round < 9; round++) {
      expect(await holder.ask({ do: 'hold', name: 'g' })).toBe(true)
      const inside = join(home, 'inside')
      const having = waiter.ask<Had>({ do: 'compete', name: 'g', inside, holdMs: 0, watch: true })
      await new Promise((resolve) => setTimeout(resolve, 60)) // it tries, fails and watches
      const releasedMs = await holder.ask<number>({ do: 'release' })
      delays.push((await having).atMs - releasedMs)
    }
    delays.sort((a, b) => a - b)
    expect(delays[4]).toBeLessThan(500) // 1-2 ms on a quiet machine; without the watch it would be 1000
  })
})
