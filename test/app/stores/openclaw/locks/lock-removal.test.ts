import { describe, expect, it } from 'vitest'
import type { Holder } from '../../../../../app/model/holder.ts'
import { createOpenClawStore } from '../../../../../app/stores/openclaw/store.ts'
import { createFakePorts } from '../../../../fakes/ports.ts'
import { CODEX, codexProfile, findBuiltIn } from '../../../../support/openclaw.ts'

const STATE = '/home/ada/.openclaw'
const FILE = `${STATE}/agents/main/agent/auth-profiles.json`
const LOCK = `${FILE}.lock`
const SECOND = 1_000
const MAIN: Holder = {
  store: 'openclaw',
  id: `openclaw:main:${CODEX}`,
  label: 'main',
  path: FILE,
  entry: CODEX,
}

function machine() {
  const ports = createFakePorts()
  const { files, clock, process } = ports
  files.put(FILE, JSON.stringify({ version: 1, profiles: { [CODEX]: codexProfile() } }))
  const store = createOpenClawStore(ports, findBuiltIn)
  return {
    ports,
    files,
    clock,
    process,
    /** Another program's lock, taken now. */
    lockedBy(pid: number | undefined, path = LOCK) {
      const text = { ...(pid === undefined ? {} : { pid }), createdAt: new Date(clock.now()).toISOString() }
      files.put(path, JSON.stringify(text))
    },
    async seen(path = LOCK) {
      const lock = (await store.locks.held([MAIN])).find((one) => one.path === path)
      if (!lock) throw new Error(`no lock ${path}`)
      return lock
    },
    remove: (identity: string, path = LOCK) => clock.run(store.locks.remove([MAIN], path, identity)),
    async refreshLock() {
      const held = await store.writing.lock([MAIN], SECOND)
      const path = (await store.locks.held([MAIN])).find((one) => one.path.includes('oauth-refresh'))?.path
      await held.release()
      return path ?? ''
    },
  }
}

describe('a lock of OpenClaw’s, looked at,', () => {
  it('is live while its process runs, however old it is, and never removable', async () => {
    const { process, clock, lockedBy, seen } = machine()
    process.start(99, 'boot.1.5')
    lockedBy(99)
    await clock.advance(3_600 * SECOND)
    expect(await seen()).toMatchObject({
      pid: 99,
      state: 'live',
      thresholdMs: 30_000,
      olderThanThreshold: true,
      removable: false,
    })
  })

  it('is suspended while its process is stopped, and not removable either', async () => {
    const { process, clock, lockedBy, seen, remove, files } = machine()
    process.start(99, 'boot.1.5')
    process.suspended.add(99)
    lockedBy(99)
    await clock.advance(3_600 * SECOND)
    const lock = await seen()
    expect(lock).toMatchObject({ state: 'suspended', removable: false })
    expect(await remove(lock.identity)).toBe('held')
    expect(files.text(LOCK)).toBeDefined()
    process.suspended.delete(99)
    expect((await seen()).state).toBe('live')
  })

  it('is removable once its process is dead and OpenClaw’s own threshold has passed', async () => {
    const { clock, lockedBy, seen } = machine()
    lockedBy(99)
    expect(await seen()).toMatchObject({ state: 'dead', olderThanThreshold: false, removable: false })
    await clock.advance(30 * SECOND)
    expect((await seen()).removable).toBe(false)
    await clock.advance(1)
    expect(await seen()).toMatchObject({ state: 'dead', olderThanThreshold: true, removable: true })
  })

  it('has a longer threshold around a refresh', async () => {
    const { clock, lockedBy, seen, refreshLock } = machine()
    const path = await refreshLock()
    lockedBy(99, path)
    await clock.advance(31 * SECOND)
    expect(await seen(path)).toMatchObject({ thresholdMs: 180_000, removable: false })
    await clock.advance(150 * SECOND)
    expect((await seen(path)).removable).toBe(true)
  })

  it('from the future is not old', async () => {
    const { clock, lockedBy, seen } = machine()
    lockedBy(99)
    clock.jump(-3_600 * SECOND)
    expect(await seen()).toMatchObject({ olderThanThreshold: false, removable: false })
  })

  it('tells its identity without telling what is in it', async () => {
    const { files, seen } = machine()
    files.put(LOCK, '{"pid": 99, "user": "CANARY"}')
    expect(JSON.stringify(await seen())).not.toContain('CANARY')
  })
})

