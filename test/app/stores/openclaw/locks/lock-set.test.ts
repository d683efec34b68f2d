import { describe, expect, it } from 'vitest'
import type { Holder } from '../../../../../app/model/holder.ts'
import { createOpenClawStore } from '../../../../../app/stores/openclaw/store.ts'
import { createFakePorts, type FakePorts } from '../../../../fakes/ports.ts'
import { FakeProcess } from '../../../../fakes/process.ts'
import { CODEX, codexProfile, findBuiltIn } from '../../../../support/openclaw.ts'

const STATE = '/home/ada/.openclaw'
const SECOND = 1_000
const folderOf = (agent: string): string => `${STATE}/agents/${agent}/agent`
const fileOf = (agent: string): string => `${folderOf(agent)}/auth-profiles.json`
const lockOf = (agent: string): string => `${fileOf(agent)}.lock`
const REFRESH_LOCKS = `${STATE}/locks/oauth-refresh`

function holder(agent = 'main', entry = CODEX): Holder {
  return {
    store: 'openclaw',
    id: `openclaw:${agent}:${entry}`,
    label: `OpenClaw · ${agent}`,
    path: fileOf(agent),
    entry,
  }
}

function machine(agents: readonly string[] = ['main'], version?: string) {
  const ports = createFakePorts()
  for (const agent of agents) {
    ports.files.put(fileOf(agent), JSON.stringify({ version: 1, profiles: { [CODEX]: codexProfile() } }))
  }
  if (version)
    ports.files.put(`${STATE}/openclaw.json`, JSON.stringify({ meta: { lastTouchedVersion: version } }))
  return { ports, files: ports.files, clock: ports.clock, store: createOpenClawStore(ports, findBuiltIn) }
}

/** Another program's lock file. */
function payload(ports: FakePorts, part: Record<string, unknown> = {}): string {
  return JSON.stringify({ pid: 99, createdAt: new Date(ports.clock.now()).toISOString(), ...part }, null, 2)
}

