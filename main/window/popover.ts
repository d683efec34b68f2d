/**
 * The small window at the tray: made at the first click, hidden when it loses the focus, and given back when nobody has
 * wanted it for a while, so that an idle Lamplighter costs no page.
 */
import { BrowserWindow, nativeTheme, screen, type WebContents } from 'electron'
import type { Log } from '../../app/base/ports.ts'
import { background, loadGuarded, pagePreferences } from './guard-page.ts'
import type { WindowFiles } from './main-window.ts'
import { POPOVER_PAGE } from './page-address.ts'
import { isTold, placePopover } from './popover-place.ts'
import { sendEvent } from './send-event.ts'
import type { Rectangle } from './window-bounds.ts'

const WIDTH = 370
const FIRST_HEIGHT = 420 // until the page says how high it is
const KEPT_MS = 5 * 60_000 // it opens at once within these, and its memory comes back after them
const SAME_CLICK_MS = 300 // a click on the tray takes the focus first, and arrives after that

export interface Popover {
  /** A click on the tray, whose icon is there. */
  toggle(tray?: Rectangle): void
  hide(): void
  /** The page is drawn, and so high: a window that is wanted is shown now. */
  fit(height: number): void
  /** Undefined while there is none. */
  contents(): WebContents | undefined
  close(): void
}

export function createPopover(files: WindowFiles, log: Log): Popover {
  let window: BrowserWindow | undefined
  let isWanted = false
  let height = FIRST_HEIGHT
  let tray: Rectangle | undefined
  let hiddenAtMs = Number.NEGATIVE_INFINITY
  let keeping: NodeJS.Timeout | undefined

  function make(): BrowserWindow {
    const made = new BrowserWindow({
      width: WIDTH,
      height,
      show: false,
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      title: 'Lamplighter',
      icon: files.icon,
      backgroundColor: background(nativeTheme.shouldUseDarkColors),
      webPreferences: pagePreferences(files.preload),
    })
    made.on('blur', hide)
    made.on('closed', () => {
      window = undefined
      isWanted = false
      clearTimeout(keeping)
    })
    loadGuarded(made, POPOVER_PAGE, log)
    return made
  }

  function place(): void {
    const cursor = screen.getCursorScreenPoint()
    const { workArea } = isTold(tray)
      ? screen.getDisplayMatching(tray)
      : screen.getDisplayNearestPoint(cursor)
    window?.setBounds(placePopover({ size: { width: WIDTH, height }, tray, cursor, workArea }))
  }

  function show(): void {
    clearTimeout(keeping)
    place()
    window?.show()
    window?.focus()
    sendEvent(window?.webContents, 'popover', { isShown: true })
  }

  function hide(): void {
    isWanted = false
    if (!window?.isVisible()) return
    hiddenAtMs = performance.now()
    window.hide()
    sendEvent(window.webContents, 'popover', { isShown: false })
    keeping = setTimeout(close, KEPT_MS)
  }

  function close(): void {
    window?.destroy()
  }

  return {
    toggle(at) {
      if (window?.isVisible()) return hide()
      if (performance.now() - hiddenAtMs < SAME_CLICK_MS) return
      tray = at
      isWanted = true
      if (window) show()
      else window = make()
    },
    hide,
    fit(next) {
      const grows = next !== height
      height = next
      if (!isWanted || !window) return
      if (!window.isVisible()) show()
      else if (grows) keepPlace(window, height)
    },
    contents: () => (window === undefined || window.isDestroyed() ? undefined : window.webContents),
    close,
  }
}

/** Open already: it grows away from the edge it stands at. */
function keepPlace(window: BrowserWindow, height: number): void {
  const bounds = window.getBounds()
  const { workArea } = screen.getDisplayMatching(bounds)
  const isUpper = bounds.y + bounds.height / 2 < workArea.y + workArea.height / 2
  const most = Math.min(height, workArea.height)
  const y = isUpper ? bounds.y : bounds.y + bounds.height - most
  window.setBounds({ ...bounds, y: Math.max(workArea.y, y), height: most })
}
