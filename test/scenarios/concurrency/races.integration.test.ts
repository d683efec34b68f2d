/** Real processes at one lapsed token, and what the history says of it afterwards. */
import { spawn } from 'node:child_process'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { bundleForNode } from '../../support/bundle.ts'
import { makeGate } from '../../support/gate.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { HomeMachine, PROFILE } from '../../support/home-machine.ts'

let server: AuthorizationServer
let home: Home
let caller: string
let cli: string

beforeAll(async () => {
  caller = await bundleForNode('test/support/caller.ts', 'caller')
  cli = await bundleForNode('app/cli/main.ts', 'cli')
})
beforeEach(async () => {
  server = await startAuthorizationServer()
  home = await makeHome()
  await new HomeMachine(home).seed(server)
})
afterEach(async () => {
  await server.close()
  await home.remove()
})

function run(args: readonly string[]): Promise<{ pid: number; code: number | null; out: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env: home.env, stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.on('data', (chunk) => (out += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ pid: child.pid ?? 0, code, out }))
  })
}

describe('two processes that want the same token at once', () => {
  it('are one race: who refreshed, who used it, and that there is nothing to do', async () => {
    const gate = makeGate(home)
    let letGo: () => void = () => undefined
    server.fault({ kind: 'hold', until: new Promise<void>((resolve) => (letGo = resolve)) })
    const both = Promise.all([run([caller, PROFILE, '1', gate.path]), run([caller, PROFILE, '1', gate.path])])
    await gate.open(2)
    await gate.passed(2) // the other one came meanwhile
    letGo()
    const [one, other] = await both
    expect([one.code, other.code]).toEqual([0, 0])
    const core = await new HomeMachine(home).open()
    const events = await core.history({})
    const races = await core.races({})
    await core.close()
    expect(events.map(({ kind }) => kind).sort()).toEqual(['adopted', 'refreshed'])
    expect(races).toHaveLength(1)
    const winner = events.find(({ kind }) => kind === 'refreshed')?.pid
    expect(races[0]).toMatchObject({
      profileId: PROFILE,
      needsYou: false,
      advice: expect.stringContaining('Nothing to do'),
      message: expect.stringContaining(`caller (pid ${winner}) renewed this login.`),
      processes: [
        { name: 'caller', pid: winner, part: 'refreshed' },
        { name: 'caller', pid: winner === one.pid ? other.pid : one.pid, part: 'adopted' },
      ],
    })
    expect(races[0]?.eventIds.toSorted()).toEqual(events.map(({ id }) => id).toSorted())

    const shown = await run([cli, 'history'])
    expect(shown.out).toMatch(/ race +acme:ada@example\.test +caller \(pid \d+\) renewed this login\./)
    expect(shown.out).toMatch(/ {2}adopted /)
    const told = JSON.parse((await run([cli, 'history', '--json'])).out)
    expect(told.races).toHaveLength(1)
    expect(told.races[0].eventIds).toHaveLength(2)
  })
})
