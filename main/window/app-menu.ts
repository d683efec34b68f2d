/** macOS needs a menu for copy and paste to have shortcuts; elsewhere a tray application has no menu bar. */
import { Menu } from 'electron'

export function setAppMenu(): void {
  const menu =
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null
  Menu.setApplicationMenu(menu)
}
