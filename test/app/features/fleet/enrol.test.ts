/** A machine comes into a fleet by invitation, and by nothing else; whoever runs the register sees and adds nobody. */
import { describe, expect, it } from 'vitest'
import { FleetNode } from '../../../../app/engine/fleet/fleet-node.ts'
import type { FleetKeys } from '../../../../app/engine/fleet/grant-seal.ts'
import {
  admit,
  askToJoin,
  INVITATION_LIFE_MS,
  type Invitation,
  invite,
  receiveKeys,
} from '../../../../app/features/fleet/enrol.ts'
import { makeNodeIdentity, type NodeIdentity } from '../../../../app/features/fleet/node-identity.ts'
import {
  admitNode,
  foundFleet,
  nameOf,
  readFleet,
  readRoster,
} from '../../../../app/features/fleet/roster.ts'
import { makeFleetKeys } from '../../../../app/features/fleet/wrapped-keys.ts'
import { FleetLayout } from '../../../../app/model/fleet-record.ts'
import type { FleetRole } from '../../../../app/model/fleet-roster.ts'
import { Secret } from '../../../../app/model/secret.ts'
import { FakeBoot } from '../../../fakes/boot.ts'
import { FakeClock } from '../../../fakes/clock.ts'
import { createFakePorts } from '../../../fakes/ports.ts'
import { FakeRandom } from '../../../fakes/random.ts'
import { FakeRegisterServer } from '../../../fakes/register.ts'
import { fleetProvider } from '../../../support/fleet-keys.ts'
import { credential } from '../../../support/logins.ts'

const FLEET = 'home'
const layout = new FleetLayout(FLEET)

async function founded() {
  const clock = new FakeClock()
  const server = new FakeRegisterServer()
  const ports = createFakePorts({ clock, random: new FakeRandom('founder') })
  const identity = await makeNodeIdentity()
  const context = { ports, register: server.link(), keys: makeFleetKeys(ports.random, FLEET) }
  await foundFleet(context, identity, 'CANARY-attic')
  const invited = (role: FleetRole = 'keeper'): Invitation => invite(ports, FLEET, identity, role)
  return { clock, server, context, identity, invited }
}

/** @returns the newcomer's keys */
async function enrol(
  fleet: Awaited<ReturnType<typeof founded>>,
  role: FleetRole,
): Promise<{ newcomer: NodeIdentity; keys: FleetKeys | undefined }> {
  const newcomer = await makeNodeIdentity()
  const link = fleet.server.link()
  const invitation = fleet.invited(role)
  expect(await admit(fleet.context, fleet.identity, invitation)).toBeUndefined()
  await askToJoin(fleet.context.ports, link, invitation, newcomer, 'CANARY-laptop')
  expect(await receiveKeys(link, invitation, newcomer)).toBeUndefined()
  expect(await admit(fleet.context, fleet.identity, invitation)).toMatchObject({
    node: newcomer.node,
    name: 'CANARY-laptop',
  })
  return { newcomer, keys: await receiveKeys(link, invitation, newcomer) }
}

describe('a fleet', () => {
  it('is founded once, by its administrator', async () => {
    const { server, context, identity } = await founded()
    const fleet = await readFleet(server.link(), FLEET, identity.verifyKey)
    const roster = await readRoster(server.link(), fleet)
    expect(roster).toMatchObject([{ node: identity.node, role: 'keeper' }])
    expect(roster.map((node) => nameOf(context, node))).toEqual(['CANARY-attic'])
    await expect(foundFleet(context, await makeNodeIdentity(), 'other')).rejects.toThrow(/already/)
  })

  it('gives a keeper all its keys, and a reader those to access tokens', async () => {
    const fleet = await founded()
    const keeper = await enrol(fleet, 'keeper')
    const reader = await enrol(fleet, 'reader')
    const { naming, epochs } = fleet.context.keys
    expect(keeper.keys).toEqual({ fleet: FLEET, naming, epoch: 1, epochs })
    expect(reader.keys?.epochs.get(1)).toEqual({ access: epochs.get(1)?.access })
    const record = await readFleet(fleet.server.link(), FLEET, fleet.identity.verifyKey)
    const roles = (await readRoster(fleet.server.link(), record)).map(({ role }) => role)
    expect(roles.sort()).toEqual(['keeper', 'keeper', 'reader'])
    const third = await makeNodeIdentity()
    const asReader = { ...fleet.context, keys: reader.keys ?? fleet.context.keys }
    const wanted = { ...third, name: 'x', role: 'keeper' } as const
    await expect(admitNode(asReader, reader.newcomer, wanted)).rejects.toThrow(/only reads/)
  })

  it('shares a login with whoever was admitted, and shows its register nothing', async () => {
    const fleet = await founded()
    const { keys } = await enrol(fleet, 'reader')
    const node = (name: string, its: FleetKeys): FleetNode =>
      new FleetNode({
        ports: createFakePorts({ clock: fleet.clock }),
        boot: new FakeBoot(fleet.clock),
        node: name,
        name: FLEET,
        register: fleet.server.link(),
        keys: its,
        resolve: async () => fleetProvider(),
      })
    const founder = node('founder', fleet.context.keys)
    const reader = node('reader', keys ?? fleet.context.keys)
    await founder.start()
    const login = credential({ refresh: 'CANARY-refresh', account: { email: 'CANARY-ada@example.test' } })
    const { id } = await founder.share({ provider: 'acme', credential: login })
    await reader.start()
    expect(reader.login(id)?.credential.accessToken?.expose()).toBe('CANARY-access-here')
    expect(fleet.server.dump).not.toContain('CANARY')
  })
})

