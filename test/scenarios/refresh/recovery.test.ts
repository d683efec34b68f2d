/** A process dies at any point of a refresh. Whoever starts next puts it right, though nobody asks for that login. */
import { describe, expect, it } from 'vitest'
import { FAKE_PATHS } from '../../fakes/ports.ts'
import { HOUR, MemoryMachine, MINUTE, PROFILE, STORES } from '../../support/memory-machine.ts'

type KeptBy = (typeof STORES)[number]
const agentsOf = (machine: MemoryMachine): readonly string[] =>
  machine.keptBy === 'vault' ? ['main'] : ['main', 'research']

/** A refresh whose process dies right before its n-th call to the outside. @returns the calls it made */
async function dieAt(machine: MemoryMachine, n: number): Promise<readonly string[]> {
  const calls: string[] = []
  const first = machine.newProcess((ports) => ({
    ...ports,
    http: {
      send: async (request) => {
        await step('http')
        const reply = await ports.http.send(request)
        await step('reply')
        return reply
      },
    },
  }))
  let dead = false
  async function step(what: string): Promise<void> {
    if (dead) return new Promise(() => undefined)
    if (calls.length === n) {
      dead = true
      machine.files.before = () => undefined
      first.die()
      return new Promise(() => undefined)
    }
    calls.push(what)
  }
  machine.files.before = (operation, path) => step(`${operation} ${path}`)
  const work = first.core.start({ schedule: false }).then(() => first.core.token(PROFILE))
  work.catch((error: unknown) => expect(error).toBeInstanceOf(Error))
  await machine.clock.advance(5_000)
  machine.files.before = () => undefined
  if (!dead) await machine.run(first.core.close())
  return calls
}

async function seeded(keptBy: KeptBy): Promise<MemoryMachine> {
  const machine = new MemoryMachine({ keptBy })
  await machine.seed()
  return machine
}

async function states(machine: MemoryMachine): Promise<readonly string[]> {
  const names = await machine.files.list(FAKE_PATHS.journal)
  return names.map((name) => {
    const lines = (machine.files.text(`${FAKE_PATHS.journal}/${name}`) ?? '').trim().split('\n')
    return JSON.parse(lines.at(-1) ?? '').state
  })
}

describe.each(STORES)(
  'a process that dies while it renews a login kept by %s',
  { timeout: 60_000 },
  (keptBy) => {
    it('leaves nothing that the next start does not put right by itself', async () => {
      const calls = await dieAt(await seeded(keptBy), Number.POSITIVE_INFINITY)
      const replied = calls.indexOf('reply')
      const journaled = calls.findIndex(
        (what, at) => at > replied && what.includes('/journal/') && !what.startsWith('read'),
      )
      expect(journaled).toBeGreaterThan(replied)
      expect(calls.length).toBeGreaterThan(journaled + 2)
      let finished = 0
      for (let n = replied; n < calls.length; n++) {
        const position = `${n}: ${calls[n]}`
        const machine = await seeded(keptBy)
        await dieAt(machine, n)
        const isLost = n <= journaled // only the dead process ever saw the reply
        const next = await machine.start(false) // nobody asks for anything
        if (isLost) {
          expect({ position, status: next.core.profile(PROFILE).status }).toMatchObject({
            position,
            status: { kind: 'retrying', failure: { code: 'OUTCOME_UNKNOWN' } },
          })
          expect(machine.provider.requests).toBe(1)
        } else {
          finished++
          for (const agent of agentsOf(machine)) {
            const refresh = await machine.stored(agent)
            expect({ position, refresh }).toEqual({ position, refresh: machine.provider.currentRefreshToken })
          }
          expect({ position, states: await states(machine) }).toEqual({ position, states: ['spent'] })
          expect({ position, requests: machine.provider.requests }).toEqual({ position, requests: 1 })
          expect(next.core.profile(PROFILE).status.kind).toBe('fresh')
        }
        await machine.run(next.core.close())
      }
      expect(finished).toBeGreaterThan(2)
    })

    it('leaves an unknown outcome: said, tried once more after a minute, then a person is asked, and that is all', async () => {
      const calls = await dieAt(await seeded(keptBy), Number.POSITIVE_INFINITY)
      const machine = await seeded(keptBy)
      await dieAt(machine, calls.indexOf('reply'))
      const host = await machine.start(true)
      const { status } = host.core.profile(PROFILE)
      expect(status).toMatchObject({ kind: 'retrying', failure: { code: 'OUTCOME_UNKNOWN' } })
      expect(host.core.profile(PROFILE).advice).toContain('once more')
      await machine.clock.advance(30_000)
      expect(machine.provider.requests).toBe(1)
      await machine.clock.advance(2 * HOUR)
      expect(machine.provider.requests).toBe(2)
      expect(host.core.profile(PROFILE).status.kind).toBe('needs-login')
      expect((await host.core.history({})).length).toBeLessThan(4)
      await machine.run(host.core.close())
    })
  },
)

