/** How a refresh failed stays with the login after the process that met it, and nobody promises what nothing will do. */
import { describe, expect, it } from 'vitest'
import { atMachine } from '../../support/at-a-machine.ts'
import { HOUR, MemoryMachine, PROFILE } from '../../support/memory-machine.ts'

const CLIENT = 'OpenAI Codex refused Lamplighter’s client id. The login itself may be fine.'

async function refused(error: string, status: number): Promise<MemoryMachine> {
  const machine = new MemoryMachine()
  const good = { access: 'CANARY-a', refresh: 'CANARY-r', expires: machine.clock.now() + 2 * HOUR }
  for (const agent of ['main', 'research']) machine.write(good, agent)
  const { core, ports } = await machine.start(false)
  ports.http.send = async () => ({ status, headers: {}, body: JSON.stringify({ error }) })
  await machine.run(core.refresh(PROFILE))
  return machine
}

describe('a client id that was refused', () => {
  it('is not fresh for the next process, and is not promised another try where nothing runs', async () => {
    const machine = await refused('invalid_client', 401)
    const { core, ports } = await machine.start(false)
    const profile = core.profile(PROFILE)
    expect(profile.status).toMatchObject({
      kind: 'retrying',
      failure: { code: 'CLIENT_REJECTED', message: CLIENT },
    })
    expect(profile.advice).not.toContain('by itself')
    expect((await atMachine(ports).type('list')).out).toContain('renewal failed')
    expect((await atMachine(ports).type('status')).out).toContain(CLIENT)
  })

  it('is tried again by itself where something runs that will', async () => {
    const machine = await refused('invalid_client', 401)
    const { core } = await machine.start(true)
    const { status, advice, nextRefreshAtMs } = core.profile(PROFILE)
    expect(status).toMatchObject({ kind: 'retrying', untilMs: nextRefreshAtMs })
    expect(advice).toContain('Lamplighter tries again by itself.')
  })

  it('is forgotten with the next success, and says nothing of other tokens', async () => {
    const machine = await refused('invalid_client', 401)
    machine.write({ access: 'CANARY-b', refresh: 'CANARY-s', expires: machine.clock.now() + HOUR })
    machine.write(
      { access: 'CANARY-b', refresh: 'CANARY-s', expires: machine.clock.now() + HOUR },
      'research',
    )
    const { core } = await machine.start(false)
    expect(core.profile(PROFILE).status.kind).toBe('fresh')
  })
})

describe('a login that the provider ended', () => {
  it('is not taken to another machine as one that works', async () => {
    const machine = await refused('invalid_grant', 400)
    const { core } = await machine.start(false)
    expect(await machine.run(core.imports.exportable())).toMatchObject([
      { kind: 'bound', why: 'OpenAI Codex has ended this login. Sign in again on the other machine.' },
    ])
  })
})

describe('where nothing refreshes ahead of time', () => {
  it('no login is said to mend itself', async () => {
    const machine = new MemoryMachine()
    const idle = (await machine.start(false)).core.profile(PROFILE)
    expect(idle.status.kind).toBe('expired')
    expect(idle.advice).toContain('renewed only when somebody asks for it')
  })

  it('a pause is said', async () => {
    const machine = new MemoryMachine()
    const { core } = await machine.start(false)
    await machine.run(core.pause(undefined))
    const host = await machine.start(true)
    expect(host.core.profile(PROFILE).advice).toContain('Renewing is paused')
  })
})