describe('an invitation', () => {
  it('is used once', async () => {
    const { context, server, invited } = await founded()
    const invitation = invited()
    await askToJoin(context.ports, server.link(), invitation, await makeNodeIdentity(), 'one')
    const second = askToJoin(context.ports, server.link(), invitation, await makeNodeIdentity(), 'two')
    await expect(second).rejects.toThrow(/another machine/)
  })

  it('is over after an hour', async () => {
    const { clock, server, context, identity, invited } = await founded()
    const invitation = invited()
    await askToJoin(context.ports, server.link(), invitation, await makeNodeIdentity(), 'late')
    await clock.advance(INVITATION_LIFE_MS + 1)
    await expect(admit(context, identity, invitation)).rejects.toMatchObject({ code: 'FLEET_REFUSED' })
  })

  it('cannot be answered without its secret, nor the answer be changed', async () => {
    const { server, context, identity, invited } = await founded()
    const guessed = { ...invited(), secret: new Secret('0'.repeat(64)) }
    await askToJoin(context.ports, server.link(), guessed, await makeNodeIdentity(), 'intruder')
    const secret = invited().secret
    await expect(admit(context, identity, { ...guessed, secret })).rejects.toMatchObject({
      code: 'FLEET_REFUSED',
    })

    const invitation = invited()
    await askToJoin(context.ports, server.link(), invitation, await makeNodeIdentity(), 'mine')
    const key = layout.join(invitation.id)
    const { recipient } = await makeNodeIdentity()
    server.write(key, JSON.stringify({ ...JSON.parse(server.records.get(key)?.value ?? ''), recipient }))
    await expect(admit(context, identity, invitation)).rejects.toMatchObject({ code: 'FLEET_REFUSED' })
    expect(
      await readRoster(server.link(), await readFleet(server.link(), FLEET, identity.verifyKey)),
    ).toHaveLength(1)
  })

  it('leads nowhere but to the fleet of who invited, in the register where that was founded', async () => {
    const { context, server, invited } = await founded()
    const stranger = { ...invited(), administrator: (await makeNodeIdentity()).verifyKey }
    const newcomer = await makeNodeIdentity()
    await expect(askToJoin(context.ports, server.link(), stranger, newcomer, 'x')).rejects.toMatchObject({
      code: 'FLEET_REFUSED',
    })
    server.cluster = 'restored'
    await expect(askToJoin(context.ports, server.link(), invited(), newcomer, 'x')).rejects.toMatchObject({
      code: 'FLEET_WENT_BACK',
    })
  })
})

describe('whoever runs the register', () => {
  it('cannot add a machine, change a role, or hand out keys of his own', async () => {
    const fleet = await founded()
    const { newcomer } = await enrol(fleet, 'reader')
    const { server, identity } = fleet
    const link = server.link()
    const record = await readFleet(link, FLEET, identity.verifyKey)
    const key = layout.node(newcomer.node)
    const honest = server.records.get(key)?.value ?? ''
    server.write(key, JSON.stringify({ ...JSON.parse(honest), role: 'keeper' }))
    expect((await readRoster(link, record)).map(({ node }) => node)).toEqual([identity.node])
    expect(
      await receiveKeys(link, { fleet: FLEET, administrator: identity.verifyKey }, newcomer),
    ).toBeUndefined()
    server.write(key, honest)

    const intruder = await makeNodeIdentity()
    const own = { ...fleet.context, keys: makeFleetKeys(new FakeRandom('intruder'), FLEET) }
    await admitNode(own, intruder, { ...intruder, name: 'intruder', role: 'keeper' })
    expect((await readRoster(link, record)).map(({ node }) => node)).not.toContain(intruder.node)

    const before = server.records.get(layout.keys(1, newcomer.node))?.value
    await admitNode(own, intruder, { ...newcomer, name: 'laptop', role: 'reader' })
    server.write(key, honest)
    expect(
      await receiveKeys(link, { fleet: FLEET, administrator: identity.verifyKey }, newcomer),
    ).toBeUndefined()
    server.write(layout.keys(1, newcomer.node), before)
    expect(
      await receiveKeys(link, { fleet: FLEET, administrator: identity.verifyKey }, newcomer),
    ).toBeDefined()
  })

  it('cannot put an administrator of his own in', async () => {
    const { server, identity } = await founded()
    const intruder = await makeNodeIdentity()
    const value = JSON.parse(server.records.get(layout.fleet)?.value ?? '')
    server.write(layout.fleet, JSON.stringify({ ...value, administrators: [intruder.verifyKey] }))
    await expect(readFleet(server.link(), FLEET, identity.verifyKey)).rejects.toMatchObject({
      code: 'FLEET_REFUSED',
    })
  })
})