describe('two requests without a reply', () => {
  it('end in a word to the person, and not in a loop', async () => {
    const machine = new MemoryMachine()
    machine.provider.faults.push('lost-after', 'lost-after', 'lost-after', 'lost-after')
    const host = await machine.start(true)
    await machine.clock.advance(HOUR)
    expect(machine.provider.requests).toBe(2)
    expect(host.core.profile(PROFILE).status).toMatchObject({
      kind: 'needs-login',
      failure: { code: 'OUTCOME_UNKNOWN' },
    })
    expect((await host.core.history({})).length).toBeLessThan(5)
    await machine.run(host.core.close())
  })
})

/** Dies once the reply is in the journal, before any store holds it. */
async function dieWithAnswer(machine: MemoryMachine): Promise<void> {
  const probe = new MemoryMachine({ keptBy: machine.keptBy })
  await probe.seed()
  const calls = await dieAt(probe, Number.POSITIVE_INFINITY)
  const replied = calls.indexOf('reply')
  const store = machine.keptBy === 'vault' ? 'vault.json' : 'auth-profiles.json'
  const stored = calls.findIndex(
    (what, at) => at > replied && what.startsWith('writeAtomic') && what.endsWith(store),
  )
  await dieAt(machine, stored)
  expect(await states(machine)).toEqual(['answered'])
}

