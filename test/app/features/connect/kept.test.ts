/** Programs that read a file in place of asking: the file is kept as long as they are connected, and no longer. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { type Booted, HOUR, MemoryMachine, PROFILE } from '../../../support/memory-machine.ts'

const NPMRC = `${FAKE_PATHS.userHome}/.npmrc`
const KEPT = `${FAKE_PATHS.state}/kept/npm`
const LINE = '//registry.example.test/:_authToken="CANARY-access-'

let machine: MemoryMachine
let here: Booted

beforeEach(() => {
  machine = new MemoryMachine({ agents: ['main'] })
  machine.write({ ...machine.first, expires: machine.clock.now() + HOUR })
})
afterEach(() => machine.run(here.core.close()))

async function start(asHost: boolean): Promise<void> {
  here = await machine.start(asHost)
  here.ports.programs.own = ['/bin/lamplighter']
  here.ports.commands.prints.set('npm', () =>
    machine.files.text(KEPT) ? '//registry.example.test/:_authToken = (protected)\n' : '',
  )
}

const connect = async (registry = 'registry.example.test') => {
  const request = { consumer: 'npm', login: PROFILE, answers: [registry] }
  const plan = await machine.run(here.core.connections.plan(request))
  return { plan, ...(await machine.run(here.core.connections.connect(request, plan.id))) }
}
const config = () => JSON.parse(machine.files.text(FAKE_PATHS.config) ?? '{}')

describe.each([
  ['a host', true],
  ['a command', false],
])('npm, connected by %s', (_who, asHost) => {
  beforeEach(() => start(asHost))

  it('reads the token from a file of its own, which goes when it is disconnected', async () => {
    machine.files.put(NPMRC, 'fund=false\n')
    const before = config()
    const { plan, connection, proof } = await connect()
    expect(plan.files).toMatchObject([{ path: NPMRC, lines: [`globalconfig = ${KEPT}`] }])
    expect(plan.notes[0]).toContain(KEPT)
    expect(proof).toMatchObject({ isProven: true })
    expect(connection.keeps).toBe(KEPT)
    expect(machine.files.text(KEPT)).toBe(`${LINE}1"\n`)
    expect(machine.files.mode(KEPT)).toBe(0o600)
    expect(config().keptFiles).toMatchObject([{ login: PROFILE, path: KEPT, form: 'template' }])

    await machine.run(here.core.connections.disconnect(connection.id))
    expect(machine.files.text(NPMRC)).toBe('fund=false\n')
    expect(machine.files.text(KEPT)).toBeUndefined()
    expect(config()).toEqual({ ...before, uses: {} })
  })

  it('has the tokens of several registries in the one file that it names', async () => {
    machine.files.put(NPMRC, 'fund=false\n')
    const one = await connect()
    const two = await connect('other.example.test/team')
    const other = LINE.replace('registry.example.test/', 'other.example.test/team/')
    expect(two.plan.files).toEqual([])
    expect(machine.files.text(KEPT)).toBe(`${LINE}1"\n${other}1"\n`)
    await machine.run(here.core.connections.disconnect(one.connection.id))
    expect(machine.files.text(KEPT)).toBe(`${other}1"\n`)
    expect(machine.files.text(NPMRC)).toContain('globalconfig')
    await machine.run(here.core.connections.disconnect(two.connection.id))
    expect([machine.files.text(KEPT), machine.files.text(NPMRC)]).toEqual([undefined, 'fund=false\n'])
  })

  it('finds no token where a person withholds the login from its file, and is told so', async () => {
    const { connection } = await connect()
    await machine.run(here.core.withhold(PROFILE, connection.asksAs, true))
    expect(machine.files.text(KEPT)).toBeUndefined()
    expect(await machine.run(here.core.connections.list())).toMatchObject([{ isWithheld: true }])
    expect(await machine.run(here.core.connections.prove(connection.id))).toMatchObject({
      isProven: false,
      message: `npm finds no token: it is withheld from ${KEPT}.`,
    })
  })

  it('that was connected when each registry had a file of its own can be disconnected', async () => {
    machine.files.put(NPMRC, 'fund=false\n')
    const { connection } = await connect()
    for (const path of [FAKE_PATHS.config, `${FAKE_PATHS.state}/connections.json`])
      machine.files.put(path, (machine.files.text(path) ?? '').replaceAll(`"${KEPT}"`, `"${KEPT}-registry"`))
    await machine.run(here.core.look())
    await machine.clock.advance(HOUR)
    await machine.run(here.core.connections.disconnect(connection.id))
    expect(config().keptFiles).toBeUndefined()
    expect(machine.files.text(`${KEPT}-registry`)).toBeUndefined()
  })

  it('leaves the files that a person keeps as they are', async () => {
    const mine = { login: PROFILE, path: '/home/ada/run/mine' }
    machine.files.put(FAKE_PATHS.config, JSON.stringify({ ...config(), keptFiles: [mine] }))
    await machine.run(here.core.look())
    const { connection } = await connect()
    expect(config().keptFiles).toHaveLength(2)
    await machine.run(here.core.connections.disconnect(connection.id))
    expect(config().keptFiles).toEqual([mine])
  })
})

describe('npm, connected', () => {
  it('reads each new token', async () => {
    await start(true)
    await connect()
    await machine.run(here.core.refresh(PROFILE))
    await machine.clock.advance(1000)
    expect(machine.files.text(KEPT)).toBe(`${LINE}2"\n`)
  })

  it('with a login that has lapsed, where no host runs, is told whom the file waits for', async () => {
    machine.write(machine.first)
    await start(false)
    const { proof } = await connect()
    expect(proof).toMatchObject({
      isProven: false,
      message: expect.stringContaining('is not written yet'),
      detail: expect.stringContaining('lamplighter serve'),
    })
  })
})

describe('gcloud', () => {
  it('gets a configuration whose name leads out of no folder', async () => {
    await start(true)
    const request = { consumer: 'gcloud', login: PROFILE, answers: ['../evil', 'p'] }
    await expect(machine.run(here.core.connections.plan(request))).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
    })
  })
})
