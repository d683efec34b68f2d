/** Whoever wanted a token may be killed at any moment: what the provider answered is stored. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Ports } from '../../../app/base/ports.ts'
import type { HistoryEventView } from '../../../app/contract/views.ts'
import { createHistoryLog } from '../../../app/history/history-log.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { createVault } from '../../../app/stores/vault/store.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { killCommands, lamplighter, type Running } from '../../support/command.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { HomeMachine, PROFILE } from '../../support/home-machine.ts'

let home: Home
let server: AuthorizationServer
let ports: Ports
let spent: string

beforeEach(async () => {
  home = await makeHome()
  server = await startAuthorizationServer()
  ports = createNodePorts({ label: 'test', env: home.env, logLevel: 'silent' })
  spent = (await new HomeMachine(home).seed(server)).refresh_token
})

afterEach(async () => {
  await killCommands()
  await server.close()
  await home.remove()
})

async function storedRefreshToken(): Promise<string | undefined> {
  const [entry] = (await createVault(ports).scan()).entries
  return entry?.credential?.refreshToken?.expose()
}

/** Oldest first. */
async function readHistory(): Promise<readonly HistoryEventView[]> {
  return (await createHistoryLog(ports).query({})).toReversed()
}

/** The provider has the request and keeps the reply to itself until told. */
async function whileAsking(
  start: () => Promise<Running>,
  act: (running: Running) => Promise<void>,
): Promise<void> {
  let letGo: () => void = () => undefined
  server.fault({ kind: 'hold', until: new Promise<void>((resolve) => (letGo = resolve)) })
  const running = await start()
  await expect.poll(() => server.requests.count(), { timeout: 20_000 }).toBe(1)
  await act(running)
  letGo()
}

/** Two signals at once may arrive as one: until the first one has. */
async function delivered(pid: number | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 200))
  if (process.platform !== 'linux') return
  const pending = () => /^ShdPnd:\s+(\S+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  await expect.poll(pending).toMatch(/^0+$/)
}

async function expectSuccessor(): Promise<void> {
  await expect.poll(storedRefreshToken, { timeout: 20_000 }).not.toBe(spent)
  const successor = (await storedRefreshToken()) ?? ''
  expect(await server.isAlive(successor)).toBe(true)
  expect(server.requests).toMatchObject({ reuses: 0, invalidGrants: 0 })
  expect(server.requests.count()).toBe(1)
}

describe('lamplighter', () => {
  it.each([
    ['token', PROFILE],
    ['refresh', PROFILE],
    ['refresh', '--all'],
    ['report-401', PROFILE],
  ])('%s %s is killed right after the request left, and the successor is stored', async (...words) => {
    await whileAsking(
      () => lamplighter(home, ...words),
      async ({ killGroup, ended }) => {
        killGroup('SIGKILL')
        expect(await ended).toMatchObject({ code: null, err: '' })
      },
    )
    await expectSuccessor()
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'waits for the successor after %s, and prints the token',
    async (signal) => {
      let running: Running | undefined
      await whileAsking(
        () => lamplighter(home, 'token', PROFILE),
        async (started) => {
          running = started
          started.killGroup(signal)
        },
      )
      const { code, out } = (await running?.ended) ?? {}
      expect(code).toBe(0)
      expect(out).toMatch(/^CANARY-at-\S+\n$/)
      await expectSuccessor()
    },
  )

  it('leaves at the second signal, and the successor is stored all the same', async () => {
    await whileAsking(
      () => lamplighter(home, 'token', PROFILE),
      async ({ child, killGroup, ended }) => {
        killGroup('SIGINT')
        await delivered(child.pid)
        killGroup('SIGINT')
        expect((await ended).code).toBe(1)
      },
    )
    await expectSuccessor()
  })

  it('may be killed at any moment, again and again', async () => {
    const seed = Number(process.env.LAMPLIGHTER_FUZZ_SEED ?? Date.now() % 0x7fffffff)
    server.fault({ kind: 'delay', ms: 100, times: 20 })
    for (let round = 0; round < 12; round++) {
      const { killGroup, ended } = await lamplighter(home, 'refresh', PROFILE)
      const afterMs = ((seed + round * 7919) % 997) * 0.4
      await new Promise((resolve) => setTimeout(resolve, afterMs))
      killGroup('SIGKILL')
      await ended
    }
    const { code, err } = await (await lamplighter(home, 'refresh', PROFILE)).ended
    expect([code, err, seed]).toEqual([0, '', seed])
    expect(server.requests).toMatchObject({ reuses: 0, invalidGrants: 0 })
    expect(await server.isAlive((await storedRefreshToken()) ?? '')).toBe(true)
  })

  it('is killed while the running host asks for it, and the host stores the successor', async () => {
    const host = await lamplighter(home, 'serve')
    await host.printed('Lamplighter serves 1 login')
    await expectSuccessor() // what had lapsed, its own schedule has refreshed
    spent = (await storedRefreshToken()) ?? ''
    server.requests.reset()
    await whileAsking(
      () => lamplighter(home, 'refresh', PROFILE),
      async ({ killGroup, ended }) => {
        killGroup('SIGKILL')
        await ended
      },
    )
    await expectSuccessor()
    const wanted = { process: 'lamplighter serve', pid: host.child.pid }
    await expect
      .poll(async () => (await readHistory()).at(-1), { timeout: 20_000 }) // written once it is stored
      .toMatchObject({ ...wanted, askedBy: expect.stringMatching(/^lamplighter refresh \(pid \d+\)$/) })
    host.child.kill('SIGTERM')
    expect((await host.ended).code).toBe(0)
  })
})
