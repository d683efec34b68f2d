/** Machines that share logins over a register, as their people use them: founding, joining, sharing, and what goes wrong. */
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Core } from '../../../app/core.ts'
import { Secret } from '../../../app/model/secret.ts'
import { ROOT } from '../../fakes/registers.ts'
import { Fleet, type FleetMachine, HOUR, MINUTE, PROFILE } from '../../support/fleet.ts'
import { agentFile } from '../../support/memory-machine.ts'

const root = { members: ['https://attic:2389'], user: ROOT.user, password: new Secret(ROOT.password) }

class Members extends Fleet {
  /** Founded by the first, and joined by the others. */
  async founded(...names: readonly string[]): Promise<readonly FleetMachine[]> {
    const machines = names.map((name) => this.machine(name.replace(/^reader /, '')))
    for (const machine of machines) await machine.boot(true)
    const [founder] = machines
    if (!founder) throw new Error('nobody founds it')
    await this.run(founder.core.fleet.found({ name: 'home', machineName: founder.name, root }))
    for (const [at, machine] of machines.entries()) {
      if (at > 0) await this.join(founder, machine, names[at]?.startsWith('reader') ? 'reader' : 'keeper')
    }
    return machines
  }

  async join(by: FleetMachine, newcomer: FleetMachine, role: 'keeper' | 'reader' = 'keeper'): Promise<void> {
    const { text } = await this.run(by.core.fleet.invite(role))
    const signal = new AbortController().signal
    const asked = newcomer.core.fleet.join(text.expose(), newcomer.name, { signal, onAsked: () => undefined })
    await this.run(asked)
    await this.settle()
  }

  /** The watch has told everybody, and they have written it down. */
  settle(): Promise<void> {
    return this.pass(3 * MINUTE)
  }

  pass(ms: number): Promise<void> {
    return this.clock.advance(ms)
  }

  /** As it will be in a while: at the next look at what was left undone. */
  async soon(expectation: () => void | Promise<void>): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        return await expectation()
      } catch (error) {
        if (tries >= 30) throw error
        await this.pass(MINUTE)
      }
    }
  }
}

function fleet(): Members {
  const made = new Members()
  onTestFinished(() => made.close())
  return made
}

const statusOf = (core: Core, id = PROFILE) => core.profile(id).status

/** What a program on that machine gets. */
async function tokenOf(machine: FleetMachine, id = PROFILE): Promise<string | undefined> {
  await machine.core.look()
  return machine.core.storedToken(id, 0)?.accessToken.expose()
}

