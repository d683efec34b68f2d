/** What the window can say and hear is the contract's list: every name of it, and no other. */
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type Bridge, EVENT_NAMES, type EventName, REQUEST_NAMES } from '../../app/contract/channels.ts'
import type { Core } from '../../app/core.ts'
import { requestArguments } from '../../main/ipc/arguments.ts'
import { type Gate, handleRequests } from '../../main/ipc/handle.ts'
import { createHandlers } from '../../main/ipc/handlers.ts'
import { sendEvent } from '../../main/window/send-event.ts'
import { createFakeBridge } from '../../renderer/preview/fake-bridge.ts'
import { fakeDesktop } from '../fakes/desktop.ts'
import { overviewView } from '../support/views.ts'

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoke: vi.fn(async (..._args: unknown[]) => 'reply'),
  on: vi.fn(),
  off: vi.fn(),
}))
vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, value: unknown) => void electron.exposed.set(name, value),
  },
  ipcRenderer: { invoke: electron.invoke, on: electron.on, off: electron.off },
  webUtils: { getPathForFile: () => '' },
}))

const STRANGERS = ['shell:run', '', '__proto__', 'constructor', 'toString', 'overview:get ', 'length']
const core = { overview: () => overviewView([]) } as unknown as Core
const sorted = (names: Iterable<string>) => [...names].sort()
let bridge: Bridge

beforeAll(async () => {
  await import('../../main/preload.ts')
  bridge = electron.exposed.get('bridge') as Bridge
})

describe('the requests of the contract', () => {
  it('are what preload lets through, with their arguments, and nothing else is', async () => {
    expect([...electron.exposed.keys()]).toEqual(['bridge'])
    const request = bridge.request as (name: string, ...args: unknown[]) => Promise<unknown>
    for (const name of REQUEST_NAMES) expect(await request(name, 'one', 2)).toBe('reply')
    expect(electron.invoke.mock.calls).toEqual(REQUEST_NAMES.map((name) => [name, 'one', 2]))
    for (const name of [...STRANGERS, ...EVENT_NAMES])
      await expect(request(name)).rejects.toThrow('no such request')
    expect(electron.invoke).toHaveBeenCalledTimes(REQUEST_NAMES.length)
  })

  it('have each a handler, a shape for the arguments and a listener, and there are no others', () => {
    const listened: string[] = []
    const handlers = createHandlers(core, fakeDesktop(core))
    const gate = { ipc: { handle: (name: string) => void listened.push(name) } } as unknown as Gate
    handleRequests(gate, handlers)
    expect(REQUEST_NAMES.length).toBeGreaterThan(30)
    expect(listened).toEqual(REQUEST_NAMES)
    expect(sorted(Object.keys(handlers))).toEqual(sorted(REQUEST_NAMES))
    expect(sorted(Object.keys(requestArguments))).toEqual(sorted(REQUEST_NAMES))
  })

  it('are known to the bridge that stands in for the real one, too', async () => {
    const fake = createFakeBridge({ overview: overviewView([]), now: () => 0 })
    for (const name of REQUEST_NAMES) fake.refuse(name, { code: 'INTERNAL', message: name })
    for (const name of REQUEST_NAMES) {
      const ask = fake.request as (name: string) => Promise<unknown>
      expect(await ask(name)).toMatchObject({ ok: false, failure: { message: name } })
    }
  })
})

describe('the events of the contract', () => {
  it('are what the window may listen to, until it has heard enough', () => {
    for (const name of EVENT_NAMES) {
      const heard: unknown[] = []
      const stop = bridge.on(name, (payload) => void heard.push(payload))
      const [channel, listener] = electron.on.mock.lastCall as [string, (...args: unknown[]) => void]
      expect(channel).toBe(name)
      listener({ sender: 'not for the window' }, name)
      expect(heard).toEqual([name])
      stop()
      expect(electron.off).toHaveBeenLastCalledWith(name, listener)
    }
    for (const name of [...STRANGERS, ...REQUEST_NAMES])
      expect(() => bridge.on(name as EventName, () => undefined)).toThrow('no such event')
    expect(electron.on).toHaveBeenCalledTimes(EVENT_NAMES.length)
  })

  it('are sent by their names, and nowhere while there is no window', () => {
    const send = vi.fn()
    sendEvent({ send }, 'navigate', { screen: 'nodes' })
    sendEvent(undefined, 'navigate', { screen: 'nodes' })
    expect(send.mock.calls).toEqual([['navigate', { screen: 'nodes' }]])
  })
})
