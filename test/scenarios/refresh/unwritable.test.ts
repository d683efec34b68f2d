/** The reply is here and a store cannot be written: used from the journal, said, and stored as soon as that is possible. */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import type { Booted } from '../../support/memory-machine.ts'
import { HOUR, MemoryMachine, MINUTE, PROFILE, STORES } from '../../support/memory-machine.ts'

const agentsOf = (machine: MemoryMachine): readonly string[] =>
  machine.keptBy === 'vault' ? ['main'] : ['main', 'research']

async function seeded(keptBy: (typeof STORES)[number]): Promise<MemoryMachine> {
  const machine = new MemoryMachine({ keptBy })
  await machine.seed()
  return machine
}

/** Writing these agents' files fails while `isBroken`. */
function breakWrites(machine: MemoryMachine, agents: readonly string[], isBroken: () => boolean): void {
  const paths = agents.map((agent) => machine.fileOf(agent))
  machine.files.before = (operation, path) => {
    if (operation === 'writeAtomic' && paths.includes(path) && isBroken())
      throw new AppError('STORE_UNWRITABLE', `Writing ${path} failed (ENOSPC).`)
  }
}

const kinds = async ({ core }: Booted): Promise<readonly string[]> =>
  (await core.history({})).map(({ kind, cause }) => (cause ? `${kind} ${cause}` : kind)).reverse()

async function expectStored(machine: MemoryMachine, host: Booted): Promise<void> {
  for (const agent of agentsOf(machine)) {
    expect(await machine.stored(agent)).toBe(machine.provider.currentRefreshToken)
  }
  const { status, warnings, lastEvent, holders } = host.core.profile(PROFILE)
  expect(status.kind).toBe('fresh')
  expect(warnings).toEqual([])
  expect(lastEvent).toMatchObject({ kind: 'repaired' })
  expect(holders.filter(({ drift }) => drift)).toEqual([])
  expect(machine.provider.reuses).toBe(0)
}

describe.each(STORES)('a login kept by %s, on a disk that is full', (keptBy) => {
  it('is used from the journal, says why, and is stored once there is room', async () => {
    const machine = await seeded(keptBy)
    let full = true
    breakWrites(machine, agentsOf(machine), () => full)
    const host = await machine.start(true)
    await machine.clock.advance(MINUTE)
    const { status, warnings, accessExpiresAtMs = 0 } = host.core.profile(PROFILE)
    expect(status).toMatchObject({ kind: 'retrying', failure: { code: 'STORE_UNWRITABLE' } })
    expect(warnings).toMatchObject([{ message: expect.stringContaining('ENOSPC') }])
    expect(accessExpiresAtMs).toBeGreaterThan(machine.clock.now() + 50 * MINUTE)
    const { accessToken } = await machine.run(host.core.token(PROFILE))
    expect(accessToken.expose()).toBe('CANARY-access-2')

    await machine.clock.advance(20 * MINUTE)
    expect(await machine.stored()).toBe('CANARY-refresh-1')
    expect(await kinds(host)).toEqual(['failed unwritable']) // once, however often it was tried
    full = false
    await machine.clock.advance(5 * MINUTE + 1_000)
    await expectStored(machine, host)
    expect(await kinds(host)).toEqual(['failed unwritable', 'repaired'])
    expect(machine.provider.requests).toBe(1)
    await machine.run(host.core.close())
  })

  it('is stored by a later process, where the one that refreshed it has ended', async () => {
    const machine = await seeded(keptBy)
    let full = true
    breakWrites(machine, agentsOf(machine), () => full)
    const first = await machine.start(false)
    const { accessToken } = await machine.run(first.core.token(PROFILE))
    expect(accessToken.expose()).toBe('CANARY-access-2')
    await machine.run(first.core.close())
    first.die()

    const second = await machine.start(false) // tries by itself, in vain
    expect(second.core.profile(PROFILE).status).toMatchObject({ kind: 'retrying' })
    expect((await machine.run(second.core.token(PROFILE))).accessToken.expose()).toBe('CANARY-access-2')
    await machine.run(second.core.close())
    second.die()
    full = false
    const host = await machine.start(true)
    await expectStored(machine, host)
    expect(machine.provider.requests).toBe(1)
    await machine.run(host.core.close())
  })
})