describe('OpenClaw’s locks', () => {
  it('are taken in OpenClaw’s order: refresh locks, then files by path, the main agent’s last', async () => {
    const { files, store } = machine(['zoe', 'main', 'bob'])
    const made: string[] = []
    files.before = (operation, path) => {
      if (operation === 'createExclusive') made.push(path)
    }
    const lock = await store.writing.lock([holder('main'), holder('zoe'), holder('bob')], SECOND)
    expect(made.map((path) => path.replace(/(sha256|lock)-[0-9a-f]+/, '$1'))).toEqual([
      `${REFRESH_LOCKS}/sha256.lock`,
      `${REFRESH_LOCKS}/lock.lock`,
      lockOf('bob'),
      lockOf('zoe'),
      lockOf('main'),
    ])
    await lock.release()
    expect(Object.keys(files.all()).filter((path) => path.endsWith('.lock'))).toEqual([])
  })

  it('say who holds them in the form OpenClaw reads', async () => {
    const { files, clock, store } = machine()
    const lock = await store.writing.lock([holder()], SECOND)
    expect(files.text(lockOf('main'))).toBe(
      JSON.stringify({ pid: 4711, createdAt: new Date(clock.now()).toISOString() }, null, 2),
    )
    await lock.release()
  })

  it('never look thirty seconds old while held', async () => {
    const { files, clock, store } = machine()
    const lock = await store.writing.lock([holder()], SECOND)
    for (let n = 0; n < 12; n++) {
      await clock.advance(10 * SECOND)
      const { createdAt } = JSON.parse(files.text(lockOf('main')) ?? '')
      expect(clock.now() - Date.parse(createdAt)).toBeLessThan(8 * SECOND)
      expect(await lock.stillHeld()).toBe(true)
    }
    await lock.release()
    expect(await lock.stillHeld()).toBe(false)
    await clock.advance(60 * SECOND)
    expect(files.text(lockOf('main'))).toBeUndefined()
  })

  it('are known to be lost when another program took one, and that one is left alone', async () => {
    const { files, ports, clock, store } = machine()
    const lock = await store.writing.lock([holder()], SECOND)
    files.put(lockOf('main'), payload(ports))
    expect(await lock.stillHeld()).toBe(false)
    await clock.advance(10 * SECOND)
    await lock.release()
    expect(files.text(lockOf('main'))).toBe(
      payload(ports, { createdAt: new Date(clock.now() - 10 * SECOND).toISOString() }),
    )
  })

  it('are waited for while a live process holds one, whatever its age, and nothing is kept meanwhile', async () => {
    const { files, ports, clock, store } = machine(['main', 'ops'])
    ports.process.start(99, 'boot.1.5')
    files.put(lockOf('main'), payload(ports, { createdAt: '2020-01-01T00:00:00.000Z' }))
    let taken = false
    const waiting = store.writing.lock([holder('main'), holder('ops')], 300 * SECOND).then((lock) => {
      taken = true
      return lock
    })
    await clock.advance(200 * SECOND)
    expect(taken).toBe(false)
    expect(Object.keys(files.all()).filter((path) => path.endsWith('.lock'))).toEqual([lockOf('main')])
    files.delete(lockOf('main'))
    const lock = await clock.run(waiting)
    expect(await lock.stillHeld()).toBe(true)
    await lock.release()
  })

  it('are given up on in the end, naming file, holder and age', async () => {
    const { files, ports, clock, store } = machine()
    ports.process.start(99, 'boot.1.5')
    files.put(lockOf('main'), payload(ports))
    await clock.advance(7 * SECOND)
    const error = await clock
      .run(store.writing.lock([holder()], 5 * SECOND))
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'STORE_LOCKED', hint: expect.stringContaining('ps -p 99') })
    expect(String(error)).toContain(lockOf('main'))
    expect(String(error)).toContain('process 99 for 12 s')
    expect(Object.keys(files.all()).filter((path) => path.endsWith('.lock'))).toEqual([lockOf('main')])
  })

  it('stop being waited for when nobody wants them any more', async () => {
    const { files, ports, clock, store } = machine()
    ports.process.start(99, 'boot.1.5')
    files.put(lockOf('main'), payload(ports))
    const cancel = new AbortController()
    const waiting = store.writing.lock([holder()], 3_600 * SECOND, cancel.signal)
    setTimeout(() => cancel.abort(), 10)
    await expect(clock.run(waiting)).rejects.toMatchObject({ code: 'STORE_LOCKED' })
  })

  it.each([
    ['a dead process', {}, false],
    ['a process with the pid, but another start', { starttime: 5 }, true],
  ])('are taken over at once from %s', async (_, part, pidRuns) => {
    const { files, ports, clock, store } = machine()
    if (pidRuns) ports.process.start(99, '..6')
    files.put(lockOf('main'), payload(ports, part))
    const lock = await clock.run(store.writing.lock([holder()], SECOND))
    expect(JSON.parse(files.text(lockOf('main')) ?? '').pid).toBe(4711)
    expect(await files.stat(`${lockOf('main')}.reclaim`)).toBeUndefined()
    await lock.release()
  })

  it('are not taken over from a process with the right start', async () => {
    const { files, ports, clock, store } = machine()
    ports.process.start(99, '..5')
    files.put(lockOf('main'), payload(ports, { starttime: 5 }))
    await expect(clock.run(store.writing.lock([holder()], 60 * SECOND))).rejects.toMatchObject({
      code: 'STORE_LOCKED',
    })
  })

  it.each([
    ['an empty file', ''],
    ['half a file', '{"pid": 9'],
    ['no pid', '{"createdAt": "2020-01-01T00:00:00.000Z"}'],
    ['our own pid from an earlier life', '{"pid": 4711, "createdAt": "2020-01-01T00:00:00.000Z"}'],
  ])('that say nothing (%s) are taken over after 35 s under our eyes', async (_, text) => {
    const { files, clock, store } = machine()
    files.put(lockOf('main'), text)
    await clock.advance(3_600 * SECOND) // its age alone says nothing: the machine may have slept
    const startMs = clock.now()
    const lock = await clock.run(store.writing.lock([holder()], 60 * SECOND))
    expect(clock.now() - startMs).toBeGreaterThanOrEqual(35 * SECOND)
    expect(clock.now() - startMs).toBeLessThan(37 * SECOND)
    await lock.release()
  })

  it('are not taken over when the machine slept through the 35 s', async () => {
    const { files, clock, store } = machine()
    files.put(lockOf('main'), '')
    const waiting = store.writing.lock([holder()], 3_600 * SECOND)
    await clock.advance(SECOND)
    clock.jump(600 * SECOND)
    await clock.advance(20 * SECOND)
    expect(files.text(lockOf('main'))).toBe('')
    await (await clock.run(waiting)).release()
  })

  it('are left alone while somebody cleans up, and a forgotten clean-up is named', async () => {
    const { files, clock, store } = machine()
    await files.makeFolder(`${lockOf('main')}.reclaim`)
    await clock.advance(90 * SECOND)
    const error = await clock
      .run(store.writing.lock([holder()], 2 * SECOND))
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      code: 'STORE_LOCKED',
      hint: expect.stringContaining(`${lockOf('main')}.reclaim`),
    })
    expect(String(error)).toContain('for 92 s')
  })

  it('come back from a guard whose owner died: it goes once it was seen unchanged, awake, for long enough', async () => {
    const { files, ports, clock, store } = machine()
    files.put(lockOf('main'), payload(ports))
    await files.makeFolder(`${lockOf('main')}.reclaim`)
    const waiting = store.writing.lock([holder()], 3_600 * SECOND)
    await clock.advance(30 * SECOND)
    expect(await files.stat(`${lockOf('main')}.reclaim`)).toBeDefined()
    clock.jump(600 * SECOND) // asleep: its owner was, too
    await clock.advance(SECOND)
    expect(await files.stat(`${lockOf('main')}.reclaim`)).toBeDefined()
    const lock = await clock.run(waiting)
    expect(await files.stat(`${lockOf('main')}.reclaim`)).toBeUndefined()
    expect(await lock.stillHeld()).toBe(true)
    await lock.release()
  })

  it('are not let go of by a guard that cannot be removed: it is named as before', async () => {
    const { files, clock, store } = machine()
    await files.makeFolder(`${lockOf('main')}.reclaim`)
    files.before = (operation) => {
      if (operation === 'removeFolder') throw new Error('not empty')
    }
    await expect(clock.run(store.writing.lock([holder()], 60 * SECOND))).rejects.toMatchObject({
      code: 'STORE_LOCKED',
      hint: expect.stringContaining('.reclaim'),
    })
  })

  it('leave no guard behind when the take-over fails', async () => {
    const { files, ports, clock, store } = machine()
    files.put(lockOf('main'), payload(ports))
    files.before = (operation, path) => {
      if (operation === 'remove' && path === lockOf('main')) throw new Error('disk on fire')
    }
    await expect(clock.run(store.writing.lock([holder()], SECOND))).rejects.toThrow('disk on fire')
    expect(await files.stat(`${lockOf('main')}.reclaim`)).toBeUndefined()
    expect(Object.keys(files.all()).filter((path) => path.startsWith(REFRESH_LOCKS))).toEqual([])
  })

  it('go to one of two: a lock that changed under the guard is not taken over', async () => {
    const { files, ports, clock, store } = machine()
    files.put(lockOf('main'), payload(ports))
    ports.process.start(98, 'boot.1.6')
    let stolen = false
    files.before = (operation, path) => {
      if (operation !== 'makeFolderExclusive' || stolen) return
      stolen = true
      files.put(path.replace('.reclaim', ''), payload(ports, { pid: 98 }))
    }
    await expect(clock.run(store.writing.lock([holder()], 2 * SECOND))).rejects.toThrow('process 98')
    expect(files.text(lockOf('main'))).toContain('98')
  })

  it('cover a linked file under both its names', async () => {
    const { files, store } = machine(['main'])
    files.link(fileOf('ops'), fileOf('main'))
    const lock = await store.writing.lock([holder('ops'), holder('main')], SECOND)
    expect(files.text(lockOf('ops'))).toBeDefined()
    expect(files.text(lockOf('main'))).toBeDefined()
    await lock.release()
  })

  it('exclude two Lamplighters from each other', async () => {
    const { ports, clock, store } = machine(['main', 'ops'])
    const process = new FakeProcess({ pid: 4712, startedAt: 'boot.1.101' })
    process.start(4711, 'boot.1.100')
    const sibling = createOpenClawStore(createFakePorts({ files: ports.files, clock, process }), findBuiltIn)
    ports.process.start(4712, 'boot.1.101')
    const first = await store.writing.lock([holder('main'), holder('ops')], SECOND)
    await expect(clock.run(sibling.writing.lock([holder('ops')], 2 * SECOND))).rejects.toThrow('process 4711')
    await first.release()
    await (await clock.run(sibling.writing.lock([holder('ops')], 2 * SECOND))).release()
  })
})

