/** What a start that was killed leaves behind, and the machine has another name since. */
import { existsSync, lstatSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { running } from './support/launch.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'elsewhere the system lets go by itself')

test('a start that was killed keeps nobody out, although the machine is called something else now', async ({
  folder,
  start,
}) => {
  const first = await start({ args: ['--background'] })
  await running(first)
  process.kill(first.pid, 'SIGKILL')
  await first.exited()
  const lock = join(folder, 'world', 'lamplighter', 'electron', 'SingletonLock')
  expect(lstatSync(lock).isSymbolicLink()).toBe(true)
  const [, pid] = /-(\d+)$/.exec(readlinkSync(lock)) ?? []
  unlinkSync(lock)
  symlinkSync(`another-name-${pid}`, lock)
  await running(await start({ args: ['--background'] }))
  expect(existsSync(join(folder, 'home', '.config', 'Lamplighter'))).toBe(false) // Electron's own place, were it not moved
})
