/** `lamplighter fleet …` as it is typed: what it says, what it refuses, and its JSON. */
import { afterEach, describe, expect, it } from 'vitest'
import { ROOT } from '../../fakes/registers.ts'
import { atMachine, type Typed } from '../../support/at-a-machine.ts'
import { Fleet, MINUTE, PROFILE } from '../../support/fleet.ts'

let fleet: Fleet
afterEach(() => fleet.close())

const ETCD = ['--etcd', 'https://attic:2389', '--stdin']

async function two() {
  fleet = new Fleet()
  const [attic, rack] = [fleet.machine('attic'), fleet.machine('rack')]
  for (const machine of [attic, rack]) await machine.boot(true)
  await attic.seed()
  const at = (machine: typeof attic) => {
    const { type, lines } = atMachine(machine.ports)
    return { lines, type: (...words: string[]): Promise<Typed> => fleet.run(type(...words)) }
  }
  return { attic: at(attic), rack: at(rack) }
}

describe('lamplighter fleet', () => {
  it('founds, invites, joins, shares, tells, removes and leaves', async () => {
    const { attic, rack } = await two()
    expect((await rack.type('fleet', 'status')).out).toContain('This machine is of no fleet.')
    attic.lines.push(ROOT.password)
    expect(await attic.type('fleet', 'found', 'home', ...ETCD, '--name', 'attic')).toMatchObject({
      out: expect.stringContaining('The fleet "home" is founded.'),
      err: '',
    })
    const { invitation } = JSON.parse((await attic.type('fleet', 'invite', '--no-wait', '--json')).out)
    expect(invitation).toMatch(/^lamplighter-fleet:[\w-]+$/)
    rack.lines.push(invitation)
    expect(await rack.type('fleet', 'join', '--stdin', '--name', 'rack')).toMatchObject({
      code: 0,
      out: expect.stringContaining('This machine is in the fleet "home", as keeper.'),
    })
    expect((await attic.type('fleet', 'share', PROFILE)).out).toContain('is shared')
    await fleet.clock.advance(3 * MINUTE)
    expect((await rack.type('fleet', 'status')).out).toMatch(
      /^home: this machine is rack, keeper\n.*\n {2}acme:ada@example.test +expires in /,
    )
    expect((await attic.type('fleet', 'nodes')).out).toMatch(/attic +keeper +[0-9a-f]{16} +this machine/)
    expect((await attic.type('fleet', 'doctor')).out).toContain('one of 2 that its administrator has signed')
    expect((await attic.type('fleet', 'remove', 'rack')).out).toContain(
      'Of 1 login that it could renew, 1 were renewed since.',
    )
    expect(await rack.type('fleet', 'doctor')).toMatchObject({
      code: 69,
      out: expect.stringContaining('bad'),
    })
    expect((await rack.type('fleet', 'leave')).out).toContain('of no fleet any more')
    expect((await attic.type('fleet', 'take-out', PROFILE)).out).toContain("this machine's own again")
  })

  it.each([
    ['fleet'],
    ['fleet', 'dance'],
    ['fleet', 'found'],
    ['fleet', 'found', 'home'],
    ['fleet', 'share'],
    ['fleet', 'nodes', 'rack'],
    ['fleet', 'nodes'],
    ['fleet', 'join', 'lamplighter-fleet:rubbish'],
    ['fleet', 'found', 'home', '--here', '--port', 'x'],
  ])('refuses %j %j %j %j %j', async (...words) => {
    const { attic } = await two()
    const { code, err } = await attic.type(...words.filter((word) => word !== undefined))
    expect(err).not.toContain('INTERNAL')
    expect([64, 69]).toContain(code)
  })

  it('warns of an address that means each machine itself', async () => {
    const { attic } = await two()
    attic.lines.push(ROOT.password)
    const { code, err } = await attic.type(
      'fleet',
      'found',
      'home',
      '--etcd',
      'https://localhost:2379',
      '--stdin',
    )
    expect(code).toBe(0)
    expect(err).toContain(
      'No other machine reaches https://localhost:2379: on each of them that means itself.',
    )
  })

  it('takes one register, not two', async () => {
    const { attic } = await two()
    const both = [...ETCD, '--postgres', 'postgres://attic/fleet']
    const { code, err } = await attic.type('fleet', 'found', 'home', ...both)
    expect([code, err]).toEqual([64, expect.stringContaining('one etcd, or one PostgreSQL')])
    attic.lines.push(ROOT.password)
    const one = ['--postgres', 'postgres://attic/fleet', '--user', ROOT.user, '--stdin']
    expect((await attic.type('fleet', 'found', 'home', ...one)).out).toContain('is founded')
    expect((await attic.type('fleet', 'status')).out).toContain('postgres://attic/fleet')
  })

  it('says whose password was wrong, and that nothing was founded', async () => {
    const { attic } = await two()
    attic.lines.push('wrong')
    const { code, err } = await attic.type('fleet', 'found', 'home', ...ETCD)
    expect([code, err]).toEqual([69, expect.stringContaining('does not take this user')])
    expect((await attic.type('fleet', 'status')).out).toContain('of no fleet')
  })
})
