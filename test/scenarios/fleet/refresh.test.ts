/** Several machines share one login: whatever dies or is cut off, one request is made for each generation of its tokens. */
import { describe, expect, it } from 'vitest'
import { settle } from '../../fakes/clock.ts'
import { lostReply } from '../../fakes/register.ts'
import { type RunningNode, SharedFleet } from '../../support/shared-fleet.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

async function twoMachines(): Promise<{ fleet: SharedFleet; a: RunningNode; b: RunningNode; id: string }> {
  const fleet = new SharedFleet()
  const a = await fleet.machine('alpha').start()
  const b = await fleet.machine('beta').start()
  const id = await fleet.share(a)
  await settle()
  return { fleet, a, b, id }
}

const access = ({ node }: RunningNode, id: string): string | undefined =>
  node.login(id)?.credential.accessToken?.expose()
const generation = ({ node }: RunningNode, id: string) => ({
  generation: node.login(id)?.credential.generation ?? 0,
})

describe('a login that a fleet shares', () => {
  it('is renewed by one of many that ask at once, and the others have it', async () => {
    const { fleet, a, b, id } = await twoMachines()
    const c = await fleet.machine('gamma').start()
    const all = [a, b, c, a, b, c]
    const outcomes = await fleet.run(Promise.all(all.map((one) => one.node.refresh(id, generation(one, id)))))
    expect(fleet.provider.requests).toBe(1)
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual([
      ...Array.from({ length: 5 }, () => 'adopted'),
      'refreshed',
    ])
    for (const one of all) expect(access(one, id)).toBe('CANARY-access-2')
    await fleet.clock.advance(2 * HOUR)
    await fleet.run(Promise.all(all.map((one) => one.node.refresh(id, generation(one, id)))))
    expect(fleet.provider.requests).toBe(2)
    for (const one of all) expect(access(one, id)).toBe('CANARY-access-3')
    expect(fleet.provider.reuses).toBe(0)
    const counts = [a, b, c].map(({ node }) => node.counts)
    const sum = (what: keyof (typeof counts)[number]): number =>
      counts.reduce((all, count) => all + count[what], 0)
    expect([sum('here'), sum('elsewhere')]).toEqual([2, 4])
    expect(sum('ticketsLost')).toBeGreaterThan(0)
  })

  it('is not spent by a machine that is cut off, which catches up afterwards', async () => {
    const { fleet, a, b, id } = await twoMachines()
    b.link.cut()
    expect(await fleet.run(b.node.refresh(id, generation(b, id)))).toMatchObject({
      kind: 'retry',
      failure: { code: 'FLEET_UNREACHABLE' },
    })
    expect(fleet.provider.requests).toBe(0)
    await fleet.run(a.node.refresh(id, generation(a, id)))
    expect(access(b, id)).toBe('CANARY-access-1')
    b.link.mend()
    await settle()
    expect(access(b, id)).toBe('CANARY-access-2')
    expect(fleet.provider.requests).toBe(1)
  })

  it.each(['create', 'replace'])('is sent once although the reply to a %s was lost', async (operation) => {
    const { fleet, a, b, id } = await twoMachines()
    let lost = 0
    a.link.after = (done) => {
      if (done === operation && lost++ < 2) throw lostReply()
    }
    const outcome = await fleet.run(a.node.refresh(id, generation(a, id)))
    expect(outcome.kind).toBe('refreshed')
    expect(lost).toBeGreaterThan(0)
    await settle()
    expect(access(b, id)).toBe('CANARY-access-2')
    expect(fleet.provider).toMatchObject({ requests: 1, reuses: 0 })
  })

  it('waits in the journal of a machine that was cut off with the answer, and is delivered', async () => {
    const { fleet, a, b, id } = await twoMachines()
    a.link.before = (operation, key) => {
      if (operation === 'replace' && key.includes('/grants/')) a.link.cut()
    }
    const outcome = await fleet.run(a.node.refresh(id, generation(a, id)))
    expect(outcome).toMatchObject({ kind: 'retry', cause: 'unwritable' })
    a.link.before = () => undefined
    await fleet.clock.advance(10 * MINUTE)
    a.link.mend()
    await fleet.run(b.node.grants.waitFor(id, ({ record }) => record.generation > 1, MINUTE))
    expect(access(b, id)).toBe('CANARY-access-2')
    expect(fleet.provider).toMatchObject({ requests: 1, reuses: 0 })
  })

  it('waits in the journal of a process that died with the answer, and the next one delivers it', async () => {
    const fleet = new SharedFleet()
    const alpha = fleet.machine('alpha')
    const a = await alpha.start()
    const b = await fleet.machine('beta').start()
    const id = await fleet.share(a)
    a.link.before = (operation, key) => {
      if (operation === 'replace' && key.includes('/grants/')) a.die()
    }
    void a.node.refresh(id, generation(a, id))
    await fleet.clock.advance(1000)
    expect(fleet.provider.requests).toBe(1)
    expect(access(b, id)).toBe('CANARY-access-1')
    await alpha.start()
    await settle()
    expect(access(b, id)).toBe('CANARY-access-2')
    expect(fleet.provider).toMatchObject({ requests: 1, reuses: 0 })
  })

  it('is delivered by another process of the machine whose process died with the answer', async () => {
    const fleet = new SharedFleet()
    const alpha = fleet.machine('alpha')
    const a = await alpha.start()
    const other = await alpha.start()
    const id = await fleet.share(a)
    a.link.before = (operation, key) => {
      if (operation === 'replace' && key.includes('/grants/')) a.die()
    }
    void a.node.refresh(id, generation(a, id))
    await fleet.clock.advance(1000)
    expect(await fleet.run(other.node.refresh(id, generation(other, id)))).toMatchObject({ kind: 'adopted' })
    expect(access(other, id)).toBe('CANARY-access-2')
    expect(fleet.provider).toMatchObject({ requests: 1, reuses: 0 })
  })

  it('goes on with the same refresh token where the provider gives no new one', async () => {
    const { fleet, a, b, id } = await twoMachines()
    let requests = 0
    for (const { ports } of [a, b]) {
      ports.http.send = async () => ({
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          access_token: `CANARY-access-${++requests + 1}`,
          expires_in: 3600,
          token_type: 'Bearer',
        }),
      })
    }
    for (const [at, one] of [a, b, a, a].entries()) {
      expect(await fleet.run(one.node.refresh(id, generation(one, id)))).toMatchObject({ kind: 'refreshed' })
      await settle()
      expect(access(b, id)).toBe(`CANARY-access-${at + 2}`)
      await fleet.clock.advance(2 * HOUR)
    }
    expect(requests).toBe(4)
  })

  it('is claimed again at once by a machine whose process died before it could send', async () => {
    const fleet = new SharedFleet()
    const alpha = fleet.machine('alpha')
    const a = await alpha.start()
    const id = await fleet.share(a)
    a.link.after = (_, key) => {
      if (key.includes('/tickets/')) a.die()
    }
    void a.node.refresh(id, generation(a, id))
    await fleet.clock.advance(100)
    const again = await alpha.start()
    expect(await fleet.run(again.node.refresh(id, generation(again, id)))).toMatchObject({
      kind: 'refreshed',
    })
    expect(fleet.provider).toMatchObject({ requests: 1, reuses: 0 })
  })

  it('is not claimed again at once after a reboot, which may have taken our own ticket away', async () => {
    const fleet = new SharedFleet()
    const alpha = fleet.machine('alpha')
    const a = await alpha.start()
    const id = await fleet.share(a)
    a.link.after = (_, key) => {
      if (key.includes('/tickets/')) a.die()
    }
    void a.node.refresh(id, generation(a, id))
    await fleet.clock.advance(100)
    alpha.boot.id = 'boot-2'
    const again = await alpha.start()
    expect((await fleet.run(again.node.refresh(id, generation(again, id)))).kind).toBe('retry')
    expect(fleet.provider.requests).toBe(0)
    await fleet.clock.advance(2 * MINUTE)
    expect(await fleet.run(again.node.refresh(id, generation(again, id)))).toMatchObject({
      kind: 'refreshed',
    })
  })

  it('is taken over once its owner is gone for good, and not before', async () => {
    const { fleet, a, b, id } = await twoMachines()
    a.link.after = (_, key) => {
      if (key.includes('/present/')) a.die()
    }
    void a.node.refresh(id, generation(a, id))
    await fleet.clock.advance(100)
    expect(await fleet.run(b.node.refresh(id, generation(b, id)))).toMatchObject({
      kind: 'retry',
      cause: 'locked',
    })
    expect(fleet.provider.requests).toBe(0)
    await fleet.clock.advance(2 * MINUTE)
    expect(await fleet.run(b.node.refresh(id, generation(b, id)))).toMatchObject({ kind: 'refreshed' })
    expect(fleet.provider).toMatchObject({ requests: 1, reuses: 0 })
  })

  it('is not taken over while its owner is there, nor before its access token has lapsed', async () => {
    const { fleet, a, b, id } = await twoMachines()
    await fleet.run(a.node.refresh(id, generation(a, id)))
    await settle()
    let answer: (() => void) | undefined
    const send = a.ports.http.send.bind(a.ports.http)
    a.ports.http.send = async (request) => {
      await new Promise<void>((resolve) => (answer = resolve))
      return send(request)
    }
    const ask = (): Promise<unknown> => fleet.run(b.node.refresh(id, generation(b, id)))
    const slow = a.node.refresh(id, generation(a, id))
    await fleet.clock.advance(100)
    expect(answer).toBeDefined()
    expect(await ask()).toMatchObject({ kind: 'retry', cause: 'locked' })
    await fleet.clock.advance(10 * MINUTE)
    expect(await ask()).toMatchObject({ kind: 'retry', cause: 'locked' }) // it works for most of an hour still
    await fleet.clock.advance(2 * HOUR)
    expect(await ask()).toMatchObject({ kind: 'retry', cause: 'locked' }) // and its owner shows itself
    expect(fleet.provider.requests).toBe(1)
    answer?.()
    await fleet.run(slow)
    expect(fleet.provider).toMatchObject({ requests: 2, reuses: 0 })
  })

  it('is not taken over from the dead while its access token works', async () => {
    const { fleet, a, b, id } = await twoMachines()
    await fleet.run(a.node.refresh(id, generation(a, id)))
    await settle()
    a.link.after = (_, key) => {
      if (key.includes('/present/')) a.die()
    }
    void a.node.refresh(id, generation(a, id))
    const ask = (): Promise<unknown> => fleet.run(b.node.refresh(id, generation(b, id)))
    await fleet.clock.advance(1000)
    expect(await ask()).toMatchObject({ kind: 'retry', cause: 'locked' })
    await fleet.clock.advance(30 * MINUTE)
    expect(await ask()).toMatchObject({ kind: 'retry', cause: 'locked' })
    expect(fleet.provider.requests).toBe(1)
    await fleet.clock.advance(30 * MINUTE)
    expect(await ask()).toMatchObject({ kind: 'refreshed' })
    expect(fleet.provider).toMatchObject({ requests: 2, reuses: 0 })
  })

  it('is not sent by a machine that slept between its ticket and the request, once others took over', async () => {
    const { fleet, a, b, id } = await twoMachines()
    let wake: (() => void) | undefined
    a.link.before = async (operation, key) => {
      if (operation === 'present' && key.includes('/present/'))
        await new Promise<void>((resolve) => (wake = resolve))
    }
    const asleep = a.node.refresh(id, generation(a, id))
    await fleet.clock.advance(100)
    await fleet.run(b.node.refresh(id, generation(b, id)))
    await fleet.clock.advance(3 * MINUTE)
    expect(await fleet.run(b.node.refresh(id, generation(b, id)))).toMatchObject({ kind: 'refreshed' })
    wake?.()
    await fleet.run(asleep)
    expect(fleet.provider).toMatchObject({ requests: 1, reuses: 0, revoked: false })
    expect(access(a, id)).toBe('CANARY-access-2')
  })

  it('is sent after a short sleep with its ticket taken anew', async () => {
    const { fleet, a, id } = await twoMachines()
    let wake: (() => void) | undefined
    a.link.before = async (operation) => {
      if (operation === 'present') await new Promise<void>((resolve) => (wake = resolve))
    }
    const asleep = a.node.refresh(id, generation(a, id))
    await fleet.clock.advance(30_000)
    wake?.()
    expect(await fleet.run(asleep)).toMatchObject({ kind: 'refreshed' })
    expect(
      fleet.server.changes.filter(
        (change) => change.kind === 'changed' && change.record.key.includes('/tickets/'),
      ),
    ).toHaveLength(2)
  })

  it('is tried a second time when the reply was lost, and never a third', async () => {
    const { fleet, a, b, id } = await twoMachines()
    fleet.provider.faults.push('lost-after')
    expect(await fleet.run(a.node.refresh(id, generation(a, id)))).toMatchObject({ cause: 'unknown-outcome' })
    expect(await fleet.run(a.node.refresh(id, generation(a, id)))).toMatchObject({ cause: 'unknown-outcome' })
    expect(fleet.provider.requests).toBe(1)
    fleet.provider.faults.push('lost-after')
    await fleet.clock.advance(MINUTE)
    expect(await fleet.run(a.node.refresh(id, generation(a, id)))).toMatchObject({ cause: 'unknown-outcome' })
    await fleet.clock.advance(10 * MINUTE)
    for (const key of fleet.server.records.keys())
      if (key.includes('/tickets/')) fleet.server.write(key, undefined)
    expect(await fleet.run(a.node.refresh(id, generation(a, id)))).toMatchObject({ kind: 'rejected' })
    await fleet.clock.advance(10 * MINUTE)
    expect(await fleet.run(b.node.refresh(id, generation(b, id)))).toMatchObject({ kind: 'rejected' })
    expect(fleet.provider.requests).toBe(2)
  })

  it('goes to the next machine when nothing reached the provider', async () => {
    const { fleet, a, b, id } = await twoMachines()
    fleet.provider.faults.push('lost-before')
    expect(await fleet.run(a.node.refresh(id, generation(a, id)))).toMatchObject({
      kind: 'retry',
      cause: 'transient',
    })
    expect(await fleet.run(b.node.refresh(id, generation(b, id)))).toMatchObject({ kind: 'refreshed' })
    expect(fleet.provider).toMatchObject({ requests: 1, reuses: 0 })
  })

  it('ends for everybody when the provider has ended it, and begins anew with a new login', async () => {
    const { fleet, a, b, id } = await twoMachines()
    fleet.provider.revoked = true
    expect(await fleet.run(a.node.refresh(id, generation(a, id)))).toMatchObject({ kind: 'rejected' })
    await settle()
    expect(await fleet.run(b.node.refresh(id, generation(b, id)))).toMatchObject({ kind: 'rejected' })
    expect(fleet.provider.requests).toBe(1)
    fleet.provider.newGrant()
    expect(await fleet.share(b)).toBe(id)
    await settle()
    expect(await fleet.run(a.node.refresh(id, generation(a, id)))).toMatchObject({ kind: 'refreshed' })
    expect(fleet.provider.reuses).toBe(0)
  })

  it('is shared once, whoever does it', async () => {
    const { fleet, b, id } = await twoMachines()
    expect(await fleet.share(b)).toBe(id)
    expect(fleet.server.records.size).toBe(1)
  })

  it('is not spent once the register has shown less than before', async () => {
    const { fleet, a, id } = await twoMachines()
    const [key, before] = [...fleet.server.records][0] ?? ['', undefined]
    await fleet.run(a.node.refresh(id, generation(a, id)))
    fleet.server.write(key, before?.value) // a backup
    await settle()
    await fleet.clock.advance(2 * HOUR)
    expect(await fleet.run(a.node.refresh(id, generation(a, id)))).toMatchObject({
      kind: 'retry',
      failure: { code: 'FLEET_WENT_BACK' },
    })
    expect(generation(a, id)).toEqual({ generation: 2 })
    expect(fleet.provider.requests).toBe(1)
  })

  it('is not spent with a ticket of a register that was put back unnoticed: it forgot what was spent', async () => {
    const { fleet, a, id } = await twoMachines()
    const [key, before] = [...fleet.server.records][0] ?? ['', undefined]
    await fleet.run(a.node.refresh(id, generation(a, id)))
    fleet.server.records.clear() // tickets too
    if (before) fleet.server.records.set(key, before)
    await fleet.clock.advance(2 * HOUR)
    const ask = () => fleet.run(a.node.refresh(id, generation(a, id)))
    for (let again = 0; again < 2; again++)
      expect(await ask()).toMatchObject({ kind: 'retry', failure: { code: 'FLEET_WENT_BACK' } })
    expect(fleet.provider).toMatchObject({ requests: 1, reuses: 0 })
  })

  it('is not spent by a machine that was started since, and is again once somebody put it back', async () => {
    const fleet = new SharedFleet()
    const a = await fleet.machine('alpha').start()
    const beta = fleet.machine('beta')
    const b = await beta.start()
    const id = await fleet.share(a)
    const [key, first] = [...fleet.server.records][0] ?? ['', undefined]
    await fleet.run(a.node.refresh(id, generation(a, id)))
    await settle()
    const second = fleet.server.records.get(key)
    b.die()
    fleet.server.write(key, first?.value)
    await fleet.clock.advance(2 * HOUR)
    const again = await beta.start()
    const ask = () => fleet.run(again.node.refresh(id, { generation: 2 }))
    expect(await ask()).toMatchObject({ kind: 'retry', failure: { code: 'FLEET_WENT_BACK' } })
    expect(fleet.provider.requests).toBe(1)
    fleet.server.write(key, second?.value)
    await settle()
    expect(await ask()).toMatchObject({ kind: 'refreshed' })
    expect(fleet.provider).toMatchObject({ requests: 2, reuses: 0 })
  })

  it('shows its operator no token, and a reader no refresh token', async () => {
    const { fleet, a, id } = await twoMachines()
    const reader = fleet.machine('reader', 'reader')
    const r = await reader.start()
    await fleet.run(a.node.refresh(id, generation(a, id)))
    await settle()
    expect(fleet.server.dump).not.toContain('CANARY')
    expect(access(r, id)).toBe('CANARY-access-2')
    expect(r.node.login(id)?.credential.refreshToken).toBeUndefined()
    await fleet.clock.advance(2 * HOUR)
    expect(await fleet.run(r.node.refresh(id, generation(r, id)))).toMatchObject({
      failure: { code: 'NOT_REFRESHABLE' },
    })
    expect(fleet.provider.requests).toBe(1)
  })

  it('stays in the register although our own disk takes nothing', async () => {
    const { fleet, a, b, id } = await twoMachines()
    const fail = (operation: string): void => {
      if (operation === 'append' || operation === 'writeAtomic') throw new Error('the disk is full')
    }
    a.ports.files.before = fail
    expect((await fleet.run(a.node.refresh(id, generation(a, id)))).kind).toMatch(/refreshed|retry/)
    await settle()
    expect(access(b, id)).toBe('CANARY-access-2')
    expect(fleet.provider).toMatchObject({ requests: 1, reuses: 0 })
  })
})
