/** Plain menu entries, and what a click on them asks for. */
import { shown } from '../../app/base/outside-text.ts'

export type TrayAction =
  | { readonly kind: 'check' | 'resume' | 'quit' }
  /** At that login, or what is wrong besides, where one is named. */
  | { readonly kind: 'open'; readonly profileId?: string; readonly problemId?: string }
  | { readonly kind: 'login'; readonly profileId: string }
  /** Counted from the click: a menu may have been open, or up, for long. */
  | { readonly kind: 'pause'; readonly until: 'in-an-hour' | 'tomorrow' | 'resumed' }

export type MenuItem =
  | { readonly kind: 'separator' }
  | { readonly kind: 'text'; readonly label: string }
  | {
      readonly kind: 'action'
      readonly label: string
      readonly action: TrayAction
      readonly enabled: boolean
    }
  | { readonly kind: 'submenu'; readonly label: string; readonly entries: readonly MenuItem[] }

const MOST_CHARACTERS = 64

export const SEPARATOR: MenuItem = { kind: 'separator' }

export function text(words: string): MenuItem {
  return { kind: 'text', label: label(words) }
}

export function action(words: string, does: TrayAction, enabled = true): MenuItem {
  return { kind: 'action', label: label(words), action: does, enabled }
}

export function submenu(words: string, entries: readonly MenuItem[]): MenuItem {
  return { kind: 'submenu', label: label(words), entries }
}

/** A label means what it says: `&` would mark a shortcut, a tab an accelerator, a line break nothing good. */
function label(words: string): string {
  const characters = Array.from(shown(words.replace(/\p{Cc}+/gu, ' ')).trim())
  const short =
    characters.length > MOST_CHARACTERS
      ? `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`
      : characters.join('')
  return short.replaceAll('&', '&&')
}