describe.each(STORES)('a successor that was journaled and not stored, of a login kept by %s', (keptBy) => {
  it('is put over an older copy that was restored meanwhile', async () => {
    const machine = await seeded(keptBy)
    const older = machine.files.text(machine.fileOf('main')) ?? ''
    const first = await machine.start(false)
    await machine.run(first.core.token(PROFILE))
    await machine.run(first.core.close())
    await machine.clock.advance(HOUR)
    // a second refresh dies, and then somebody restores what was there before the first
    const second = machine.newProcess()
    machine.files.before = (operation, path) => {
      const isStore = operation === 'writeAtomic' && path === machine.fileOf('main')
      if (!isStore) return
      second.die()
      return new Promise(() => undefined)
    }
    const work = second.core.start({ schedule: false }).then(() => second.core.token(PROFILE))
    work.catch((error: unknown) => expect(error).toBeInstanceOf(Error))
    await machine.clock.advance(2_000)
    machine.files.before = () => undefined
    expect(machine.provider.requests).toBe(2)
    for (const agent of agentsOf(machine)) machine.files.put(machine.fileOf(agent), older)

    const next = await machine.start(false)
    for (const agent of agentsOf(machine)) {
      expect(await machine.stored(agent)).toBe(machine.provider.currentRefreshToken)
    }
    expect(next.core.profile(PROFILE).status.kind).toBe('fresh')
    expect(machine.provider.requests).toBe(2)
    await machine.run(next.core.close())
  })

  it('stays usable and in sight when its place is gone, and goes there when the place is back', async () => {
    const machine = await seeded(keptBy)
    const before = new Map(
      agentsOf(machine).map((agent) => [agent, machine.files.text(machine.fileOf(agent)) ?? '']),
    )
    await dieWithAnswer(machine)
    for (const agent of agentsOf(machine)) machine.files.delete(machine.fileOf(agent))

    const host = await machine.start(true)
    const { accessToken } = await machine.run(host.core.token(PROFILE))
    expect(accessToken.expose()).toBe('CANARY-access-2')
    const view = host.core.profile(PROFILE)
    expect(view.status).toMatchObject({ kind: 'unknown', failure: { code: 'STORE_UNWRITABLE' } })
    expect(view.advice).toContain('journal')
    expect(await states(machine)).toEqual(['answered'])
    await machine.clock.advance(HOUR / 2)
    expect(await states(machine)).toEqual(['answered'])

    for (const [agent, text] of before) machine.files.put(machine.fileOf(agent), text)
    await machine.run(host.core.look())
    await machine.clock.advance(MINUTE)
    for (const agent of agentsOf(machine)) {
      expect(await machine.stored(agent)).toBe(machine.provider.currentRefreshToken)
    }
    expect(await states(machine)).toEqual(['spent'])
    expect(host.core.profile(PROFILE).status.kind).toBe('fresh')
    expect(machine.provider.requests).toBe(1)
    await machine.run(host.core.close())
  })

  it('never goes over a newer login, and is kept all the same', async () => {
    const machine = await seeded(keptBy)
    await dieWithAnswer(machine)
    const { access, refresh } = machine.provider.newGrant()
    const newer = { access, refresh, expires: machine.clock.now() + 10 * MINUTE }
    if (keptBy === 'vault') await machine.writeVault(newer)
    else for (const agent of agentsOf(machine)) machine.write(newer, agent)

    const next = await machine.start(false)
    for (const agent of agentsOf(machine)) expect(await machine.stored(agent)).toBe(refresh)
    expect(await states(machine)).toEqual(['superseded'])
    expect(next.core.profile(PROFILE).lastEvent).toMatchObject({ kind: 'superseded' })
    expect(machine.provider.requests).toBe(1)
    await machine.run(next.core.close())
  })

  it('is left to a process that lives', async () => {
    const machine = await seeded(keptBy)
    let slow = true
    const first = machine.newProcess()
    machine.files.before = async (operation, path) => {
      if (slow && operation === 'writeAtomic' && path === machine.fileOf('main'))
        await machine.clock.sleep(5_000)
    }
    const work = first.core.start({ schedule: false }).then(() => first.core.token(PROFILE))
    await machine.clock.advance(1_000)
    expect(await states(machine)).toEqual(['answered'])
    const next = await machine.start(false)
    expect(await states(machine)).toEqual(['answered'])
    slow = false
    await machine.run(work)
    expect(await machine.stored()).toBe(machine.provider.currentRefreshToken)
    await machine.run(Promise.all([first.core.close(), next.core.close()]))
  })
})

describe('a journal entry that was stored and refreshed again since', () => {
  it('is only settled', async () => {
    const machine = new MemoryMachine()
    await dieWithAnswer(machine)
    const name = (await machine.files.list(FAKE_PATHS.journal))[0] ?? ''
    const unsettled = machine.files.text(`${FAKE_PATHS.journal}/${name}`) ?? ''
    const first = await machine.start(false)
    await machine.clock.advance(HOUR)
    await machine.run(first.core.token(PROFILE))
    await machine.run(first.core.close())
    machine.files.put(`${FAKE_PATHS.journal}/${name}`, unsettled) // a power cut took the last word back
    const next = await machine.start(false)
    expect(await machine.stored()).toBe(machine.provider.currentRefreshToken)
    expect(await states(machine)).toEqual(['spent', 'spent'])
    expect(next.core.profile(PROFILE).lastEvent?.kind).toBe('refreshed')
    await machine.run(next.core.close())
  })
})
