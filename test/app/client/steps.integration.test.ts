/** Long tasks that are killed, or that lose their login, in the middle. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Client, createClient, LamplighterError } from '../../../app/client/client.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { bundleForNode } from '../../support/bundle.ts'
import { killCommands, lamplighter } from '../../support/command.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { HomeMachine, PROFILE } from '../../support/home-machine.ts'
import { INVALID_TOKEN, type ResourceServer, startResourceServer } from '../../support/resource-server.ts'
import { signIn } from '../../support/sign-in.ts'

let stepper: string
let server: AuthorizationServer
let resource: ResourceServer
let home: Home
let client: Client
let refreshToken: string
let log: string
let tasks: string

beforeAll(async () => {
  stepper = await bundleForNode('test/support/stepper.ts', 'stepper')
})
beforeEach(async () => {
  server = await startAuthorizationServer({ tokenTtl: 3600 })
  resource = await startResourceServer()
  home = await makeHome()
  refreshToken = (await new HomeMachine(home).seed(server)).refresh_token
  const host = await lamplighter(home, 'serve')
  await host.printed('Lamplighter serves')
  client = createClient({ env: home.env, process: 'test', commandLine: false })
  log = join(home.path, 'steps.log')
  tasks = join(home.path, 'state/tasks')
  writeFileSync(log, '')
})
afterEach(async () => {
  client.close()
  await killCommands()
  await server.close()
  await resource.close()
  await home.remove()
})

function begin(taskId = 'release 1.2'): { readonly child: ChildProcess; readonly ended: Promise<string> } {
  const child = spawn(process.execPath, [stepper, taskId, log, resource.url, PROFILE], { env: home.env })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  return { child, ended: new Promise((resolve) => child.on('close', () => resolve(out + err))) }
}

const begun = (): string[] => readFileSync(log, 'utf8').trim().split('\n')
const checkpoint = (): string => join(tasks, readdirSync(tasks).find((name) => name.endsWith('.json')) ?? '')

describe('runSteps', () => {
  it('goes on after kill -9 with the step that was under way, and runs no finished step again', async () => {
    let hangs = true
    const reached = new Promise<void>((resolve) => {
      resource.answer = ({ path }) => {
        if (path !== '/build' || !hangs) return undefined
        resolve()
        return new Promise(() => undefined)
      }
    })
    const first = begin()
    await reached
    first.child.kill('SIGKILL')
    await first.ended
    expect(begun()).toEqual(['plan', 'fetch', 'build'])
    expect(statSync(checkpoint()).mode & 0o777).toBe(0o600)

    hangs = false
    const results = JSON.parse(await begin().ended)
    expect(begun()).toEqual(['plan', 'fetch', 'build', 'build', 'publish'])
    expect(results.publish).toEqual({ said: 'fine', after: 3 })
    expect(JSON.parse(await begin().ended)).toEqual(results)
    expect(begun()).toHaveLength(5)
    expect(readFileSync(checkpoint(), 'utf8')).not.toContain('CANARY-at')
  })

  it('waits for a sign-in in the middle of the task, and then goes on', async () => {
    const { accessToken } = await client.getToken(PROFILE)
    resource.answer = ({ path, token }) =>
      path === '/build' && token === accessToken ? INVALID_TOKEN : undefined
    await server.revoke(refreshToken)
    const running = begin()
    await expect
      .poll(async () => (await lamplighter(home, 'status', '--json')).ended.then(({ out }) => out), {
        timeout: 60_000,
        interval: 500,
      })
      .toContain('needs-login')
    expect(begun()).toEqual(['plan', 'fetch', 'build'])
    await signIn(home, server)
    expect(JSON.parse(await running.ended).publish).toMatchObject({ said: 'fine' })
    expect(begun()).toEqual(['plan', 'fetch', 'build', 'build', 'publish'])
  })

  it('gives up for now where it is told to, and says how to go on', async () => {
    const needsLogin = new LamplighterError('needs-login', 'Sign in.', { profile: PROFILE })
    let fails = true
    let ones = 0
    const steps = [
      { name: 'one', run: () => ++ones },
      { name: 'two', run: () => (fails ? Promise.reject(needsLogin) : 'done') },
    ]
    const failed = client.runSteps('nightly', steps, { onNeedsLogin: 'reject' })
    await expect(failed).rejects.toMatchObject({ code: 'needs-login', task: { id: 'nightly', step: 'two' } })
    fails = false
    expect(await client.runSteps('nightly', steps)).toEqual({ one: 1, two: 'done' })
    await client.forgetTask('nightly')
    expect(await client.runSteps('nightly', steps)).toEqual({ one: 2, two: 'done' })
  })

  it('is run by one process at a time, and tells tasks apart whose names look the same', async () => {
    let end: (() => void) | undefined
    const slow = { name: 'slow', run: () => new Promise<void>((resolve) => (end = resolve)) }
    const running = client.runSteps('a/b', [slow])
    await expect.poll(() => end).toBeDefined()
    expect(readdirSync(tasks)).toHaveLength(1)
    await expect(client.runSteps('a/b', [slow])).rejects.toMatchObject({ code: 'task-busy' })
    expect(await client.runSteps('a:b', [{ name: 'quick', run: () => 'yes' }])).toEqual({ quick: 'yes' })
    end?.()
    expect(await running).toEqual({ slow: null })
  })

  it('refuses steps that share a name, results that are no JSON, and files of other tasks', async () => {
    const same = { name: 'same', run: () => 1 }
    await expect(client.runSteps('t', [same, same])).rejects.toMatchObject({ code: 'bad-argument' })
    const odd = { name: 'odd', run: () => 1n }
    await expect(client.runSteps('t', [odd])).rejects.toMatchObject({ code: 'bad-argument' })
    await client.runSteps('t', [same])
    writeFileSync(checkpoint(), '{"version":1,"task":"other","done":[]}')
    await expect(client.runSteps('t', [same])).rejects.toThrow(/is not a checkpoint of the task "t"/)
  })

  it('throws away what was finished a month ago', async () => {
    await client.runSteps('old', [{ name: 'one', run: () => 1 }])
    const path = checkpoint()
    const monthAgo = Date.now() / 1000 - 31 * 24 * 60 * 60
    utimesSync(path, monthAgo, monthAgo)
    await client.runSteps('new', [{ name: 'one', run: () => 1 }])
    expect(existsSync(path)).toBe(false)
  })
})
