/**
 * The demo's world with a desktop around it: session bus, tray panel, notification server. For spec files whose tests
 * share one running application; whoever opened it closes it.
 */
import { mkdtempSync, readFileSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWorld, type World } from '../../../scripts/demo/world.mjs'
import { type NotificationServer, startNotificationServer } from '../../fakes/notification-server.ts'
import { clearFolder } from '../../support/clear-folder.ts'
import { type Lamplighter, type LaunchOptions, launch } from './launch.ts'
import { type SessionBus, startSessionBus } from './session-bus.ts'
import { startTrayPanel, type TrayPanel } from './tray-panel.ts'

export interface Session {
  readonly folder: string
  readonly world: World
  readonly bus: SessionBus
  readonly panel: TrayPanel
  readonly notifications: NotificationServer
  start(options?: Partial<LaunchOptions>): Promise<Lamplighter>
  /** Text of a file under LAMPLIGHTER_HOME; undefined when there is none. */
  read(...path: readonly string[]): string | undefined
  close(): Promise<void>
}

/** Linux only: elsewhere there is no bus to build a desktop on. */
export async function openSession(options: { readonly welcomed?: boolean } = {}): Promise<Session> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lamplighter-e2e-')))
  const bus = await startSessionBus(folder)
  const panel = await startTrayPanel(bus.address)
  const notifications = await startNotificationServer(bus.address)
  const world = await createWorld({ folder: join(folder, 'world'), ...options })
  const started: Lamplighter[] = []
  return {
    folder,
    world,
    bus,
    panel,
    notifications,
    async start(more) {
      const lamplighter = await launch({
        folder,
        busAddress: bus.address,
        ...more,
        env: { ...world.env, ...more?.env },
      })
      started.push(lamplighter)
      return lamplighter
    },
    read(...path) {
      try {
        return readFileSync(join(world.env.LAMPLIGHTER_HOME ?? '', ...path), 'utf8')
      } catch {
        return undefined // not there, or not yet: who asks polls
      }
    },
    async close() {
      for (const lamplighter of started) await lamplighter.terminate()
      await notifications.stop()
      await panel.close()
      await world.close()
      await bus.stop()
      await clearFolder(folder)
    },
  }
}
