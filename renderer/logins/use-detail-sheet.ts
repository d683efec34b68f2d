/** In a narrow window the detail is a sheet: it takes the focus, and gives it back to the row it came from. */
import { type RefObject, useEffect } from 'react'
import { useActions, useAppState } from '../state/app-context.ts'
import { useMedia } from '../ui/use-media.ts'

/** 900 px at the usual text size; with larger text the sheet comes sooner. */
const NARROW = '(width < 56.25em)'

export function useDetailSheet(heading: RefObject<HTMLElement | null>): { narrow: boolean; open: boolean } {
  const actions = useActions()
  const narrow = useMedia(NARROW)
  const open = useSheetOpen()
  useEffect(() => {
    if (!open) return
    const before = document.activeElement
    heading.current?.focus()
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) actions.closeDetail()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      // The row is inert until this render is over.
      queueMicrotask(() => before instanceof HTMLElement && before.isConnected && before.focus())
    }
  }, [open, actions, heading])
  return { narrow, open }
}

/** Everything beside the sheet is out of reach while it is open. On another screen there is none. */
export function useSheetOpen(): boolean {
  const wanted = useAppState((state) => state.sheetOpen && state.screen === 'logins')
  return useMedia(NARROW) && wanted
}
