import type { MenuItemConstructorOptions } from 'electron'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Navigation } from '../../../app/contract/channels.ts'
import { loadLanguage } from '../../../app/words/load.ts'

vi.mock('electron', () => ({ Menu: {} }))
const { macMenu } = await import('../../../main/window/app-menu.ts')
const { editItems } = await import('../../../main/window/edit-menu.ts')

const all = (items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])])

describe('the menu bar of macOS', () => {
  const shown: Navigation[] = []
  const items = all(macMenu((to) => shown.push(to)))

  it('leads to each place of the window, by the keys of the platform', () => {
    for (const { click } of items) (click as (() => void) | undefined)?.()
    expect(shown.map(({ screen }) => screen)).toEqual([
      'settings',
      'import',
      'logins',
      'programs',
      'nodes',
      'history',
    ])
    expect(items.find(({ label }) => label === 'Settings…')?.accelerator).toBe('Command+,')
  })

  it('keeps what the system expects: edit, close, window, quit', () => {
    const roles = items.map(({ role }) => role)
    for (const role of ['appMenu', 'editMenu', 'windowMenu', 'close', 'quit'] as const)
      expect(roles).toContain(role)
  })

  describe('in another language', () => {
    afterEach(() => loadLanguage('en'))

    it('has a word for each thing in it: Electron’s own are English', async () => {
      await loadLanguage('de')
      const german = all(macMenu(() => undefined))
      const unnamed = german.filter(
        ({ type, role, label }) => type !== 'separator' && role !== 'appMenu' && !label,
      )
      expect(unnamed).toEqual([])
      const words = new Set(items.map(({ label }) => label).filter(Boolean))
      expect(german.filter(({ label }) => words.has(label)).map(({ label }) => label)).toEqual([])
    })
  })

  it('gives no key to two of them', () => {
    const keys = items.flatMap(({ accelerator }) => accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('the menu of a right click', () => {
  const can = { canCut: true, canCopy: true, canPaste: true }

  it('edits what can be edited, copies what is selected, and leaves the rest to the page', () => {
    const roles = (isEditable: boolean, selectionText: string) =>
      editItems({ isEditable, selectionText, editFlags: can }).flatMap(({ role }) => role ?? [])
    expect(roles(true, '')).toEqual(['cut', 'copy', 'paste', 'selectAll'])
    expect(roles(false, 'ada@example.test')).toEqual(['copy'])
    expect(roles(false, ' ')).toEqual([])
  })
})
