/** Who a caller is, from what the bus says of it and what the system knows. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { realpathSync } from 'node:fs'
import { userInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { busCaller } from '../../../../app/platform/bus/bus-caller.ts'

const US = userInfo().uid
const credentials = (pid: number, uid = US) =>
  new Map<string, unknown>([
    ['ProcessID', pid],
    ['UnixUserID', uid],
  ])

describe.runIf(process.platform === 'linux')('a caller on the bus', () => {
  it('is known by the file that its process runs', async () => {
    const executable = realpathSync(process.execPath)
    expect(await busCaller(credentials(process.pid))).toEqual({
      isSameUser: true,
      pid: process.pid,
      executable,
    })
    const child = spawn('sleep', ['60'])
    await once(child, 'spawn')
    expect((await busCaller(credentials(child.pid ?? 0))).executable).toMatch(
      /^\/.*\/(sleep|coreutils|busybox)$/,
    )
    child.kill()
    await once(child, 'exit')
    expect(await busCaller(credentials(child.pid ?? 0))).toEqual({ isSameUser: true, pid: child.pid })
  })

  it.runIf(spawnSync('unshare', ['-m', 'true']).status === 0)(
    'is another program in a container, whatever its path is there',
    async () => {
      const child = spawn('unshare', ['-m', 'sh', '-c', 'echo ready; exec sleep 60'])
      await once(child.stdout, 'data')
      expect((await busCaller(credentials(child.pid ?? 0))).executable).toMatch(/^\/.* \(in a container\)$/)
      child.kill()
      await once(child, 'exit')
    },
  )

  it('is not looked at where it is somebody else, or the bus does not say who', async () => {
    expect(await busCaller(credentials(process.pid, US + 1))).toEqual({ isSameUser: false, pid: process.pid })
    expect(await busCaller(new Map())).toEqual({ isSameUser: false, pid: 0 })
  })
})
