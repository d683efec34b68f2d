/** The keys of keyboard.ts, while the window is open. */
import { type RefObject, useEffect } from 'react'
import { useApp } from '../state/app-context.ts'
import { loginFor, type ScreenId, selectedProfile } from '../state/store.ts'
import { belongsElsewhere, isCovered, type Shortcut, shortcutFor } from './keyboard.ts'

export function useKeyboard(search: RefObject<HTMLInputElement | null>): void {
  const { store, actions } = useApp()
  useEffect(() => {
    /** @returns false when there is nothing it could do now: then the key is not taken */
    function run(shortcut: Shortcut): boolean {
      const state = store.getState()
      // Before the first "Begin" there is no list on the screen.
      const listed = state.screen === 'logins' && state.settings?.welcomed !== false
      const profile = listed ? selectedProfile(state) : undefined
      switch (shortcut.kind) {
        case 'search':
          search.current?.focus()
          search.current?.select()
          return search.current !== null
        case 'palette':
          if (state.settings?.welcomed === false) return false
          actions.openPalette()
          return true
        case 'help':
          actions.openShortcuts()
          return true
        case 'screen':
          actions.show(shortcut.screen)
          // What had the focus goes away with the last screen: it goes on from the name of this one.
          queueMicrotask(() => {
            if (document.activeElement === document.body) focusNav(shortcut.screen)
          })
          return true
        case 'refresh':
          if (!profile?.can.refresh || profile.status.kind === 'refreshing') return false
          void actions.refresh(profile.id)
          return true
        case 'sign-in':
          if (!profile?.can.login || loginFor(state, profile.id)) return false
          void actions.signIn({ profileId: profile.id })
          return true
      }
    }
    function onKey(event: KeyboardEvent): void {
      const shortcut = shortcutFor(event)
      const chord = event.ctrlKey || event.metaKey
      const taken = chord ? isCovered() : belongsElsewhere(event.target)
      if (shortcut && !taken && run(shortcut)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [store, actions, search])
}

function focusNav(screen: ScreenId): void {
  document.querySelector<HTMLElement>(`[data-screen="${screen}"]`)?.focus()
}