describe('a login that is shared', () => {
  it('is held by the fleet everywhere, renewed by one machine, and known to all', async () => {
    const all = fleet()
    const [attic, laptop, rack] = await all.founded('attic', 'reader laptop', 'rack')
    if (!attic || !laptop || !rack) return
    await attic.seed()
    await all.run(attic.core.fleet.share(PROFILE))
    await all.settle()
    for (const { core } of [attic, laptop, rack]) {
      expect(statusOf(core)).toEqual({ kind: 'held', by: 'home', expired: false })
      expect(core.profile(PROFILE).owner).toMatchObject({ refreshedBy: 'home', fleet: 'home' })
    }
    let news = 0
    attic.core.on('fleet', () => news++)
    await all.run(rack.core.refresh(PROFILE))
    await all.settle()
    expect(news).toBeGreaterThan(0)
    expect(all.provider.requests).toBe(1)
    await all.soon(async () => {
      for (const machine of [attic, laptop, rack]) expect(await tokenOf(machine)).toBe('CANARY-access-2')
    })
    expect(await attic.canSpend()).toBe(false)
    expect(all.registers.server.dump).not.toMatch(/CANARY-(access|refresh)/)
  })

  it('is renewed by its schedule before it lapses, by one of all that could', async () => {
    const all = fleet()
    const machines = await all.founded('attic', 'cellar', 'rack')
    const [attic] = machines
    if (!attic) return
    await attic.seed()
    await all.run(attic.core.fleet.share(PROFILE))
    await all.clock.advance(5 * HOUR)
    expect(all.provider.reuses).toBe(0)
    expect(all.provider.requests).toBeGreaterThanOrEqual(5)
    expect(all.provider.requests).toBeLessThanOrEqual(7)
    for (const machine of machines)
      expect(await tokenOf(machine)).toBe(`CANARY-access-${all.provider.requests + 1}`)
    const metrics = machines.map(({ core }) => core.fleet.metrics())
    for (const one of metrics) expect(one).toMatchObject({ logins: 1, contactMs: all.clock.now() })
    for (const one of metrics) expect(one?.nodes.map(({ seenMs }) => seenMs)).not.toContain(undefined)
    const here = metrics.reduce((sum, one) => sum + (one?.renewedHere ?? 0), 0)
    expect(here).toBe(all.provider.requests)
  })

  it('serves the files of other programs that held it, which keep no refresh token', async () => {
    const all = fleet()
    const [attic, rack] = await all.founded('attic', 'rack')
    if (!attic || !rack) return
    await attic.seedAgents(['main', 'research'])
    await all.run(attic.core.fleet.share(PROFILE))
    await all.settle()
    await all.run(rack.core.refresh(PROFILE))
    await all.settle()
    for (const name of ['main', 'research'])
      expect(attic.agent(name)).toMatchObject({ access: 'CANARY-access-2' })
    for (const name of ['main', 'research']) expect(attic.agent(name)['refresh'] ?? '').not.toMatch(/CANARY/)
    expect(all.provider.reuses).toBe(0)
  })

  it.each([
    ['at its next start', (attic: FleetMachine) => attic.reboot(true)],
    ['at its next look after what was left undone', async () => undefined],
  ])('gives a file the token that it missed, %s', async (_, goOn) => {
    const all = fleet()
    const [attic, rack] = await all.founded('attic', 'rack')
    if (!attic || !rack) return
    await attic.seedAgents(['main', 'research'])
    await all.run(attic.core.fleet.share(PROFILE))
    await all.settle()
    const before = attic.files.text(agentFile('main')) ?? ''
    await all.run(rack.core.refresh(PROFILE))
    await all.settle()
    attic.files.put(agentFile('main'), before) // as if it had died before this one
    await attic.core.look()
    await goOn(attic)
    await all.pass(6 * MINUTE)
    for (const name of ['main', 'research'])
      expect(attic.agent(name)).toMatchObject({ access: 'CANARY-access-2' })
    expect(all.provider.requests).toBe(1)
  })

  it('is not renewed on a reader, which waits for the others', async () => {
    const all = fleet()
    const [attic, laptop] = await all.founded('attic', 'reader laptop')
    if (!attic || !laptop) return
    await attic.seed()
    await all.run(attic.core.fleet.share(PROFILE))
    await all.settle()
    await attic.shutDown()
    await all.clock.advance(2 * HOUR)
    expect(all.provider.requests).toBe(0)
    expect(statusOf(laptop.core)).toMatchObject({ kind: 'retrying' })
    await expect(all.run(laptop.core.fleet.share(PROFILE))).rejects.toMatchObject({ code: 'NOT_REFRESHABLE' })
    await attic.boot(true)
    await all.pass(10 * MINUTE)
    expect(all.provider.requests).toBe(1)
    expect(await tokenOf(laptop)).toBe('CANARY-access-2')
  })

  it("becomes one machine's own again, and is gone from the others", async () => {
    const all = fleet()
    const [attic, rack] = await all.founded('attic', 'rack')
    if (!attic || !rack) return
    await attic.seed()
    await all.run(attic.core.fleet.share(PROFILE))
    await all.settle()
    await all.run(rack.core.fleet.takeOut(PROFILE))
    await all.settle()
    expect(statusOf(rack.core).kind).toBe('fresh')
    expect(() => attic.core.profile(PROFILE)).toThrow(/PROFILE|no|know/i)
    await all.run(rack.core.refresh(PROFILE))
    expect(await tokenOf(rack)).toBe('CANARY-access-2')
    expect(all.provider.reuses).toBe(0)
    await all.run(rack.core.fleet.share(PROFILE))
    await all.settle()
    expect(await tokenOf(attic)).toBe('CANARY-access-2')
  })

  it('asks for a sign-in everywhere once the provider has ended it, and goes on with the new one', async () => {
    const all = fleet()
    const [attic, rack] = await all.founded('attic', 'rack')
    if (!attic || !rack) return
    await attic.seed()
    await all.run(attic.core.fleet.share(PROFILE))
    await all.settle()
    all.provider.revoked = true
    await all.run(attic.core.refresh(PROFILE))
    await all.settle()
    for (const { core } of [attic, rack]) expect(statusOf(core).kind).toBe('needs-login')
    expect(all.provider.requests).toBe(1)

    const { access, refresh } = all.provider.newGrant()
    await rack.seed(PROFILE, { access, refresh })
    await all.run(rack.core.fleet.share(PROFILE))
    await all.settle()
    for (const machine of [attic, rack]) {
      expect(statusOf(machine.core)).toMatchObject({ kind: 'held', by: 'home' })
      expect(await tokenOf(machine)).toBe(access)
    }
  })
})

