import { execFile, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { lock as properLock } from 'proper-lockfile'
import { beforeAll, describe, expect, it } from 'vitest'
import { createNodePorts } from '../../../../app/platform/node-ports.ts'
import { createProcess } from '../../../../app/platform/process/process.ts'
import { createOpenClawStore } from '../../../../app/stores/openclaw/store.ts'
import { bundleForNode } from '../../../support/bundle.ts'
import {
  CODEX,
  codexProfile,
  findBuiltIn,
  holderAt,
  makePlace,
  type Place,
} from '../../../support/openclaw.ts'

const run = promisify(execFile)
const LOCKER = join(import.meta.dirname, '../../../support/openclaw-locker.mjs')

let racer: string
beforeAll(async () => {
  racer = await bundleForNode('test/support/openclaw-racer.ts', 'openclaw-racer')
})

function environment(place: Place): NodeJS.ProcessEnv {
  return { ...process.env, OPENCLAW_STATE_DIR: place.state, NODE_ENV: 'test' }
}

/** Our store, in this process, with real liveness of other processes. */
function realStore(place: Place) {
  const ports = createNodePorts({ label: 'test', env: environment(place) })
  return createOpenClawStore({ ...ports, process: createProcess('test', environment(place)) }, findBuiltIn)
}

/** Holds it until its standard input ends. */
async function locker(place: Place, release = 'release') {
  const child = spawn(process.execPath, [LOCKER, `${place.path()}.lock`, release])
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}

describe('OpenClaw’s locks between processes', () => {
  it('let one racer in at a time, and none of its writes is lost', async () => {
    const place = makePlace()
    for (const agent of ['main', 'ops', 'web'])
      place.put({ [CODEX]: codexProfile({ access: 'access-0' }) }, agent)
    const marker = join(place.state, 'inside')
    const results = await Promise.all(
      [1, 2, 3, 4].map(() => run(process.execPath, [racer, '6', marker], { env: environment(place) })),
    )
    for (const { stdout } of results)
      expect(JSON.parse(stdout)).toEqual(Array.from({ length: 18 }, () => 'written'))
    for (const agent of ['main', 'ops', 'web']) {
      expect(place.json(agent).profiles[CODEX]?.access).toBe('access-24')
      expect(readdirSync(join(place.path(agent), '..'))).toEqual(['auth-profiles.json'])
    }
  })

  it('wait for a process that holds one as OpenClaw does', async () => {
    const place = makePlace()
    place.put({ [CODEX]: codexProfile() })
    const child = await locker(place)
    const store = realStore(place)
    await expect(store.writing.lock([holderAt(place)], 300)).rejects.toThrow(`process ${child.pid}`)
    expect(existsSync(`${place.path()}.lock`)).toBe(true)
    setTimeout(() => child.stdin.end(), 500)
    await (await store.writing.lock([holderAt(place)], 60_000)).release()
    expect(existsSync(`${place.path()}.lock`)).toBe(false)
  })

  it('are taken over from a process that died holding one', async () => {
    const place = makePlace()
    place.put({ [CODEX]: codexProfile() })
    const child = await locker(place, 'keep')
    child.stdin.end()
    await new Promise((resolve) => child.once('exit', resolve))
    expect(existsSync(`${place.path()}.lock`)).toBe(true)
    await (await realStore(place).writing.lock([holderAt(place)], 5_000)).release()
  })

  it('keep out OpenClaws of either kind while ours is held', async () => {
    const place = makePlace()
    place.put({ [CODEX]: codexProfile() })
    const lock = await realStore(place).writing.lock([holderAt(place)], 1_000)
    await expect(run(process.execPath, [LOCKER, `${place.path()}.lock`])).rejects.toThrow('EEXIST')
    await expect(properLock(place.path(), { stale: 30_000 })).rejects.toMatchObject({ code: 'ELOCKED' })
    await lock.release()
  })

  it('wait for an older OpenClaw’s lock folder, and are one for it where it is that old', async () => {
    const place = makePlace()
    place.put({ [CODEX]: codexProfile() })
    place.config('{"meta": {"lastTouchedVersion": "2026.2.3"}}')
    const store = realStore(place)
    const release = await properLock(place.path(), { stale: 30_000 })
    await expect(store.writing.lock([holderAt(place)], 300)).rejects.toMatchObject({ code: 'STORE_LOCKED' })
    setTimeout(() => void release(), 500)
    const lock = await store.writing.lock([holderAt(place)], 60_000)
    await expect(properLock(place.path(), { stale: 30_000 })).rejects.toMatchObject({ code: 'ELOCKED' })
    await lock.release()
    await (await properLock(place.path(), { stale: 30_000 }))()
  })
})