describe('removing a lock of OpenClaw’s', () => {
  it('takes away the one that was shown, under OpenClaw’s guard, and leaves no guard behind', async () => {
    const { files, clock, lockedBy, seen, remove } = machine()
    lockedBy(99)
    await clock.advance(31 * SECOND)
    const made: string[] = []
    files.before = (operation, path) => {
      if (operation === 'makeFolderExclusive') made.push(path)
    }
    expect(await remove((await seen()).identity)).toBe('removed')
    expect(made).toEqual([`${LOCK}.reclaim`])
    expect(await files.stat(LOCK)).toBeUndefined()
    expect(await files.stat(`${LOCK}.reclaim`)).toBeUndefined()
  })

  it('leaves a lock alone that changed hands between the look and the removal', async () => {
    const { files, clock, lockedBy, seen, remove } = machine()
    lockedBy(99)
    await clock.advance(31 * SECOND)
    const { identity } = await seen()
    lockedBy(98) // dead as well, and not the one that was shown
    await clock.advance(31 * SECOND)
    expect(await remove(identity)).toBe('changed')
    expect(files.text(LOCK)).toContain('98')
  })

  it('leaves a lock alone that changes hands at the very last moment', async () => {
    const { files, clock, process, lockedBy, seen, remove } = machine()
    process.start(98, 'boot.1.6')
    lockedBy(99)
    await clock.advance(31 * SECOND)
    const { identity } = await seen()
    files.before = (operation) => {
      if (operation === 'makeFolderExclusive') lockedBy(98)
    }
    expect(await remove(identity)).toBe('changed')
    expect(files.text(LOCK)).toContain('98')
  })

  it('refuses before the threshold, and from a process that lives', async () => {
    const { files, clock, process, lockedBy, seen, remove } = machine()
    lockedBy(99)
    expect(await remove((await seen()).identity)).toBe('held')
    process.start(97, 'boot.1.7')
    lockedBy(97)
    await clock.advance(3_600 * SECOND)
    expect(await remove((await seen()).identity)).toBe('held')
    expect(files.text(LOCK)).toContain('97')
  })

  it('says when there is nothing any more, and touches no path that is no lock of these holders', async () => {
    const { files, clock, lockedBy, seen, remove } = machine()
    lockedBy(99)
    await clock.advance(31 * SECOND)
    const { identity } = await seen()
    files.delete(LOCK)
    expect(await remove(identity)).toBe('gone')
    expect(await remove(identity, FILE)).toBe('gone')
    expect(files.text(FILE)).toBeDefined()
  })

  it('watches one that names nobody for 35 s before it takes it away', async () => {
    const { files, clock, seen, remove } = machine()
    files.put(LOCK, '')
    await clock.advance(31 * SECOND)
    const lock = await seen()
    expect(lock).toMatchObject({ state: 'unknown', removable: true })
    const startMs = clock.now()
    expect(await remove(lock.identity)).toBe('removed')
    expect(clock.now() - startMs).toBeGreaterThanOrEqual(34 * SECOND)
    expect(await files.stat(LOCK)).toBeUndefined()
  })

  it('leaves one that names nobody alone as soon as somebody touches it', async () => {
    const { files, clock, seen, remove } = machine()
    await files.makeFolderExclusive(LOCK) // as OpenClaws before 2026.2.13 do
    await clock.advance(31 * SECOND)
    const lock = await seen()
    expect(lock).toMatchObject({ state: 'unknown', removable: true })
    void clock.sleep(10 * SECOND).then(() => files.touch(LOCK))
    expect(await remove(lock.identity)).toBe('changed')
    expect((await files.stat(LOCK))?.kind).toBe('directory')
  })
})
