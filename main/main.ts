/**
 * Boot, in the order it happens. Nothing is awaited at the top level: Electron is not ready before this module ends.
 */
import { join, resolve } from 'node:path'
import { app } from 'electron'
import { messageOf } from '../app/base/errors.ts'
import { createHost } from '../app/host/host.ts'
import { createPaths } from '../app/platform/paths.ts'
import { connect } from './connect-core.ts'
import { createDesktopCore } from './create-core.ts'
import { CLOSE_LIMIT_MS, closeWithin } from './quit.ts'
import { setupDesktop } from './setup-desktop.ts'
import { startupLine } from './text/startup-line.ts'
import { claimScheme } from './window/page-protocol.ts'
import { applyTheme } from './window/theme.ts'

const BACKGROUND = '--background' // started with the session: the tray only, on the first start as well
const APP_ID = 'io.github.lamplighter.Lamplighter' // appId in electron-builder.yml

app.setName('Lamplighter')
app.setAppUserModelId(APP_ID) // Windows shows notifications of programs it knows by this name only
const home = process.env.LAMPLIGHTER_HOME
// Under our own folder, and with it the lock that keeps us single.
app.setPath('userData', home ? resolve(home, 'electron') : join(createPaths(process.env).state, 'electron'))
// Started as root, Electron has to run without its sandbox; each window still asks for one.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
claimScheme()
const isBackground = process.argv.includes(BACKGROUND)
if (app.requestSingleInstanceLock({ isBackground })) boot()
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
  let dismantle: () => Promise<void> = async () => undefined

  app.on('window-all-closed', () => undefined) // the tray stays
  app.on('before-quit', (event) => {
    event.preventDefault() // SIGTERM and SIGINT arrive here as well
    if (leaving) return
    leaving = true
    app.releaseSingleInstanceLock() // whoever starts us again, while a refresh is stored, means the next one
    const end = async () => void (await Promise.all([dismantle(), host.close().then(() => core.close())]))
    void closeWithin(CLOSE_LIMIT_MS, end, log).then(() => app.exit(0))
  })

  app
    .whenReady()
    .then(async () => {
      const quietly = isBackground || app.getLoginItemSettings().wasOpenedAtLogin // macOS passes no arguments
      if (quietly) app.dock?.hide()
      const doors = setupDesktop(core, ports)
      await core.start({ schedule: true })
      if (leaving) return
      void host.start()
      applyTheme(core.settings().theme)
      dismantle = connect(core, ports, doors)
      if (!quietly) doors.window.show()
      process.stdout.write(`${startupLine(core.overview(), ports.clock.now(), ports.paths.userHome)}\n`)
    })
    .catch((error: unknown) => {
      process.stderr.write(`Lamplighter cannot start: ${messageOf(error)}\n`)
      app.exit(1)
    })
}
