/** The system's own dialogs, over our window where there is one. */
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  type FileFilter,
  type MessageBoxOptions,
  type OpenDialogOptions,
} from 'electron'
import type { CheckText } from '../text/check-text.ts'
import { START_PAGE } from './page-address.ts'

export interface Dialogs {
  /** An absolute path, or undefined when the person thought better of it. */
  openFile(title: string, filters: readonly FileFilter[]): Promise<string | undefined>
  /** The same; the system has asked about a file that is there already. */
  saveFile(title: string, name: string, filters: readonly FileFilter[]): Promise<string | undefined>
  /** @returns whether the person agrees; "Cancel" is what Enter and Escape press */
  confirm(question: Question): Promise<boolean>
}

export interface Question {
  readonly message: string
  readonly detail: string
  /** On the button that agrees. */
  readonly yes: string
}

export const dialogs: Dialogs = {
  async openFile(title, filters) {
    // Other programs keep their logins in folders that are hidden.
    const options: OpenDialogOptions = {
      title,
      filters: [...filters],
      properties: ['openFile', 'showHiddenFiles'],
    }
    const window = owner()
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options))
    return canceled ? undefined : filePaths[0]
  },
  async saveFile(title, name, filters) {
    const options = { title, defaultPath: join(app.getPath('documents'), name), filters: [...filters] }
    const window = owner()
    const { canceled, filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options))
    return canceled ? undefined : filePath || undefined
  },
  async confirm({ message, detail, yes }) {
    const options: MessageBoxOptions = {
      type: 'question',
      title: 'Lamplighter',
      message,
      detail,
      buttons: [yes, 'Cancel'],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    }
    const window = owner()
    const { response } = await (window
      ? dialog.showMessageBox(window, options)
      : dialog.showMessageBox(options))
    return response === 0
  },
}

/**
 * The application was told to quit, and new tokens are on no disk. Of its own, since the tray is gone by then.
 * @returns whether the person gives them up
 */
export async function tellHeld(): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Lamplighter',
    message: 'New tokens are on no disk yet',
    detail:
      'New tokens came and no disk takes them, so Lamplighter does not quit: it holds them and goes on trying. Make room, or make the disk writable; then it quits by itself.',
    buttons: ['Go on trying', 'Quit and lose them'],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** Over the window only where that is in sight: asked from the tray, nobody wants it brought up. */
export async function tellReady({ isReady, message, detail }: CheckText): Promise<boolean> {
  const options: MessageBoxOptions = {
    type: isReady ? 'info' : 'warning',
    title: 'Lamplighter',
    message,
    detail,
    buttons: isReady ? ['OK'] : ['Open Lamplighter', 'OK'],
    cancelId: isReady ? 0 : 1,
  }
  const window = owner()
  const { response } = await (window?.isVisible()
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options))
  return !isReady && response === 0
}

/** A dialog that belongs to no window can end up behind it. The small one at the tray goes when it loses the focus. */
function owner(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL() === START_PAGE)
}