describe('sharing', () => {
  it('changes nothing when the register is not there', async () => {
    const all = fleet()
    const [attic] = await all.founded('attic')
    if (!attic) return
    await attic.seed()
    for (const link of all.registers.links) link.cut()
    await expect(all.run(attic.core.fleet.share(PROFILE))).rejects.toMatchObject({
      code: 'FLEET_UNREACHABLE',
    })
    expect(await attic.canSpend()).toBe(true)
  })

  it('goes on after a death between giving it up here and writing it there', async () => {
    const all = fleet()
    const [attic, rack] = await all.founded('attic', 'rack')
    if (!attic || !rack) return
    await attic.seed()
    await all.settle()
    const dying = all.registers.server
    const write = dying.write.bind(dying)
    dying.write = (key, value) => {
      if (key.includes('/grants/')) throw new Error('the process died here')
      return write(key, value)
    }
    await all.run(attic.core.fleet.share(PROFILE)).catch(() => undefined)
    expect(await attic.canSpend()).toBe(false)
    dying.write = write
    await attic.reboot(true)
    await all.pass(10 * MINUTE)
    expect(statusOf(attic.core)).toMatchObject({ kind: 'held', by: 'home' })
    await all.run(rack.core.refresh(PROFILE))
    await all.settle()
    expect(await tokenOf(attic)).toBe('CANARY-access-2')
    expect(all.provider.reuses).toBe(0)
  })
})

