/** A window with made-up logins: its page has no bridge to us, and is told nothing. */
import { BrowserWindow, nativeTheme } from 'electron'
import type { Log } from '../../app/base/ports.ts'
import { t } from '../../app/words/t.ts'
import { background, loadGuarded, pagePreferences } from './guard-page.ts'
import type { WindowFiles } from './main-window.ts'
import { DEMO_PAGE } from './page-address.ts'

const SIZE = { width: 1180, height: 800 }

/** @returns what shows it: a new one, or the one that is there */
export function createDemoWindow(files: Pick<WindowFiles, 'icon'>, log: Log): () => void {
  let window: BrowserWindow | undefined
  return () => {
    if (window) return window.focus()
    const made = new BrowserWindow({
      ...SIZE,
      title: t('Lamplighter demo'),
      icon: files.icon,
      show: false,
      backgroundColor: background(nativeTheme.shouldUseDarkColors),
      webPreferences: pagePreferences(),
    })
    window = made
    made.on('page-title-updated', (event) => event.preventDefault()) // the page's is English
    made.once('ready-to-show', () => made.show())
    made.on('closed', () => {
      window = undefined
    })
    loadGuarded(made, DEMO_PAGE, log)
  }
}
