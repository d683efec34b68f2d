/** The demo's world, a session bus and the running application, fresh for each test and gone after it. */
import { mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { createWorld, type World } from '../../../scripts/demo/world.mjs'
import { clearFolder } from '../../support/clear-folder.ts'
import { type Lamplighter, type LaunchOptions, launch } from './launch.ts'
import { type SessionBus, startSessionBus } from './session-bus.ts'
import { startTrayPanel, type TrayPanel } from './tray-panel.ts'

export { expect } from '@playwright/test'

interface Fixtures {
  /** Removed afterwards, with everything in it. */
  readonly folder: string
  /** The provider and the six logins of `npm run demo`. */
  readonly world: World
  readonly bus: SessionBus | undefined
  /** A panel on the bus from the start. */
  readonly panel: TrayPanel
  /** Starts the application in that world; whatever still runs at the end is stopped. */
  readonly start: (options?: Partial<LaunchOptions>) => Promise<Lamplighter>
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the parameters
  folder: async ({}, use) => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lamplighter-e2e-')))
    await use(folder)
    await clearFolder(folder)
  },
  world: async ({ folder }, use) => {
    const world = await createWorld({ folder: join(folder, 'world') })
    await use(world)
    await world.close()
  },
  bus: async ({ folder }, use) => {
    const bus = process.platform === 'linux' ? await startSessionBus(folder) : undefined
    await use(bus)
    await bus?.stop()
  },
  panel: async ({ bus }, use) => {
    if (!bus) throw new Error('a tray can be read over D-Bus on Linux only')
    const panel = await startTrayPanel(bus.address)
    await use(panel)
    await panel.close()
  },
  start: async ({ folder, world, bus }, use) => {
    const started: Lamplighter[] = []
    await use(async (options) => {
      const lamplighter = await launch({
        folder,
        busAddress: bus?.address,
        ...options,
        env: { ...world.env, ...options?.env },
      })
      started.push(lamplighter)
      return lamplighter
    })
    for (const lamplighter of started) await lamplighter.terminate()
  },
})
