/** A page of ours in a window: it opens nothing, goes nowhere, and a window that was led away is closed. */
import type { BrowserWindow, WebPreferences } from 'electron'
import { messageOf } from '../../app/base/errors.ts'
import type { Log } from '../../app/base/ports.ts'
import { isOurPage } from './page-address.ts'

/** @param preload undefined for a page that asks nothing of us */
export function pagePreferences(preload?: string): WebPreferences {
  return {
    ...(preload === undefined ? {} : { preload }),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false, // it would fetch dictionaries
  }
}

/** Call before anything is loaded; loads the page. */
export function loadGuarded(window: BrowserWindow, page: string, log: Log): void {
  const { webContents } = window
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  webContents.on('will-navigate', (event) => event.preventDefault())
  webContents.on('will-frame-navigate', (event) => event.preventDefault())
  // about:blank asks nobody: it is seen only once it is there, and a window that shows it is ours no more.
  webContents.on('did-navigate', (_event, url) => {
    if (isOurPage(url)) return
    log.warn('the window was led away from its page and was closed; the tray opens a new one')
    window.destroy()
  })
  webContents.on('will-attach-webview', (event) => event.preventDefault())
  webContents.on('render-process-gone', (_event, { reason }) => {
    log.warn('the window broke and was closed; the tray opens a new one', { reason })
    window.destroy()
  })
  window.loadURL(page).catch((error: unknown) => {
    log.warn('the window has no page', { reason: messageOf(error) })
  })
}

/** What is seen before a page is drawn, and at the edge while its window grows. */
export function background(isDark: boolean): string {
  return isDark ? '#15171c' : '#f7f6f3' // --bg in renderer/ui/tokens.css
}
