/**
 * Boot, in the order it happens. Nothing is awaited at the top level: Electron is not ready before this module ends.
 */
import { join, resolve } from 'node:path'
import { app, clipboard, ipcMain, shell } from 'electron'
import type { EventName, Events } from '../app/contract/channels.ts'
import type { Core } from '../app/core.ts'
import { messageOf } from '../app/errors.ts'
import type { Log, Ports } from '../app/ports.ts'
import { about } from './about.ts'
import { setAppMenu } from './app-menu.ts'
import { buildCore } from './build-core.ts'
import { handleRequests } from './ipc/handle.ts'
import { createHandlers } from './ipc/handlers.ts'
import { createBoard } from './notifications/create-board.ts'
import { createNotifier } from './notifications/notifier.ts'
import type { NoticeAction } from './notifications/words.ts'
import { isOurPage } from './page-address.ts'
import { claimScheme } from './page-protocol.ts'
import { watchPower } from './power.ts'
import { CLOSE_LIMIT_MS, closeWithin } from './quit.ts'
import { runningLine } from './running-line.ts'
import { createTray } from './tray.ts'
import type { TrayAction } from './tray-menu.ts'
import { createMainWindow, type MainWindow } from './windows.ts'

const BACKGROUND = '--background' // started with the session: the tray only
const root = join(import.meta.dirname, '..', '..')
const resources = join(root, 'resources')

app.setName('Lamplighter')
const home = process.env.LAMPLIGHTER_HOME
if (home) app.setPath('userData', resolve(home, 'electron')) // and with it the lock that keeps us single
// Started as root, Electron has to run without its sandbox; each window still asks for one.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
claimScheme()
if (app.requestSingleInstanceLock({ argv: process.argv.slice(1) })) boot()
else app.quit()

function boot(): void {
  const { core, ports } = buildCore()
  const { log } = ports
  // Electron would stop everything behind a dialog that nobody sees, on a machine without a screen.
  process.on('uncaughtException', (error) => log.warn('unexpected', { error }))
  let leaving = false
  let dismantle: () => Promise<void> = async () => undefined

  app.on('window-all-closed', () => undefined) // the tray stays
  app.on('before-quit', (event) => {
    event.preventDefault() // SIGTERM and SIGINT arrive here as well
    if (leaving) return
    leaving = true
    const end = async () => void (await Promise.all([dismantle(), core.close()]))
    void closeWithin(CLOSE_LIMIT_MS, end, log).then(() => app.exit(0))
  })

  app
    .whenReady()
    .then(async () => {
      const window = openDoors(core, ports)
      await core.start({ schedule: true })
      if (leaving) return
      dismantle = connect(core, ports, window)
      if (!process.argv.includes(BACKGROUND)) window.show()
      process.stdout.write(`${runningLine(core.overview(), ports.clock.now(), ports.paths.userHome)}\n`)
    })
    .catch((error: unknown) => {
      process.stderr.write(`Lamplighter cannot start: ${messageOf(error)}\n`)
      app.exit(1)
    })
}

/** Whatever can show the window or ask through it. */
function openDoors(core: Core, { log, paths }: Ports): MainWindow {
  setAppMenu()
  const window = createMainWindow(
    {
      pages: join(root, 'dist', 'renderer'),
      preload: join(import.meta.dirname, 'preload.cjs'),
      icon: join(resources, 'icon.png'),
    },
    log,
  )
  handleRequests(
    { ipc: ipcMain, contents: window.contents, isOurPage, log },
    createHandlers(core, {
      reveal: (path) => shell.showItemInFolder(path),
      copy: (text) => clipboard.writeText(text),
      about: () => about(paths),
    }),
  )
  app.on('second-instance', window.show)
  app.on('activate', window.show) // macOS: a click on the dock icon
  return window
}

/** What the core says goes to the tray and the window, what the tray and the system say to the core. @returns undo */
function connect(core: Core, ports: Ports, window: MainWindow): () => Promise<void> {
  const { clock, files, log, paths } = ports
  const send = <N extends EventName>(name: N, payload: Events[N]) => window.contents()?.send(name, payload)
  const act = (action: TrayAction | NoticeAction) => {
    if (action.kind === 'open' || action.kind === 'login') window.show()
    perform(action, core, log)
  }
  const notifier = createNotifier({
    overview: () => core.overview(),
    onOverview: (listener) => core.on('overview', listener),
    settings: () => core.settings().notifications,
    board: createBoard({ platform: process.platform, icon: join(resources, 'icon.png'), clock, act, log }),
    clock,
    files,
    statePath: join(paths.state, 'notices.json'),
    log,
  })
  void notifier.start()
  const tray = createTray({
    images: join(resources, 'tray'),
    overview: () => core.overview(),
    now: () => ports.clock.now(),
    act,
    onNoHost: window.show,
    log,
  })
  const ends = [
    core.on('overview', (view) => {
      tray.update()
      send('overview', view)
    }),
    core.on('login', (view) => send('login', view)),
    core.on('history', (view) => send('history', view)),
    core.on('settings', (view) => send('settings', view)),
    watchPower((reason) => {
      log.info('awake', { reason })
      core.wake(reason)
      notifier.wake()
    }),
    tray.destroy,
  ]
  return async () => {
    for (const end of ends) end()
    await notifier.stop()
  }
}

/** The window and the menu show how it ended; only a surprise is worth a line. */
function perform(action: TrayAction | NoticeAction, core: Core, log: Log): void {
  const settle = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => log.warn('asked from the tray, and failed', { reason: messageOf(error) }))
  }
  if (action.kind === 'refresh') settle(core.refresh(action.profileId, { askedBy: 'person' }))
  if (action.kind === 'login' && action.profileId) settle(core.logins.start({ profileId: action.profileId }))
  if (action.kind === 'quit') app.quit()
}
