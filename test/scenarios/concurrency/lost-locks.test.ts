/** A lock is lost while the request is on its way: stolen, slept through, outlived. What came back is stored all the same. */
import { describe, expect, it } from 'vitest'
import { HttpFailure } from '../../../app/base/ports.ts'
import { HOUR, MemoryMachine, MINUTE, PROFILE, STORES } from '../../support/memory-machine.ts'

type KeptBy = (typeof STORES)[number]
const DAY = 24 * HOUR

async function seeded(keptBy: KeptBy = 'openclaw'): Promise<MemoryMachine> {
  const machine = new MemoryMachine({ keptBy })
  await machine.seed()
  return machine
}

function grantLock(machine: MemoryMachine): string {
  return machine.lock.history.find((name) => name.startsWith('grant-')) ?? ''
}

describe.each(STORES)('a renewal of a login kept by %s', (keptBy) => {
  it('whose lock is taken by another stores what it got, and leaves that lock alone', async () => {
    const machine = await seeded(keptBy)
    const host = await machine.startWith(true, () => machine.lock.steal(grantLock(machine)))
    await machine.clock.advance(MINUTE)
    expect(await machine.stored()).toBe(machine.provider.currentRefreshToken)
    expect(host.core.profile(PROFILE).status.kind).toBe('fresh')
    expect(machine.lock.isTaken(grantLock(machine))).toBe(true)
    expect(machine.provider.requests).toBe(1)
    await machine.run(host.core.close())
  })

  it('whose lock is taken by another Lamplighter makes it wait for the answer, not ask again', async () => {
    const machine = await seeded(keptBy)
    let second: Awaited<ReturnType<typeof machine.start>> | undefined
    const late: Promise<unknown>[] = []
    const first = await machine.startWith(true, async () => {
      machine.lock.free(grantLock(machine)) // as a take-over by age does it
      if (keptBy === 'openclaw') for (const lock of openClawLocks(machine)) machine.files.delete(lock)
      second = machine.newProcess()
      late.push(second.core.start({ schedule: false }).then(() => second?.core.token(PROFILE)))
      await machine.clock.sleep(20_000)
    })
    await machine.clock.advance(MINUTE)
    await machine.run(Promise.all(late))
    expect(machine.provider.requests).toBe(1)
    expect(machine.provider.reuses).toBe(0)
    expect(await machine.stored()).toBe(machine.provider.currentRefreshToken)
    await machine.run(Promise.all([first.core.close(), second?.core.close()]))
  })

  it.each([
    ['two hours', 2 * HOUR],
    ['a minute', MINUTE],
    ['a day', DAY],
  ])(
    'during which the machine sleeps for %s stores what it got, counted from when it was asked',
    async (_name, ms) => {
      const machine = await seeded(keptBy)
      const host = await machine.startWith(true, () => machine.clock.jump(ms))
      await machine.clock.advance(100)
      expect(machine.provider.reuses).toBe(0)
      await machine.clock.advance(3 * MINUTE)
      expect(await machine.stored()).toBe(machine.provider.currentRefreshToken)
      expect(host.core.profile(PROFILE).status.kind).toBe('fresh')
      expect(machine.provider.requests).toBe(ms >= HOUR ? 2 : 1) // what lapsed in its sleep is refreshed again
      expect(machine.provider.reuses).toBe(0)
      await machine.run(host.core.close())
    },
  )

  it.each([
    ['back by a day', -DAY],
    ['back by ten minutes', -10 * MINUTE],
    ['forward by a day', DAY],
  ])('during which the clock is set %s stores what it got, and makes no storm', async (_name, ms) => {
    const machine = await seeded(keptBy)
    const host = await machine.startWith(true, () => machine.clock.set(ms))
    await machine.clock.advance(10 * MINUTE)
    expect(await machine.stored()).toBe(machine.provider.currentRefreshToken)
    expect(machine.provider.requests).toBeLessThanOrEqual(3)
    expect(machine.provider.reuses).toBe(0)
    expect(['fresh', 'due']).toContain(host.core.profile(PROFILE).status.kind)
    const got = await machine.run(host.core.token(PROFILE))
    expect(got.expiresAtMs ?? 0).toBeGreaterThan(machine.clock.now())
    await machine.run(host.core.close())
  })
})

function openClawLocks(machine: MemoryMachine): readonly string[] {
  return Object.keys(machine.files.all()).filter(
    (path) => path.endsWith('.lock') && path.includes('openclaw'),
  )
}

describe('a refresh under OpenClaw’s locks', () => {
  it('stores what it got when another program took them for old, and leaves that program’s lock alone', async () => {
    const machine = await seeded()
    const thief = JSON.stringify({ pid: 4242, createdAt: 'now' })
    let stolen: readonly string[] = []
    const host = await machine.startWith(true, () => {
      stolen = openClawLocks(machine)
      for (const path of stolen) machine.files.delete(path)
      for (const path of stolen) machine.files.put(path, thief)
    })
    await machine.clock.advance(MINUTE)
    expect(stolen.length).toBeGreaterThan(1)
    for (const agent of ['main', 'research']) {
      expect(await machine.stored(agent)).toBe(machine.provider.currentRefreshToken)
    }
    for (const path of stolen) expect(machine.files.text(path)).toBe(thief)
    expect(machine.provider.requests).toBe(1)
    await machine.run(host.core.close())
  })

  it('sends nothing when they are lost before the request, and gives the ticket back', async () => {
    const machine = await seeded()
    let isStolen = false
    machine.files.before = (operation, path) => {
      if (isStolen || operation !== 'createExclusive' || !path.includes('/journal/')) return
      isStolen = true
      for (const lock of openClawLocks(machine)) machine.files.delete(lock)
    }
    const host = await machine.start(true)
    await machine.clock.advance(1_000)
    expect(isStolen).toBe(true)
    expect(machine.provider.requests).toBe(0)
    expect(host.core.profile(PROFILE).status).toMatchObject({
      kind: 'retrying',
      failure: { code: 'STORE_LOCKED' },
    })
    await machine.clock.advance(MINUTE)
    expect(machine.provider.requests).toBe(1)
    expect(host.core.profile(PROFILE).status.kind).toBe('fresh')
    await machine.run(host.core.close())
  })

  it('gives up waiting for the reply before they look abandoned, and calls that an unknown outcome', async () => {
    const machine = await seeded()
    const timeouts: number[] = []
    const host = await machine.start(true, (ports) => ({
      ...ports,
      http: {
        send: async (request) => {
          timeouts.push(request.timeoutMs)
          if (timeouts.length > 1) return ports.http.send(request)
          await machine.clock.sleep(request.timeoutMs)
          throw new HttpFailure('timeout', true, 'no reply came')
        },
      },
    }))
    await machine.clock.advance(30_000)
    expect(timeouts).toEqual([20_000])
    expect(openClawLocks(machine)).toEqual([])
    expect(host.core.profile(PROFILE).status).toMatchObject({
      kind: 'retrying',
      failure: { code: 'OUTCOME_UNKNOWN' },
    })
    await machine.clock.advance(2 * MINUTE)
    expect(host.core.profile(PROFILE).status.kind).toBe('fresh')
    await machine.run(host.core.close())
  })
})
