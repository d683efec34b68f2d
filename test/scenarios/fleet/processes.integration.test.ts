/** Real processes on two machines, which share a login over a real etcd that is killed meanwhile; and one of them, too. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createClock } from '../../../app/platform/clock.ts'
import { createEtcd } from '../../../app/platform/fleet/etcd.ts'
import { findEtcd } from '../../../scripts/etcd.mjs'
import { FakeHttp } from '../../fakes/http.ts'
import { MODEL_ENDPOINT, ModelProvider } from '../../fakes/model-provider.ts'
import { bundleForNode } from '../../support/bundle.ts'
import { startEtcd } from '../../support/etcd.ts'
import { FLEET } from '../../support/fleet-keys.ts'
import type { RacerOrders } from '../../support/fleet-racer.ts'
import { makeHome } from '../../support/home.ts'
import { shareFirst } from '../../support/sharing-node.ts'

const GENERATIONS = 12
const found = await findEtcd()

if ('why' in found) it.skip(`needs etcd: ${found.why}`, () => undefined)
else {
  describe('processes of two machines, over an etcd', () => {
    it('make one request for each generation, whatever is killed meanwhile', async () => {
      const [etcd, program, one, two] = await Promise.all([
        startEtcd(found.program, 1, `/lamplighter/${FLEET}/`),
        bundleForNode('test/support/fleet-racer.ts', 'fleet-racer'),
        makeHome(),
        makeHome(),
      ])
      onTestFinished(async () => {
        await etcd.close()
        await Promise.all([one.remove(), two.remove()])
      })
      const provider = new ModelProvider()
      const tokenEndpoint = await serve(provider)
      const { password, ...rest } = etcd.options
      const options = { ...rest, password: password.expose() }
      const id = await shareOne(createEtcd(etcd.options, createClock()), provider)
      const orders = { etcd: options, tokenEndpoint, id, untilGeneration: GENERATIONS }
      const racers = [
        race(program, one.env, { ...orders, node: 'one' }),
        race(program, one.env, { ...orders, node: 'one' }),
        race(program, two.env, { ...orders, node: 'two' }),
        race(program, two.env, { ...orders, node: 'two' }),
      ]
      await racers[0]?.reached(4)
      await etcd.members[0]?.restart() // kill -9
      await racers[0]?.reached(7) // for a second nobody asks: whoever dies now has no request under way
      const before = provider.requests
      racers[1]?.child.kill('SIGKILL')
      const lasting = racers.filter((_, at) => at !== 1)
      await Promise.all(lasting.map((racer) => racer.over))
      expect(before).toBeGreaterThan(5)
      for (const racer of lasting) expect(racer.generations.at(-1)).toBe(GENERATIONS)
      for (const { generations } of racers)
        expect(generations).toEqual([...generations].sort((a, b) => a - b))
      expect(provider.reuses).toBe(0)
      expect(provider.requests).toBe(GENERATIONS - 1)
    })

    it('take over from one that was killed with its request under way, and from one that sleeps with its ticket', async () => {
      const [etcd, program, one, two] = await Promise.all([
        startEtcd(found.program, 1, `/lamplighter/${FLEET}/`),
        bundleForNode('test/support/fleet-racer.ts', 'fleet-racer'),
        makeHome(),
        makeHome(),
      ])
      onTestFinished(async () => {
        await etcd.close()
        await Promise.all([one.remove(), two.remove()])
      })
      const { password, ...rest } = etcd.options
      const about = { etcd: { ...rest, password: password.expose() }, untilGeneration: 2, speed: 20 }
      const register = () => createEtcd(etcd.options, createClock())
      const [killed, asleep] = [new ModelProvider(), new ModelProvider()]
      for (let n = 0; n < 10; n++) asleep.newGrant() // no token of the one is a token of the other
      let arrived = 0
      const ofKilled = await serve(killed, {
        life: 3600,
        before: async () => {
          if (++arrived > 1) return
          await racers[0]?.over // whatever came is lost with whoever sent it
          throw new Error('its sender is gone')
        },
      })
      const ofAsleep = await serve(asleep, { life: 3600 })
      const orders = [
        { ...about, tokenEndpoint: ofKilled, id: await shareOne(register(), killed, 'ada@example.test') },
        { ...about, tokenEndpoint: ofAsleep, id: await shareOne(register(), asleep, 'eve@example.test') },
      ] as const
      const racers: Racer[] = []
      racers.push(race(program, one.env, { ...orders[0], node: 'one' }))
      racers.push(race(program, one.env, { ...orders[1], node: 'one', stopsWithTicket: true }))
      await expect.poll(() => arrived).toBe(1)
      racers[0]?.child.kill('SIGKILL')
      await expect.poll(() => racers[1]?.kinds).toContain('stops')
      const others = orders.map((its) => race(program, two.env, { ...its, node: 'two' }))
      await Promise.all(others.map((racer) => racer.over))
      racers[1]?.child.kill('SIGCONT')
      await racers[1]?.over
      for (const racer of [...others, racers[1]]) expect(racer?.generations.at(-1)).toBe(2)
      expect([killed.requests, killed.reuses]).toEqual([1, 0]) // and the one that was lost
      expect([asleep.requests, asleep.reuses]).toEqual([1, 0])
    })
  })
}

interface Racer {
  readonly child: ChildProcess
  readonly generations: number[]
  /** How its attempts ended. */
  readonly kinds: string[]
  readonly over: Promise<unknown>
  reached(generation: number): Promise<void>
}

function race(program: string, env: Record<string, string>, orders: RacerOrders): Racer {
  const child = spawn(process.execPath, [program, JSON.stringify(orders)], {
    env: { ...env, LAMPLIGHTER_LOG: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const generations: number[] = []
  const kinds: string[] = []
  let rest = ''
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const { generation, kind } = JSON.parse(line) as { generation?: number; kind?: string }
      if (generation !== undefined) generations.push(generation)
      if (kind !== undefined) kinds.push(kind)
    }
  })
  return {
    child,
    generations,
    kinds,
    over: once(child, 'exit'),
    reached: (generation) =>
      expect.poll(() => generations.at(-1) ?? 0, { timeout: 60_000 }).toBeGreaterThanOrEqual(generation),
  }
}

/** @param life of its tokens, seconds: they lapse in the time of a test */
async function serve(
  provider: ModelProvider,
  { life = 1, before }: { readonly life?: number; readonly before?: () => Promise<void> } = {},
): Promise<string> {
  const http = new FakeHttp()
  provider.serve(http)
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request as AsyncIterable<Buffer>) body += chunk
    try {
      await before?.()
    } catch {
      response.destroy()
      return
    }
    const reply = await http.send({ method: 'POST', url: MODEL_ENDPOINT, body, timeoutMs: 0 })
    response.writeHead(reply.status, reply.headers)
    response.end(reply.body.replace('3600', String(life)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`
}

async function shareOne(
  register: ReturnType<typeof createEtcd>,
  provider: ModelProvider,
  email = 'ada@example.test',
): Promise<string> {
  const refresh = provider.currentRefreshToken
  const [id = ''] = await shareFirst(register, [{ access: 'CANARY-access-1', refresh, email }])
  return id
}
