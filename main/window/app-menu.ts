/** The menu bar of macOS: copy and paste get their keys from it. Elsewhere a tray application has none. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Navigation } from '../../app/contract/channels.ts'
import { t } from '../../app/words/t.ts'

type Show = (to: Navigation) => void

export function setAppMenu(show: Show): void {
  if (process.platform === 'darwin') Menu.setApplicationMenu(Menu.buildFromTemplate(macMenu(show)))
}

/**
 * Search and the palette keep their keys in the page, which knows what is on it. Electron calls what it knows itself by
 * English names, whatever the language, so each has one of ours.
 */
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
        { role: 'about', label: t('About Lamplighter') },
        { type: 'separator' },
        settings,
        { type: 'separator' },
        { role: 'services', label: t('Services') },
        { type: 'separator' },
        { role: 'hide', label: t('Hide Lamplighter') },
        { role: 'hideOthers', label: t('Hide Others') },
        { role: 'unhide', label: t('Show All') },
        { type: 'separator' },
        { role: 'quit', label: t('Quit Lamplighter') },
      ],
    },
    {
      label: t('File'),
      submenu: [
        { label: t('Import Logins…'), click: () => show({ screen: 'import' }) },
        { type: 'separator' },
        { role: 'close', label: t('Close Window') },
      ],
    },
    {
      role: 'editMenu',
      label: t('Edit'),
      submenu: [
        { role: 'undo', label: t('Undo') },
        { role: 'redo', label: t('Redo') },
        { type: 'separator' },
        { role: 'cut', label: t('Cut') },
        { role: 'copy', label: t('Copy') },
        { role: 'paste', label: t('Paste') },
        { role: 'delete', label: t('Delete') },
        { role: 'selectAll', label: t('Select all') },
      ],
    },
    {
      label: t('View'),
      submenu: [
        ...places.map(({ screen, label }, at) => ({
          label,
          accelerator: `Command+${at + 1}`,
          click: () => show({ screen }),
        })),
        { type: 'separator' as const },
        { role: 'togglefullscreen' as const, label: t('Full Screen') },
      ],
    },
    {
      role: 'windowMenu',
      label: t('Window'),
      submenu: [
        { role: 'minimize', label: t('Minimize') },
        { role: 'zoom', label: t('Zoom') },
        { type: 'separator' },
        { role: 'front', label: t('Bring All to Front') },
      ],
    },
  ]
}
