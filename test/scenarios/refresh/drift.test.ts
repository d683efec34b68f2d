/** Holders of one login that no longer agree are put right by the host that keeps the schedule, without a person. */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import { HOUR, MemoryMachine, MINUTE, PROFILE, type Tokens } from '../../support/memory-machine.ts'

/** A machine whose two agents hold a fresh login, and the host that keeps it. */
async function settled(schedule = true) {
  const machine = new MemoryMachine()
  const host = await machine.start(schedule)
  await machine.run(host.core.token(PROFILE))
  await machine.clock.advance(MINUTE)
  return { machine, host }
}

/** OpenClaw refreshes in one agent, and tells no other. */
function openClawRefreshes(machine: MemoryMachine, agent: string): Tokens {
  const { access, refresh } = machine.provider.exchangeDirectly()
  const tokens = { access, refresh, expires: machine.clock.now() + HOUR }
  machine.write(tokens, agent)
  return tokens
}

describe('drift', () => {
  it('is mended by the schedule: what OpenClaw refreshed in one agent goes to the others', async () => {
    const { machine, host } = await settled()
    const { refresh } = openClawRefreshes(machine, 'research')
    await machine.clock.advance(MINUTE)
    expect(await machine.stored('main')).toBe(refresh)
    const { lastEvent, holders } = host.core.profile(PROFILE)
    expect(lastEvent).toMatchObject({ kind: 'repaired', askedBy: 'schedule', holders: 1 })
    expect(holders.some(({ drift }) => drift)).toBe(false)
    expect(machine.provider.requests).toBe(2) // ours, and OpenClaw's
    await machine.run(host.core.close())
  })

  it('is left to a person where nobody keeps the schedule, or it is paused', async () => {
    const { machine, host: cli } = await settled(false)
    openClawRefreshes(machine, 'research')
    await machine.run(cli.core.look())
    await machine.clock.advance(MINUTE)
    expect(await machine.stored('main')).toBe('CANARY-refresh-2')
    expect(cli.core.profile(PROFILE).holders.map(({ drift }) => drift)).toEqual([true, false])
    await machine.run(cli.core.pause())
    const host = await machine.start(true)
    await machine.clock.advance(MINUTE)
    expect(await machine.stored('main')).toBe('CANARY-refresh-2')
    await machine.run(host.core.resume())
    await machine.clock.advance(MINUTE)
    expect(await machine.stored('main')).toBe('CANARY-refresh-3')
    await machine.run(Promise.all([cli.core.close(), host.core.close()]))
  })

  it('is mended when an older copy of one file is put back', async () => {
    const { machine, host } = await settled()
    machine.write(machine.first, 'research')
    await machine.clock.advance(MINUTE)
    expect(await machine.stored('research')).toBe(machine.provider.currentRefreshToken)
    expect(machine.provider.requests).toBe(1)
    await machine.run(host.core.close())
  })

  it('is mended in an agent that was added while the refresh ran', async () => {
    const machine = new MemoryMachine()
    const host = await machine.start(true, (ports) => ({
      ...ports,
      http: {
        send: async (request) => {
          const reply = await ports.http.send(request)
          machine.write(machine.first, 'newcomer') // a copy of what is spent by now
          return reply
        },
      },
    }))
    await machine.clock.advance(MINUTE)
    expect(await machine.stored('newcomer')).toBe(machine.provider.currentRefreshToken)
    expect(machine.provider.requests).toBe(1)
    expect(machine.provider.reuses).toBe(0)
    await machine.run(host.core.close())
  })

  it('never overwrites a login that may be newer: another account, or nobody knows whose', async () => {
    const { machine, host } = await settled()
    const tokens = {
      access: 'CANARY-other',
      refresh: 'CANARY-other-refresh',
      expires: machine.clock.now() + MINUTE,
    }
    machine.files.put(machine.fileOf('research'), machine.textWith(tokens, PROFILE, 'bob@example.test'))
    const third = { ...tokens, refresh: 'CANARY-third-refresh' }
    machine.files.put(machine.fileOf('ops'), machine.textWith(third, PROFILE, ''))
    await machine.clock.advance(30_000)
    expect(await machine.stored('research')).toBe('CANARY-other-refresh')
    expect(await machine.stored('ops')).toBe('CANARY-third-refresh')
    expect(await machine.stored('main')).toBe('CANARY-refresh-2')
    await machine.run(host.core.close())
  })

  it('is tried again with growing delays while it cannot be mended, and told of once', async () => {
    const { machine, host } = await settled()
    let tries = 0
    let full = true
    machine.files.before = (operation, path) => {
      if (operation !== 'writeAtomic' || path !== machine.fileOf('main') || !full) return
      tries++
      throw new AppError('STORE_UNWRITABLE', `Writing ${path} failed (ENOSPC).`)
    }
    const { refresh } = openClawRefreshes(machine, 'research')
    await machine.clock.advance(30 * MINUTE)
    expect(tries).toBeGreaterThan(5)
    expect(tries).toBeLessThan(40)
    expect((await host.core.history({})).filter(({ kind }) => kind === 'failed')).toHaveLength(1)
    expect(host.core.profile(PROFILE).status.kind).toBe('fresh')
    expect(host.core.profile(PROFILE).warnings).toHaveLength(1)
    full = false
    await machine.clock.advance(5 * MINUTE + 1_000)
    expect(await machine.stored('main')).toBe(refresh)
    expect(host.core.profile(PROFILE).warnings).toEqual([])
    await machine.run(host.core.close())
  })

  it('waits while another process refreshes, and while OpenClaw holds its lock', async () => {
    const { machine, host } = await settled()
    const lock = `${machine.fileOf('main')}.lock`
    host.ports.process.start(77, 'oc')
    machine.files.put(
      lock,
      JSON.stringify({ pid: 77, createdAt: new Date(machine.clock.now()).toISOString() }),
    )
    const { refresh } = openClawRefreshes(machine, 'research')
    await machine.clock.advance(10_000)
    expect(await machine.stored('main')).toBe('CANARY-refresh-2')
    expect((await host.core.history({})).map(({ kind }) => kind)).toEqual(['refreshed'])
    machine.files.delete(lock)
    await machine.clock.advance(MINUTE)
    expect(await machine.stored('main')).toBe(refresh)
    await machine.run(host.core.close())
  })

  it('between two names of one login in one file is seen although the tokens no longer say so', async () => {
    const machine = new MemoryMachine({ agents: ['main'] })
    const both = (ada: Tokens, standard: Tokens): void => {
      const { profiles, ...rest } = JSON.parse(machine.textWith(ada))
      const other = JSON.parse(machine.textWith(standard, 'openai-codex:default')).profiles
      machine.files.put(
        machine.fileOf('main'),
        JSON.stringify({ ...rest, profiles: { ...profiles, ...other } }),
      )
    }
    both(machine.first, machine.first)
    const host = await machine.start(true)
    await machine.run(host.core.token(PROFILE))
    await machine.clock.advance(MINUTE)
    expect(host.core.overview().profiles).toHaveLength(1)
    const left = {
      access: 'CANARY-access-2',
      refresh: 'CANARY-refresh-2',
      expires: machine.clock.now() + HOUR / 2,
    }
    const { access, refresh } = machine.provider.exchangeDirectly()
    both({ access, refresh, expires: machine.clock.now() + HOUR }, left) // OpenClaw refreshed the one name only
    await machine.clock.advance(MINUTE)
    expect(host.core.overview().profiles).toHaveLength(1)
    const profiles = JSON.parse(machine.files.text(machine.fileOf('main')) ?? '').profiles
    expect([profiles[PROFILE].refresh, profiles['openai-codex:default'].refresh]).toEqual([refresh, refresh])
    await machine.clock.advance(2 * HOUR)
    expect(machine.provider.reuses).toBe(0)
    await machine.run(host.core.close())
  })

  it('of files that belong to another program is only shown', async () => {
    const { machine, host } = await settled()
    openClawRefreshes(machine, 'research')
    machine.files.put(machine.fileOf('main'), machine.files.text(machine.fileOf('main')) ?? '', 0o400)
    await machine.clock.advance(MINUTE)
    expect(await machine.stored('main')).toBe('CANARY-refresh-2')
    expect(host.core.profile(PROFILE).holders.map(({ drift }) => drift)).toEqual([true, false])
    await machine.run(host.core.close())
  })
})
