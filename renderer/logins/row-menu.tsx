/** What can be done with a login, at a right click on its row or the menu key. */
import { type MouseEvent, useCallback, useRef, useState } from 'react'
import { calledOf } from '../format/labels.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { Menu } from '../ui/menu.tsx'
import { loginItems } from './login-items.ts'

export function useRowMenu() {
  const { store, actions } = useApp()
  const [at, setAt] = useState<{ profileId: string; left: number; top: number }>()
  const row = useRef<HTMLElement | null>(null)
  const profile = useAppState((state) => state.overview?.profiles.find(({ id }) => id === at?.profileId))

  function onContextMenu(event: MouseEvent): void {
    const found = (event.target as Element).closest<HTMLElement>('[data-row]')
    const profileId = found?.dataset.row
    if (!found || profileId === undefined) return
    event.preventDefault()
    row.current = found
    actions.select(profileId)
    setAt({ profileId, left: event.clientX, top: event.clientY })
  }

  const close = useCallback((focusBack: boolean) => {
    setAt(undefined)
    if (focusBack) row.current?.focus()
  }, [])
  const anchor = useCallback(() => at && { left: at.left, top: at.top, width: 0, height: 0 }, [at])
  const menu =
    at && profile ? (
      <Menu
        key={at.profileId}
        name={calledOf(profile)}
        anchor={anchor}
        items={loginItems(profile, store.getState(), actions)}
        align="start"
        close={close}
      />
    ) : null
  return { onContextMenu, menu }
}
