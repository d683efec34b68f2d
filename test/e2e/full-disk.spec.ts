/** Quitting while new tokens are in memory alone: the disk turned read-only between the request and its reply. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from '../../scripts/demo/world.mjs'
import { canMount } from '../support/small-disk.ts'
import { type Lamplighter, running } from './support/launch.ts'
import { expect, test } from './support/test.ts'

test.skip(!canMount(), 'only root may mount')

const ACCOUNT = 'dan@example.test' // lapsed, so it is asked for at the start

const SAYS = 'dialog: New tokens are on no disk yet\n'

const mount = (...words: readonly string[]) => execFileSync('mount', words, { stdio: 'ignore' })

/** The world's folder, as it is, on a disk of its own; Electron's own files, which it keeps open, on another. */
function onOwnDisk(folder: string): { readonly readOnly: () => void; readonly writable: () => void } {
  const [path, aside] = [join(folder, 'world'), join(folder, 'aside')]
  const electron = join(path, 'lamplighter', 'electron')
  cpSync(path, aside, { recursive: true })
  mount('-t', 'tmpfs', '-o', 'size=8m,mode=700', 'tmpfs', path)
  cpSync(aside, path, { recursive: true })
  mkdirSync(electron, { recursive: true })
  mount('-t', 'tmpfs', '-o', 'mode=700', 'tmpfs', electron)
  return {
    readOnly: () => mount('-o', 'remount,ro', path),
    writable: () => mount('-o', 'remount,rw', path),
  }
}

/** The dialog is the system's, which no test can click: what it says is printed, and nobody answers. */
function printDialogs({ app }: Lamplighter): Promise<void> {
  return app.evaluate(({ dialog }) => {
    dialog.showMessageBox = ((options: { message: string }) => {
      process.stdout.write(`dialog: ${options.message}\n`)
      return new Promise(() => undefined)
    }) as typeof dialog.showMessageBox
  })
}

/** The provider has the request when the disk goes. */
async function heldInMemory(world: World, folder: string, start: () => Promise<Lamplighter>) {
  const disk = onOwnDisk(folder)
  mkdirSync(join(folder, 'world', 'run'), { mode: 0o700 })
  let letGo: () => void = () => undefined
  world.server.fault({ kind: 'hold', times: 9, until: new Promise<void>((resolve) => (letGo = resolve)) })
  const lamplighter = await start()
  await printDialogs(lamplighter)
  await running(lamplighter)
  await expect.poll(() => world.server.requests.count()).toBeGreaterThan(0)
  disk.readOnly()
  letGo()
  await expect.poll(lamplighter.output).toContain('a successor is in memory only')
  return { lamplighter, disk, quit: () => process.kill(lamplighter.pid, 'SIGTERM') }
}

test.describe('the application, told to quit while only its memory holds new tokens', () => {
  test.beforeEach(({ folder }) => mkdirSync(join(folder, 'world'), { recursive: true }))
  test.afterEach(({ folder }) => {
    for (const on of ['world/lamplighter/electron', 'world']) execFileSync('umount', ['-l', join(folder, on)])
  })

  test('says so, goes on trying, and quits once a disk has them', async ({ world, folder, start }) => {
    const before = world.stored(ACCOUNT)[0]?.refresh
    const env = { XDG_RUNTIME_DIR: join(folder, 'world', 'run') } // or they would find a place there
    const { lamplighter, disk, quit } = await heldInMemory(world, folder, () =>
      start({ env, args: ['--background'] }),
    )
    quit()
    await expect.poll(lamplighter.output).toContain(SAYS)
    expect(world.stored(ACCOUNT)[0]?.refresh).toBe(before)
    disk.writable()
    expect(await lamplighter.exited()).toBe(0) // the journal has them: the next start stores them
    await start({ env, args: ['--background'] })
    await expect.poll(() => world.stored(ACCOUNT)[0]?.refresh).not.toBe(before)
    expect(await world.server.isAlive(world.stored(ACCOUNT)[0]?.refresh ?? '')).toBe(true)
    expect(world.server.requests.reuses).toBe(0)
  })

  test('is gone when it is told so a second time', async ({ world, folder, start }) => {
    const env = { XDG_RUNTIME_DIR: join(folder, 'world', 'run') }
    const { lamplighter, quit } = await heldInMemory(world, folder, () =>
      start({ env, args: ['--background'] }),
    )
    quit()
    await expect.poll(lamplighter.output).toContain(SAYS)
    await lamplighter.app.evaluate(({ app }) => app.quit())
    expect(await lamplighter.exited()).toBe(1)
  })
})
