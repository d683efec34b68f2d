/**
 * Boot, in the order it happens. Nothing is awaited at the top level: Electron is not ready before this module ends.
 */
import { app, Menu } from 'electron'
import { endAll } from '../app/base/end-all.ts'
import { messageOf } from '../app/base/errors.ts'
import type { SettingsView } from '../app/contract/views.ts'
import { createHost } from '../app/host/host.ts'
import { refuseDebugger } from '../app/platform/process/no-debugger.ts'
import { connect } from './connect-core.ts'
import { createDesktopCore } from './create-core.ts'
import { dataFolder } from './data-folder.ts'
import { refusedSwitch } from './debugging.ts'
import { giveBackMemorySoon } from './give-back-memory.ts'
import { CLOSE_LIMIT_MS, closeWithin } from './quit.ts'
import { setupDesktop } from './setup-desktop.ts'
import { startupLine } from './text/startup-line.ts'
import { tellHeld } from './window/dialogs.ts'
import { claimScheme } from './window/page-protocol.ts'
import { applyTheme } from './window/theme.ts'

const BACKGROUND = '--background' // started with the session: the tray only, on the first start as well
const EX_USAGE = 64
const APP_ID = 'io.github.lamplighter.Lamplighter' // appId in electron-builder.yml

refuseDebugger() // a packaged Electron has a fuse for it as well
app.setName('Lamplighter')
app.setAppUserModelId(APP_ID) // Windows shows notifications of programs it knows by this name only
app.setPath('userData', dataFolder(process.env))
// Started as root, Electron has to run without its sandbox; each window still asks for one.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
claimScheme()
if (process.platform !== 'darwin') Menu.setApplicationMenu(null) // else Electron builds one of its own, which is thrown away
const refused = refusedSwitch(app.commandLine, app.isPackaged)
const isBackground = process.argv.includes(BACKGROUND)
if (refused !== undefined) {
  process.stderr.write(`Lamplighter takes no --${refused}: it would let other programs use its window.\n`)
  app.exit(EX_USAGE)
} else if (app.requestSingleInstanceLock({ isBackground })) boot()
else {
  process.stdout.write(`Lamplighter is up already${isBackground ? '' : ', and shows its window'}.\n`)
  app.quit()
}

function boot(): void {
  const { core, ports } = createDesktopCore()
  const { log } = ports
  const host = createHost(core, ports, 'Lamplighter')
  // Electron would stop everything behind a dialog that nobody sees, on a machine without a screen.
  process.on('uncaughtException', (error) => log.warn('unexpected', { error }))
  // Whoever read what we print is gone: to be told so there would fail the same way, again and again.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  let leaving = false
  let isServing = false
  /** Nobody is handed a token before the person has seen what Lamplighter found, and has begun. */
  const serveOnceWelcome = ({ welcomed }: SettingsView): void => {
    if (!welcomed || isServing || leaving) return
    isServing = true
    void host.start()
  }
  let dismantle: () => Promise<void> = async () => undefined

  app.on('window-all-closed', () => undefined) // the tray stays
  app.on('before-quit', (event) => {
    event.preventDefault() // SIGTERM and SIGINT arrive here as well
    if (leaving) return core.holdsTokens() ? app.exit(1) : undefined // asked a second time: the person means it
    leaving = true
    app.releaseSingleInstanceLock() // whoever starts us again, while a refresh is stored, means the next one
    const end = async () => {
      const dismantled = dismantle().catch((error: unknown) => log.warn('closing failed', { error }))
      await endAll(
        () => host.close(),
        () => core.close(),
      )
      await dismantled
    }
    const held = {
      holdsTokens: () => core.holdsTokens(),
      onHolding: () => void tellHeld().then((givesUp) => givesUp && app.exit(1)),
    }
    void closeWithin(CLOSE_LIMIT_MS, end, log, held).then(() => app.exit(0))
  })

  app
    .whenReady()
    .then(async () => {
      const quietly = isBackground || app.getLoginItemSettings().wasOpenedAtLogin // macOS passes no arguments
      if (quietly) app.dock?.hide()
      const doors = setupDesktop(core, ports)
      await core.start({ schedule: true, untilWelcomed: true })
      if (leaving) return
      serveOnceWelcome(core.settings())
      core.on('settings', serveOnceWelcome)
      applyTheme(core.settings().theme)
      await doors.switchLanguage(core.settings().language)
      dismantle = connect(core, ports, doors)
      if (!quietly) doors.window.show()
      process.stdout.write(`${startupLine(core.overview(), ports.clock.now(), ports.paths.userHome)}\n`)
      giveBackMemorySoon()
    })
    .catch((error: unknown) => {
      process.stderr.write(`Lamplighter cannot start: ${messageOf(error)}\n`)
      app.exit(1)
    })
}
