/** The system's own dialogs, over our window where there is one. */
import { join } from 'node:path'
import { app, BrowserWindow, dialog, type FileFilter, type OpenDialogOptions } from 'electron'

export interface Dialogs {
  /** An absolute path, or undefined when the person thought better of it. */
  openFile(title: string, filters: readonly FileFilter[]): Promise<string | undefined>
  /** The same; the system has asked about a file that is there already. */
  saveFile(title: string, name: string, filters: readonly FileFilter[]): Promise<string | undefined>
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
}

/** A dialog that belongs to no window can end up behind it. */
function owner(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows()[0]
}