describe('a login in files that cannot be written', () => {
  it('is stored the moment the files are made writable again', async () => {
    const machine = new MemoryMachine()
    let replied = false
    const host = await machine.start(true, (ports) => ({
      ...ports,
      http: {
        send: async (request) => {
          const reply = await ports.http.send(request)
          if (!replied) for (const agent of agentsOf(machine)) setMode(machine, agent, 0o400)
          replied = true
          return reply
        },
      },
    }))
    // The write itself replaces the file, whatever its mode: as where the folder forbids it.
    breakWrites(machine, agentsOf(machine), () => machine.files.mode(machine.fileOf('main')) === 0o400)
    await machine.clock.advance(30 * MINUTE)
    expect(host.core.profile(PROFILE).status).toMatchObject({ kind: 'retrying' })
    const { accessToken } = await machine.run(host.core.token(PROFILE))
    expect(accessToken.expose()).toBe('CANARY-access-2')
    for (const agent of agentsOf(machine)) setMode(machine, agent, 0o600)
    await machine.run(host.core.look()) // the watch would have told
    await machine.clock.advance(100)
    await expectStored(machine, host)
    expect(machine.provider.requests).toBe(1)
    await machine.run(host.core.close())
  })

  it('is stored when the folder that vanished is back', async () => {
    const machine = new MemoryMachine()
    const texts = agentsOf(machine).map(
      (agent) => [machine.fileOf(agent), machine.textWith(machine.first)] as const,
    )
    let replied = false
    const host = await machine.start(true, (ports) => ({
      ...ports,
      http: {
        send: async (request) => {
          const reply = await ports.http.send(request)
          if (!replied) machine.files.delete('/home/ada/.openclaw/agents')
          replied = true
          return reply
        },
      },
    }))
    await machine.clock.advance(MINUTE)
    const view = host.core.profile(PROFILE)
    expect(view.status).toMatchObject({ kind: 'unknown', failure: { code: 'STORE_UNWRITABLE' } })
    expect((await machine.run(host.core.token(PROFILE))).accessToken.expose()).toBe('CANARY-access-2')
    expect(machine.files.text(machine.fileOf('main'))).toBeUndefined() // a removed agent is not brought back
    for (const [path, text] of texts) machine.files.put(path, text)
    await machine.run(host.core.look())
    await machine.clock.advance(MINUTE)
    await expectStored(machine, host)
    expect(machine.provider.requests).toBe(1)
    await machine.run(host.core.close())
  })

  it('is written to the others at once, and to the one that could not be written as soon as it can', async () => {
    const machine = new MemoryMachine()
    let full = true
    breakWrites(machine, ['research'], () => full)
    const host = await machine.start(true)
    await machine.clock.advance(20 * MINUTE)
    expect(await machine.stored('main')).toBe(machine.provider.currentRefreshToken)
    expect(await machine.stored('research')).toBe('CANARY-refresh-1')
    const { status, warnings, holders } = host.core.profile(PROFILE)
    expect(status.kind).toBe('fresh')
    expect(holders.map(({ drift }) => drift)).toEqual([false, true])
    expect(warnings).toMatchObject([{ code: expect.stringMatching('unwritable') }])
    expect((await kinds(host)).length).toBeLessThanOrEqual(2)
    full = false
    await machine.clock.advance(5 * MINUTE + 1_000)
    await expectStored(machine, host)
    expect(machine.provider.requests).toBe(1)
    await machine.run(host.core.close())
  })

  it('does not spend what is in the journal only, and says when the access token has lapsed', async () => {
    const machine = new MemoryMachine()
    breakWrites(machine, agentsOf(machine), () => true)
    const host = await machine.start(true)
    await machine.clock.advance(3 * HOUR)
    expect(machine.provider.requests).toBe(1)
    await expect(machine.run(host.core.token(PROFILE))).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' })
    expect(host.core.profile(PROFILE).status).toMatchObject({ kind: 'retrying' })
    await machine.run(host.core.close())
  })
})

function setMode(machine: MemoryMachine, agent: string, mode: number): void {
  machine.files.put(machine.fileOf(agent), machine.files.text(machine.fileOf(agent)) ?? '', mode)
}