describe('The lock folders of OpenClaws before 2026.2.13', () => {
  const old = (agents?: readonly string[]) => machine(agents, '2026.2.12')

  it('are what Lamplighter takes there, with no refresh locks', async () => {
    const { files, store } = old()
    const lock = await store.writing.lock([holder()], SECOND)
    expect((await files.stat(lockOf('main')))?.kind).toBe('directory')
    expect(await files.stat(REFRESH_LOCKS)).toBeUndefined()
    expect(await lock.stillHeld()).toBe(true)
    await lock.release()
    expect(await files.stat(lockOf('main'))).toBeUndefined()
  })

  it('are kept fresh', async () => {
    const { files, clock, store } = old()
    const lock = await store.writing.lock([holder()], SECOND)
    await clock.advance(61 * SECOND)
    expect(clock.now() - ((await files.stat(lockOf('main')))?.mtimeMs ?? 0)).toBeLessThan(8 * SECOND)
    expect(await lock.stillHeld()).toBe(true)
    await lock.release()
  })

  it.each(['2026.2.12', '2026.3.13', undefined])(
    'are waited for while their time moves (OpenClaw %s)',
    async (version) => {
      const { files, clock, store } = machine(['main'], version)
      await files.makeFolder(lockOf('main'))
      const waiting = store.writing.lock([holder()], 3_600 * SECOND)
      for (let n = 0; n < 12; n++) {
        await clock.advance(10 * SECOND)
        await files.touch(lockOf('main'))
      }
      expect((await files.stat(lockOf('main')))?.kind).toBe('directory')
      await files.removeFolder(lockOf('main'))
      await (await clock.run(waiting)).release()
    },
  )

  it('are taken over once their time stood still for 35 s under our eyes', async () => {
    const { files, clock, store } = old()
    await files.makeFolder(lockOf('main'))
    await clock.advance(3_600 * SECOND)
    const startMs = clock.now()
    await (await clock.run(store.writing.lock([holder()], 60 * SECOND))).release()
    expect(clock.now() - startMs).toBeGreaterThanOrEqual(35 * SECOND)
  })
})
