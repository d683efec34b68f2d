/** What another machine gets when it runs `lamplighter answer` here, through ssh. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Ports } from '../../../../app/base/ports.ts'
import { createNodePorts } from '../../../../app/platform/node-ports.ts'
import { streamChannel } from '../../../../app/platform/socket/stream-channel.ts'
import { type AskedHost, handshake } from '../../../../app/rpc/handshake-client.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../../../fakes/authorization-server.ts'
import { killCommands, lamplighter, type Running } from '../../../support/command.ts'
import { type Home, makeHome } from '../../../support/home.ts'
import { HomeMachine, PROFILE } from '../../../support/home-machine.ts'

let home: Home
let server: AuthorizationServer
let ports: Ports

beforeEach(async () => {
  home = await makeHome()
  server = await startAuthorizationServer({ tokenTtl: 3600 })
  ports = createNodePorts({ label: 'far side', env: home.env, logLevel: 'silent' })
  await new HomeMachine(home).seed(server)
})

afterEach(async () => {
  await killCommands()
  await server.close()
  await home.remove()
})

async function answer(): Promise<{ readonly far: AskedHost; readonly running: Running }> {
  const running = await lamplighter(home, 'answer')
  const { stdin, stdout } = running.child
  if (!stdin || !stdout) throw new Error('no pipes')
  const me = { process: 'lamplighter', pid: 99_999_999 } // a pid of the other machine
  return { running, far: await handshake(streamChannel(stdout, stdin), me, ports.clock, 20_000) }
}

describe('lamplighter answer', () => {
  it('answers by itself where no host runs, and ends when it is let go', async () => {
    const { far, running } = await answer()
    expect(far.who).toMatchObject({ host: 'lamplighter answer', pid: running.child.pid })
    expect(await far.ask('token', { profile: PROFILE })).toMatchObject({ profile: PROFILE })
    far.peer.close()
    expect(await running.ended).toMatchObject({ code: 0, err: '' })
    expect(server.requests.count()).toBe(1)
  })

  it('calls whoever asks the same as a running host would, whose pid means nothing here', async () => {
    const { far, running } = await answer()
    const event = await far.ask('refresh', { profile: PROFILE })
    expect(event.askedBy).toBe(`lamplighter over ssh (pid ${running.child.pid})`)
    far.peer.close()
    expect(await running.ended).toMatchObject({ code: 0, err: '' })
  })

  it('hands everything on to the host that runs, and ends when it is let go', async () => {
    const host = await lamplighter(home, 'serve')
    await host.printed('Lamplighter serves')
    const { far, running } = await answer()
    expect(far.who).toMatchObject({ host: 'lamplighter serve', pid: host.child.pid })
    await far.ask('token', { profile: PROFILE }) // the schedule's own refresh is over: nobody joins it
    const event = await far.ask('refresh', { profile: PROFILE })
    expect(event.askedBy).toBe(`lamplighter over ssh (pid ${running.child.pid})`)
    const heard = new Promise((resolve) => far.peer.on('history', resolve))
    await far.ask('listen', { events: ['history'] })
    await far.ask('refresh', { profile: PROFILE })
    expect(await heard).toMatchObject({ profileId: PROFILE })
    far.peer.close()
    expect(await running.ended).toMatchObject({ code: 0, err: '' })
    host.child.kill('SIGKILL')
  })

  it('ends when the host it speaks for is killed', async () => {
    const host = await lamplighter(home, 'serve')
    await host.printed('Lamplighter serves')
    const { far, running } = await answer()
    host.child.kill('SIGKILL')
    await far.peer.closed
    expect((await running.ended).code).toBe(0)
  })

  it('stores the successor although ssh was cut in the middle of an exchange', async () => {
    let letGo: () => void = () => undefined
    server.fault({ kind: 'hold', until: new Promise<void>((resolve) => (letGo = resolve)) })
    const { far, running } = await answer()
    const cut = far.ask('refresh', { profile: PROFILE })
    await expect.poll(() => server.requests.count(), { timeout: 20_000 }).toBe(1)
    running.child.stdout?.destroy()
    running.child.stdin?.destroy()
    await expect(cut).rejects.toMatchObject({ code: 'HOST_GONE' })
    letGo()
    expect((await running.ended).code).toBe(0)
    const { code } = await (await lamplighter(home, 'token', PROFILE)).ended
    expect([code, server.requests.count(), server.requests.reuses]).toEqual([0, 1, 0])
  })

  it('says nothing on standard output but the protocol', async () => {
    await home.writeConfig('this is no configuration')
    const { far, running } = await answer()
    await far.ask('overview', undefined)
    far.peer.close()
    const { out } = await running.ended
    for (const line of out.trim().split('\n')) expect(typeof JSON.parse(line).id).toBe('number')
  })
})

describe('lamplighter status', () => {
  it('tells of the running host, and of none', async () => {
    const host = await lamplighter(home, 'serve')
    await host.printed('Lamplighter serves')
    const json = async () => JSON.parse((await (await lamplighter(home, 'status', '--json')).ended).out)
    expect(await json()).toMatchObject({
      version: 1,
      host: { name: 'lamplighter serve', pid: host.child.pid },
      logins: 1,
    })
    host.child.kill('SIGTERM')
    await host.ended
    expect(await json()).toMatchObject({ host: null, scheduler: { running: false }, logins: 1 })
    const watched = await (await lamplighter(home, 'status', '--watch')).ended
    expect(watched).toMatchObject({ code: 64, err: expect.stringContaining('terminal') })
  })
})
