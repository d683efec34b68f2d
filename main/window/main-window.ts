/** The one window: made when wanted, destroyed when closed, so that an idle Lamplighter costs no page. */
import { closeSync, constants, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, type Session, screen, type WebContents } from 'electron'
import { messageOf } from '../../app/base/errors.ts'
import type { Log } from '../../app/base/ports.ts'
import type { Navigation } from '../../app/contract/channels.ts'
import { openRegular, readRegularSync } from '../../app/platform/files/regular.ts'
import { currentLanguage } from '../../app/words/t.ts'
import { offerEditMenu } from './edit-menu.ts'
import { background, loadGuarded, pagePreferences } from './guard-page.ts'
import { isOurPage, START_PAGE } from './page-address.ts'
import { servePages } from './page-protocol.ts'
import { sendEvent } from './send-event.ts'
import { taskbarMark } from './taskbar-mark.ts'
import { fitBounds, MIN_HEIGHT, MIN_WIDTH, parseBounds, type Rectangle } from './window-bounds.ts'

export interface WindowFiles {
  readonly pages: string // dist/renderer
  readonly preload: string
  readonly icon: string
}

export interface MainWindow {
  /** Makes it, or brings the one that is there to the front; on that screen, where one is named. */
  show(to?: Navigation): void
  /** Its page listens to events from now on. */
  listening(): void
  /** Loads its page anew, in another language, and goes where it is wanted; nothing where there is no window. */
  reload(to: Navigation): void
  /** Undefined while there is no window. */
  contents(): WebContents | undefined
  /** Marks its button on the taskbar, this window's and the next one's. @param words undefined: no mark */
  mark(words: string | undefined): void
}

/** Call when the app is ready. */
export function createMainWindow(files: WindowFiles, log: Log): MainWindow {
  const memory = join(app.getPath('userData'), 'window.json')
  let window: BrowserWindow | undefined
  let isListening = false
  let wanted: Navigation | undefined
  let marked: string | undefined
  // Made with the first window, or the first question for a proxy: a start needs none.
  app.on('session-created', (session) => {
    servePages(session, files.pages, currentLanguage)
    refuseEverythingElse(session)
  })
  nativeTheme.on('updated', () => window?.setBackgroundColor(background(nativeTheme.shouldUseDarkColors)))

  function navigate(): void {
    if (!wanted || !isListening) return
    sendEvent(window?.webContents, 'navigate', wanted)
    wanted = undefined
  }

  function make(): BrowserWindow {
    const made = open(files, recall(memory), log)
    if (marked !== undefined) markTaskbar(made, marked)
    made.webContents.on('did-start-loading', () => {
      isListening = false
    })
    made.on('close', () => remember(memory, made, log))
    made.on('closed', () => {
      window = undefined
      isListening = false
      wanted = undefined
      app.dock?.hide() // macOS: a tray application has no dock icon while nothing is open
    })
    return made
  }

  return {
    show(to) {
      wanted = to ?? wanted
      navigate()
      if (window) raise(window)
      else window = make()
    },
    listening() {
      isListening = true
      log.info('the window shows its page', { page: window?.webContents.getURL() })
      navigate()
    },
    reload(to) {
      if (!window) return
      isListening = false
      wanted = to
      window.webContents.reload()
    },
    contents: () => (window === undefined || window.isDestroyed() ? undefined : window.webContents),
    mark(words) {
      marked = words
      if (window) markTaskbar(window, words)
    },
  }
}

/** Only Windows has a taskbar that shows it. */
function markTaskbar(window: BrowserWindow, words: string | undefined): void {
  if (process.platform !== 'win32') return
  window.setOverlayIcon(words === undefined ? null : taskbarMark(), words ?? '')
}

function open(files: WindowFiles, remembered: Rectangle | undefined, log: Log): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...fitBounds(remembered, areas),
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    title: 'Lamplighter',
    icon: files.icon,
    show: false, // until there is something to see
    backgroundColor: background(nativeTheme.shouldUseDarkColors),
    webPreferences: pagePreferences(files.preload),
  })
  window.webContents.on('before-input-event', (event, input) => closeOnShortcut(window, event, input))
  offerEditMenu(window)
  window.once('ready-to-show', () => raise(window))
  loadGuarded(window, START_PAGE, log)
  return window
}

/** Pages ask for nothing: no camera, no notifications, no clipboard reading, no downloads. */
function refuseEverythingElse(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => {
    const own =
      isOurPage(details.url) || details.url.startsWith('devtools:') || details.url.startsWith('data:')
    answer({ cancel: !own })
  })
}

/** Without a menu bar (Linux, Windows) Ctrl+W has nobody else to mind it. */
function closeOnShortcut(window: BrowserWindow, event: Electron.Event, input: Electron.Input): void {
  const closes = process.platform !== 'darwin' && input.type === 'keyDown' && input.control && !input.shift
  if (!closes || input.key.toLowerCase() !== 'w') return
  event.preventDefault()
  window.close()
}

function raise(window: BrowserWindow): void {
  void app.dock?.show()
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function recall(memory: string): Rectangle | undefined {
  try {
    const text = readRegularSync(memory)?.toString()
    return text === undefined ? undefined : parseBounds(text)
  } catch {
    return undefined // a file we may not read: the usual place
  }
}

function remember(memory: string, window: BrowserWindow, log: Log): void {
  try {
    const file = openRegular(memory, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, 0o600)
    try {
      writeFileSync(file, JSON.stringify(window.getNormalBounds()))
    } finally {
      closeSync(file)
    }
  } catch (error) {
    log.warn('the place of the window was not remembered', { reason: messageOf(error) })
  }
}
