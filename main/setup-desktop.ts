/** Whatever can show the window or ask through it. */
import { app, clipboard, ipcMain, shell } from 'electron'
import { toFailure } from '../app/base/errors.ts'
import type { Ports } from '../app/base/ports.ts'
import type { Navigation } from '../app/contract/channels.ts'
import { withoutPlaces } from '../app/contract/problems.ts'
import type { OverviewView, SettingsView } from '../app/contract/views.ts'
import type { Core } from '../app/core.ts'
import { ownWords } from '../app/features/connect/plan.ts'
import { carried, runToEnd } from '../app/platform/service/service.ts'
import { about } from './about.ts'
import { appImage, createAutostart } from './autostart/create-autostart.ts'
import { createStartAtLogin, type StartAtLogin } from './autostart/start-at-login.ts'
import { installCommand } from './command/install-command.ts'
import { handleRequests } from './ipc/handle.ts'
import { createHandlers } from './ipc/handlers.ts'
import { applyLanguage, checkLanguage } from './language.ts'
import { FOLDERS } from './paths.ts'
import { withoutTray } from './tray/without-tray.ts'
import { setAppMenu } from './window/app-menu.ts'
import { createDemoWindow } from './window/demo-window.ts'
import { dialogs } from './window/dialogs.ts'
import { createMainWindow, type MainWindow } from './window/main-window.ts'
import { isOurPage } from './window/page-address.ts'
import { createPopover, type Popover } from './window/popover.ts'
import { sendEvent } from './window/send-event.ts'

export interface Desktop {
  readonly window: MainWindow
  readonly popover: Popover
  readonly startAtLogin: StartAtLogin
  /** Says everything in that language from now on. */
  switchLanguage(chosen: SettingsView['language']): Promise<void>
  /** What the window is shown. */
  overview(): OverviewView
  /** Does this desktop show tray items? It is believed to, until told otherwise. */
  setTray(present: boolean): void
}

/** Loaded by who founds a fleet: few do. */
const ownEtcd = () => import('../app/platform/fleet/own-etcd.ts')

/** Call when the app is ready. */
export function setupDesktop(core: Core, ports: Ports): Desktop {
  const { clock, files, log, paths } = ports
  let hasTray = true
  const window = createMainWindow(FOLDERS, log)
  const autostart = createAutostart({
    platform: process.platform,
    isPackaged: app.isPackaged,
    executable: app.getPath('exe'),
    appFolder: app.getAppPath(),
    env: process.env,
    userHome: paths.userHome,
    files,
    items: app,
  })
  const movedHome = process.env.LAMPLIGHTER_HOME
  const startAtLogin = createStartAtLogin(autostart, core, log)
  const overview = () => {
    const logins = withoutPlaces(core.overview())
    return hasTray ? logins : withoutTray(logins)
  }
  const popover = createPopover(FOLDERS, log)
  const openWindow = (to?: Navigation) => {
    popover.hide()
    window.show(to)
  }
  setAppMenu(openWindow)
  const switchLanguage = async (chosen: SettingsView['language']) => {
    try {
      if (!(await applyLanguage(chosen))) return
    } catch (error) {
      return log.warn('the language stays as it is', { ...toFailure(error) }) // config.json asks for it, not the window
    }
    setAppMenu(openWindow)
    window.reload({ screen: 'settings' })
    popover.close()
  }
  const contents = () => [window.contents(), popover.contents()].filter((one) => one !== undefined)
  handleRequests(
    { ipc: ipcMain, contents, isOurPage, log },
    createHandlers(core, {
      overview,
      listening: window.listening,
      startAtLogin: startAtLogin.set,
      checkLanguage,
      reveal: (path) => shell.showItemInFolder(path),
      copy: (text) => clipboard.writeText(text),
      openPage: (address) => ports.browser.open(address),
      about: () => about(paths, FOLDERS.licences, log),
      installCommand: () =>
        installCommand({
          platform: process.platform,
          script: FOLDERS.command,
          userHome: paths.userHome,
          env: process.env,
          ...(movedHome ? { movedHome } : {}),
          isApart: !app.isPackaged && movedHome !== undefined,
          isMounted: appImage(app.getPath('exe'), process.env) !== undefined,
        }),
      // With the variables that say where everything is: whoever starts it later knows nothing of ours.
      ownCommand: () => ({ words: ownWords(ports.programs), env: carried(process.env) }),
      dialogs,
      files,
      now: () => clock.now(),
      openWindow,
      showDemo: createDemoWindow(FOLDERS, log),
      popover,
      fleet: {
        install: async (wish, how) => {
          const { installEtcd } = await ownEtcd()
          return installEtcd({ ...how, ports, env: process.env, run: runToEnd }, wish)
        },
        installed: async () => (await ownEtcd()).etcdIsTaken(ports),
        tell: (news) => sendEvent(window.contents(), 'fleet', news),
      },
    }),
  )
  app.on('second-instance', (_event, _argv, _folder, data) => {
    if (!isForBackground(data)) window.show()
  })
  app.on('activate', () => window.show()) // macOS: a click on the dock icon
  return {
    window,
    popover,
    startAtLogin,
    switchLanguage,
    overview,
    setTray(present) {
      hasTray = present
    },
  }
}

/** What the second start said of itself; a session that starts us twice wants no window either time. */
function isForBackground(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'isBackground' in data && data.isBackground === true
}
