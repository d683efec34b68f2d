/** What a heartbeat and a clock that is set back do to one of OpenClaw's locks. */
import { expect, it } from 'vitest'
import { createOpenClawStore } from '../../../../app/stores/openclaw/store.ts'
import { settle } from '../../../fakes/clock.ts'
import { createFakePorts, type FakePorts } from '../../../fakes/ports.ts'
import { CODEX, codexProfile, findBuiltIn } from '../../../support/openclaw.ts'

const STATE = '/home/ada/.openclaw'
const FILE = `${STATE}/agents/main/agent/auth-profiles.json`
const HOUR = 60 * 60_000
const HOLDER = {
  store: 'openclaw',
  id: `openclaw:main:${CODEX}`,
  label: '',
  path: FILE,
  entry: CODEX,
} as const

/** A machine with one agent of that OpenClaw. */
function portsOf(version: string): FakePorts {
  const ports = createFakePorts()
  ports.files.put(FILE, JSON.stringify({ version: 1, profiles: { [CODEX]: codexProfile() } }))
  ports.files.put(`${STATE}/openclaw.json`, JSON.stringify({ meta: { lastTouchedVersion: version } }))
  return ports
}

it.each([
  ['a lock file', '2026.5.1'],
  ['a lock folder', '2026.2.1'],
])(
  '%s that is renewed while somebody asks whether it is held stays ours, and is let go',
  async (_name, version) => {
    const ports = portsOf(version)
    let gate: Promise<void> | undefined
    const slow = async <T>(path: string, work: Promise<T>): Promise<T> => {
      const value = await work
      if (path.endsWith('.lock')) await gate
      return value
    }
    const files = new Proxy(ports.files, {
      get(target, name) {
        if (name === 'read') return (path: string) => slow(path, target.read(path)) // by the thread pool: it takes its time
        if (name === 'stat') return (path: string) => slow(path, target.stat(path))
        const member: unknown = Reflect.get(target, name)
        return typeof member === 'function' ? member.bind(target) : member
      },
    })
    const store = createOpenClawStore({ ...ports, files }, findBuiltIn)
    const lock = await store.writing.lock([HOLDER], 1_000)
    await ports.clock.advance(4_900)
    let open = (): void => undefined
    gate = new Promise((resolve) => (open = resolve))
    const asked = lock.stillHeld()
    await settle()
    gate = undefined
    await ports.clock.advance(200) // the heartbeat
    open()
    expect(await asked).toBe(true)
    await lock.release()
    expect(Object.keys(ports.files.all()).filter((path) => path.endsWith('.lock'))).toEqual([])
    expect(await ports.files.stat(`${FILE}.lock`)).toBeUndefined()
  },
)

it('a lock that a dead OpenClaw of the first era left is taken over although the clock was set back since', async () => {
  const ports = portsOf('2026.2.1')
  await ports.files.makeFolder(`${FILE}.lock`) // proper-lockfile's: no pid, only a time
  ports.clock.set(-2 * HOUR)
  const lock = await ports.clock.run(createOpenClawStore(ports, findBuiltIn).writing.lock([HOLDER], 60_000))
  expect(await lock.stillHeld()).toBe(true)
  await lock.release()
})
