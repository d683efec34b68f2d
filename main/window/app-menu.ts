/** The menu bar of macOS: copy and paste get their keys from it. Elsewhere a tray application has none. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Navigation } from '../../app/contract/channels.ts'
import { t } from '../../app/words/t.ts'

type Show = (to: Navigation) => void

export function setAppMenu(show: Show): void {
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate(macMenu(show)) : null)
}

/** Search and the palette keep their keys in the page, which knows what is on it. */
export function macMenu(show: Show): MenuItemConstructorOptions[] {
  const settings = {
    label: t('Settings…'),
    accelerator: 'Command+,',
    click: () => show({ screen: 'settings' }),
  }
  const places = [
    { screen: 'logins', label: t('Logins') },
    { screen: 'programs', label: t('Programs') },
    { screen: 'nodes', label: t('Machines') },
    { screen: 'history', label: t('History') },
  ] as const
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
      label: t('File'),
      submenu: [
        { label: t('Import Logins…'), click: () => show({ screen: 'import' }) },
        { type: 'separator' },
        { role: 'close' },
      ],
    },
    { role: 'editMenu' },
    {
      label: t('View'),
      submenu: [
        ...places.map(({ screen, label }, at) => ({
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
