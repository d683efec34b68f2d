/** Whatever the window sends: always a Reply, never a throw, and nothing is repeated of what is not taken. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RequestName } from '../../app/contract/channels.ts'
import { type Core, createCore } from '../../app/core.ts'
import { requestArguments } from '../../main/ipc/arguments.ts'
import { answer, type Handlers } from '../../main/ipc/handle.ts'
import { createHandlers } from '../../main/ipc/handlers.ts'
import { fakeDesktop } from '../fakes/desktop.ts'
import { createFakePorts, type FakePorts } from '../fakes/ports.ts'
import { anyJson, anyText, fuzz } from '../support/fuzz.ts'

const NAMES = Object.keys(requestArguments) as RequestName[]
const KEYS = [
  'id',
  'profileId',
  'providerId',
  'method',
  'sinceMs',
  'limit',
  'name',
  'issuer',
  'tokenEndpoint',
  'clientId',
  'scopes',
  'leadSeconds',
  'refreshEncoding',
  'maxConcurrent',
  'notifications',
  'grantEndsHours',
  'quietHours',
  'from',
  'to',
  'mutedProfiles',
  'theme',
  'startAtLogin',
  'welcomed',
]
/** In what is wrong, so that a reply that repeats it is found. */
const MARK = 'CANARY-typed'
const marked = anyText().map((text) => MARK + text)
const good = fc.constantFrom<unknown>(
  'demo',
  'browser',
  'device',
  'form',
  'dark',
  '22:00',
  'csv',
  'https://login.example.test',
  5,
  60_000,
  true,
  ['demo'],
  {},
  { id: 'demo', clientId: 'c', tokenEndpoint: 'https://x.test/t' },
  { theme: 'dark' },
  { limit: 5 },
  { leadSeconds: null },
  { notifications: { quietHours: { from: 'x', to: 'y' } } },
  { providerId: 'openai-codex', method: 'device' },
)
const argument = fc.oneof(
  anyJson(KEYS),
  marked,
  good,
  anyJson(KEYS).map((value) => [value]),
  fc.constantFrom(undefined, Number.NaN, Infinity, new Date(0), new Map(), 5n),
)

async function ask(ports: FakePorts, handlers: Handlers, name: RequestName, args: readonly unknown[]) {
  return ports.clock.run(answer(name, args, handlers, ports.log))
}

/** A core whose network is down. */
async function running(): Promise<{ core: Core; ports: FakePorts; handlers: Handlers }> {
  const ports = createFakePorts()
  const core = createCore(ports)
  await ports.clock.run(core.start({ schedule: false }))
  return { core, ports, handlers: createHandlers(core, fakeDesktop(core)) }
}

const isRefused = (name: RequestName, args: readonly unknown[]): boolean =>
  !requestArguments[name].safeParse(args).success

describe('a request from the window', () => {
  it('is answered with a Reply, whatever it is called with', async () => {
    const { core, ports, handlers } = await running()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        fc.array(argument, { maxLength: 3 }),
        async (name, args) => {
          const reply = await ask(ports, handlers, name, args)
          expect(typeof reply.ok).toBe('boolean')
          structuredClone(reply) // what cannot be cloned would reject in the window instead
          if (reply.ok) return
          expect(reply.failure.message.length).toBeGreaterThan(0)
          expect(JSON.stringify(reply)).not.toMatch(/\.ts:\d|node_modules/)
          if (isRefused(name, args)) expect(JSON.stringify(reply)).not.toContain(MARK)
        },
      ),
      fuzz(800),
    )
    await ports.clock.run(core.close())
  })

  it('that is not taken repeats nothing of it, at any depth', async () => {
    const { core, ports, handlers } = await running()
    const wrong = fc.oneof(
      marked.map((text) => [{ [text]: text }]),
      marked.map((text) => [text, text, text, text]),
      marked.map((text) => [
        { id: 'x', theme: text, method: text, scopes: text, notifications: { [text]: [text] } },
      ]),
      fc.tuple(marked, anyJson([MARK])).map(([text, value]) => [text, { [text]: value }, value, value]),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), wrong, async (name, args) => {
        const before = ports.log.lines.length
        const reply = await ask(ports, handlers, name, args)
        if (!isRefused(name, args)) return
        expect(reply).toMatchObject({ failure: { code: 'ARGUMENT_INVALID' } })
        expect(JSON.stringify([reply, ports.log.lines.slice(before)])).not.toContain(MARK)
      }),
      fuzz(500),
    )
    await ports.clock.run(core.close())
  })
})
