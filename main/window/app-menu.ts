/** The menu bar of macOS: copy and paste get their keys from it. Elsewhere a tray application has none. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Navigation } from '../../app/contract/channels.ts'

type Show = (to: Navigation) => void

export function setAppMenu(show: Show): void {
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate(macMenu(show)) : null)
}

const PLACES = [
  { screen: 'logins', label: 'Logins' },
  { screen: 'programs', label: 'Programs' },
  { screen: 'nodes', label: 'Machines' },
  { screen: 'history', label: 'History' },
] as const

/** Search and the palette keep their keys in the page, which knows what is on it. */
export function macMenu(show: Show): MenuItemConstructorOptions[] {
  const settings = { label: 'Settings…', accelerator: 'Command+,', click: () => show({ screen: 'settings' }) }
  return [
    {
      role: 'appMenu',
      submenu: [
        { role: 'about' },
        { type: 'separator' },
        settings,
        { type: 'separator' },
        { role: 'services' },
        { type: 'separator' },
        { role: 'hide' },
        { role: 'hideOthers' },
        { role: 'unhide' },
        { type: 'separator' },
        { role: 'quit' },
      ],
    },
    {
      label: 'File',
      submenu: [
        { label: 'Import Logins…', click: () => show({ screen: 'import' }) },
        { type: 'separator' },
        { role: 'close' },
      ],
    },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        ...PLACES.map(({ screen, label }, at) => ({
          label,
          accelerator: `Command+${at + 1}`,
          click: () => show({ screen }),
        })),
        { type: 'separator' as const },
        { role: 'togglefullscreen' as const },
      ],
    },
    { role: 'windowMenu' },
  ]
}