describe('a machine', () => {
  it('that is removed is refused, and what it could spend is renewed', async () => {
    const all = fleet()
    const [attic, rack, laptop] = await all.founded('attic', 'rack', 'reader laptop')
    if (!attic || !rack || !laptop) return
    await attic.seed()
    await all.run(attic.core.fleet.share(PROFILE))
    await all.settle()
    expect(await all.run(attic.core.fleet.removeNode('rack'))).toEqual({
      ...{ name: 'rack', role: 'keeper', renewed: 1, left: 0, kept: 0 },
    })
    await all.settle()
    expect(all.provider.requests).toBe(1)
    expect(await tokenOf(rack)).toBe('CANARY-access-1')
    await all.soon(async () => {
      for (const machine of [attic, laptop]) expect(await tokenOf(machine)).toBe('CANARY-access-2')
    })
    await expect(all.run(rack.core.fleet.nodes())).rejects.toMatchObject({ code: 'FLEET_REFUSED' })
    expect((await all.run(attic.core.fleet.nodes())).map(({ name }) => name).sort()).toEqual([
      'attic',
      'laptop',
    ])
    await expect(all.run(laptop.core.fleet.removeNode('attic'))).rejects.toMatchObject({
      code: 'FLEET_REFUSED',
    })
    await expect(all.run(attic.core.fleet.removeNode('attic'))).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
    })
    await expect(all.run(attic.core.fleet.removeNode('cellar'))).rejects.toMatchObject({
      code: 'NODE_UNKNOWN',
    })
  })

  it('that leaves forgets all, and can join again', async () => {
    const all = fleet()
    const [attic, rack] = await all.founded('attic', 'rack')
    if (!attic || !rack) return
    await attic.seed()
    await all.run(attic.core.fleet.share(PROFILE))
    await all.settle()
    await all.run(rack.core.fleet.leave(false))
    await all.settle()
    expect(rack.core.overview().profiles).toEqual([])
    expect(await rack.core.fleet.view()).toBeUndefined()
    await expect(all.run(attic.core.fleet.leave(false))).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
    await all.run(attic.core.fleet.removeNode('rack'))
    await all.join(attic, rack)
    expect(await tokenOf(rack)).toBe('CANARY-access-2')
  })

  it('whose disk was copied is one machine: the second says so, and spends nothing', async () => {
    const all = fleet()
    const [attic, rack] = await all.founded('attic', 'rack')
    if (!attic || !rack) return
    await attic.seed()
    await all.run(attic.core.fleet.share(PROFILE))
    await all.settle()
    await rack.shutDown()
    const copy = all.machine('copy')
    for (const [path, text] of Object.entries(rack.files.all())) copy.files.put(path, text)
    await rack.boot(true)
    await all.pass(10 * MINUTE)
    await copy.boot(true)
    await all.pass(10 * MINUTE)
    expect(copy.core.overview().problems).toMatchObject([
      { code: 'FLEET_REFUSED', message: expect.stringMatching(/identity/) },
    ])
    await all.run(copy.core.refresh(PROFILE))
    expect(all.provider.requests).toBe(0)
    expect(rack.core.overview().problems).toEqual([])
    await all.run(rack.core.refresh(PROFILE))
    expect(all.provider.requests).toBe(1)
  })
})

describe('a register that was put back', () => {
  it.each(['the same', 'another'])(
    'as %s cluster has nothing spent until a person confirms',
    async (which) => {
      const all = fleet()
      const { server } = all.registers
      const [attic, rack, cellar] = await all.founded('attic', 'rack', 'cellar')
      if (!attic || !rack || !cellar) return
      await attic.seed()
      await all.run(attic.core.fleet.share(PROFILE))
      await all.settle()
      const before = new Map(server.records)
      await all.run(rack.core.refresh(PROFILE))
      await all.run(attic.core.fleet.removeNode('cellar'))
      await all.pass(20 * MINUTE) // each has said several times since that it is there
      expect(all.provider.requests).toBe(2)

      for (const key of [...server.records.keys()]) if (!before.has(key)) server.write(key, undefined)
      for (const [key, { value }] of before) server.write(key, value)
      for (const name of all.registers.wereUsers) all.registers.users.set(name[0], name[1])
      if (which === 'another') {
        server.cluster = 'restored'
        for (const link of all.registers.links) link.goBack()
      }
      await all.settle()
      await all.run(attic.core.refresh(PROFILE))
      await all.run(rack.core.refresh(PROFILE))
      expect(all.provider.requests).toBe(2)
      await all.soon(() => {
        for (const { core } of [attic, rack])
          expect(core.overview().problems).toMatchObject([{ code: 'FLEET_WENT_BACK' }])
      })

      await all.run(attic.core.fleet.confirmRestored())
      await all.pass(10 * MINUTE)
      for (const { core } of [attic, rack]) expect(core.overview().problems).toEqual([])
      await all.run(rack.core.refresh(PROFILE))
      await all.settle()
      expect(all.provider.requests).toBe(3)
      await all.soon(async () => {
        for (const machine of [attic, rack]) expect(await tokenOf(machine)).toBe('CANARY-access-4')
      })
      await expect(all.run(cellar.core.fleet.nodes())).rejects.toMatchObject({
        code: expect.stringMatching(/^FLEET_(REFUSED|WENT_BACK)$/),
      })
      expect(await tokenOf(cellar)).toBe('CANARY-access-2')
      expect(all.provider.reuses).toBe(0)
    },
  )
})
