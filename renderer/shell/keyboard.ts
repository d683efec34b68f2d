/** Keys that work anywhere in the window, and the list that the shortcuts dialog shows. */
import { t } from '../../app/words/t.ts'
import type { ScreenId } from '../state/store.ts'

export type Shortcut =
  | { readonly kind: 'search' }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'help' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'screen'; readonly screen: ScreenId }

/** The places of every day: an import is reached from Machines and from "Add". */
export type PlaceId = Exclude<ScreenId, 'import'>

/** In the order of the sidebar. */
export const SCREENS: readonly { readonly id: PlaceId; readonly label: string }[] = [
  { id: 'logins', label: t('Logins') },
  { id: 'programs', label: t('Programs') },
  { id: 'nodes', label: t('Machines') },
  { id: 'history', label: t('History') },
  { id: 'settings', label: t('Settings') },
]

export interface ShortcutGroup {
  readonly title: string
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: string }[]
}

export const DOCUMENTED: readonly ShortcutGroup[] = [
  {
    title: t('Anywhere'),
    keys: [
      ...SCREENS.map(({ id, label }, at) => ({
        keys: [String(at + 1), ...(id === 'settings' ? ['Ctrl ,'] : [])],
        does: label,
      })),
      { keys: ['Ctrl K'], does: t('Every action and login, by a few letters') },
      { keys: ['/', 'Ctrl F'], does: t('Search') },
      { keys: ['Ctrl W'], does: t('Close the window; Lamplighter keeps watch') },
      { keys: ['Esc'], does: t('Close what is open over the screen') },
      { keys: ['?'], does: t('This list') },
    ],
  },
  {
    title: t('In the list of logins'),
    keys: [
      { keys: ['↑', '↓'], does: t('Next and previous login') },
      { keys: ['Page Up', 'Page Down'], does: t('A screenful') },
      { keys: ['Home', 'End'], does: t('First and last') },
      { keys: ['→', '←'], does: t('To the action of a row, and back; opens and closes a folded group') },
      { keys: ['Enter'], does: t('Details') },
      { keys: ['R'], does: t('Renew the selected login') },
      { keys: ['S'], does: t('Sign in to the selected login') },
      { keys: ['Menu', 'Shift F10'], does: t('What can be done with it') },
    ],
  },
]

export interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly repeat: boolean
  readonly isComposing: boolean
  readonly defaultPrevented: boolean
}

/** Undefined for any other key; and held keys and half-typed characters are never ours. */
export function shortcutFor(pressed: PressedKey): Shortcut | undefined {
  if (pressed.altKey || pressed.repeat || pressed.isComposing || pressed.defaultPrevented) return undefined
  if (pressed.ctrlKey || pressed.metaKey) return chordFor(pressed)
  const screen = /^[1-9]$/.test(pressed.key) ? SCREENS[Number(pressed.key) - 1] : undefined
  if (screen) return { kind: 'screen', screen: screen.id }
  switch (pressed.key) {
    case '/':
      return { kind: 'search' }
    case '?':
      return { kind: 'help' }
    case 'r':
    case 'R':
      return { kind: 'refresh' }
    case 's':
    case 'S':
      return { kind: 'sign-in' }
    default:
      return undefined
  }
}

/** With Ctrl, or Cmd where the keyboard has one: they work while text is typed, too. */
function chordFor({ key, ctrlKey, metaKey }: PressedKey): Shortcut | undefined {
  if (ctrlKey && metaKey) return undefined
  switch (key.toLowerCase()) {
    case 'k':
      return { kind: 'palette' }
    case 'f':
      return { kind: 'search' }
    case ',':
      return { kind: 'screen', screen: 'settings' }
    default:
      return undefined
  }
}

const NOT_TEXT = new Set([
  'checkbox',
  'radio',
  'button',
  'submit',
  'reset',
  'range',
  'color',
  'file',
  'image',
])

/** Something is open over the screen: it has all keys. */
export function isCovered(): boolean {
  return document.querySelector('dialog[open], [role="menu"]') !== null
}

/** The key belongs to what has the focus: text is being typed, or something is open over the screen. */
export function belongsElsewhere(target: EventTarget | null): boolean {
  if (isCovered()) return true
  if (target instanceof HTMLInputElement) return !NOT_TEXT.has(target.type)
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  )
}
