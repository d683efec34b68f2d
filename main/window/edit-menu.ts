/** What a right click offers on text: Electron has no menu of its own for it. */
import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import { t } from '../../app/words/t.ts'

export interface ClickedText {
  readonly isEditable: boolean
  readonly selectionText: string
  readonly editFlags: { readonly canCut: boolean; readonly canCopy: boolean; readonly canPaste: boolean }
}

export function offerEditMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, clicked) => {
    const items = editItems(clicked).map(named)
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
}

/** Electron calls them by their English names, whatever the language. */
function named(item: MenuItemConstructorOptions): MenuItemConstructorOptions {
  switch (item.role) {
    case 'cut':
      return { ...item, label: t('Cut') }
    case 'copy':
      return { ...item, label: t('Copy') }
    case 'paste':
      return { ...item, label: t('Paste') }
    case 'selectAll':
      return { ...item, label: t('Select all') }
    default:
      return item
  }
}

/** Nothing where there is nothing to edit or to copy: the page's own menus come there. */
export function editItems({
  isEditable,
  selectionText,
  editFlags,
}: ClickedText): MenuItemConstructorOptions[] {
  const copy = { role: 'copy', enabled: editFlags.canCopy } as const
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy]
  return [
    { role: 'cut', enabled: editFlags.canCut },
    copy,
    { role: 'paste', enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll' },
  ]
}
