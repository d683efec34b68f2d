/** Locks of real processes: running, stopped, killed, and one that changes hands before it is removed. */
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LockView } from '../../../app/contract/views.ts'
import type { Core } from '../../../app/core.ts'
import { grantLockName } from '../../../app/engine/refresh/grant-lock.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { HomeMachine } from '../../support/home-machine.ts'
import { startWorker } from '../../support/platform-processes.ts'

const CODEX = 'openai-codex:ada@example.test'
const MINUTE = 60_000
const posix = process.platform !== 'win32'

let home: Home
let core: Core
let file: string

beforeEach(async () => {
  home = await makeHome()
  file = await home.writeAgent('main', {
    [CODEX]: {
      type: 'oauth',
      provider: 'openai-codex',
      access: 'CANARY-access',
      refresh: 'CANARY-refresh',
      expires: Date.UTC(2040, 0, 1),
      email: 'ada@example.test',
    },
  })
  core = await new HomeMachine(home).open()
})
afterEach(async () => {
  await core.close()
  await home.remove()
})

async function lockAt(path: string): Promise<LockView | undefined> {
  return (await core.locks(CODEX)).find((lock) => lock.path === path)
}

/** As OpenClaw writes it. */
async function openClawLock(pid: number, ageMs: number): Promise<string> {
  const path = `${file}.lock`
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, JSON.stringify({ pid, createdAt: new Date(Date.now() - ageMs).toISOString() }))
  return path
}

describe('the locks around a login', () => {
  it.runIf(posix)(
    'are told apart: held, held by a stopped process, left behind by a killed one',
    async () => {
      const ports = createNodePorts({ label: 'test', env: home.env })
      const name = grantLockName(ports, { provider: 'openai-codex', id: CODEX } as never)
      const own = join(ports.paths.locks, `${name}.lock`)
      const worker = await startWorker(home.path)
      expect(await worker.ask({ do: 'hold', name })).toBe(true)
      const foreign = await openClawLock(worker.pid, 10 * MINUTE)
      const both = async () => [await lockAt(own), await lockAt(foreign)]
      const pid = worker.pid

      expect(await both()).toMatchObject([
        { pid, state: 'live', removable: false },
        { pid, state: 'live', removable: false },
      ])

      process.kill(pid, 'SIGSTOP')
      await expect.poll(async () => (await lockAt(own))?.state).toBe('suspended')
      for (const lock of await both()) {
        if (!lock) throw new Error('a lock is missing')
        expect(lock).toMatchObject({ pid, state: 'suspended', removable: false })
        await expect(core.removeLock(CODEX, lock.path, lock.identity)).rejects.toMatchObject({
          code: 'STORE_LOCKED',
        })
        expect(existsSync(lock.path)).toBe(true)
      }
      const doctor = (await core.doctor()).filter(({ check }) => check === 'locks')
      expect(
        doctor.map(({ level, todo }) => [level, todo?.includes(`process ${pid} go on, or end it`)]),
      ).toEqual([
        ['warn', true],
        ['warn', true],
      ])

      process.kill(pid, 'SIGCONT')
      await expect.poll(async () => (await lockAt(own))?.state).toBe('live')

      await worker.kill()
      const left = await both()
      expect(left).toMatchObject([
        { pid, state: 'dead', removable: true },
        { pid, state: 'dead', removable: true, olderThanThreshold: true },
      ])
      for (const lock of left) if (lock) await core.removeLock(CODEX, lock.path, lock.identity)
      expect(await core.locks(CODEX)).toEqual([])
      expect([existsSync(own), existsSync(foreign)]).toEqual([false, false])
    },
  )

  it('are not removed once another process has them, although they look alike', async () => {
    const dead = await startWorker(home.path)
    await dead.kill()
    const path = await openClawLock(dead.pid, 10 * MINUTE)
    const shown = await lockAt(path)
    expect(shown?.removable).toBe(true)
    await openClawLock(process.pid, 0)
    const now = await readFile(path, 'utf8')
    await expect(core.removeLock(CODEX, path, shown?.identity ?? '')).rejects.toMatchObject({
      code: 'STORE_CHANGED',
      message: expect.stringContaining(path),
    })
    expect(await readFile(path, 'utf8')).toBe(now)
  })
})
