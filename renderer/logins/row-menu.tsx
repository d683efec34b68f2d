/** What can be done with a login or a problem, at a right click on its row or the menu key. */
import { type MouseEvent, useCallback, useRef, useState } from 'react'
import { problemsOf } from '../../app/contract/problems.ts'
import { calledOf } from '../format/labels.ts'
import { problemTitle } from '../model/problems.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { Menu } from '../ui/menu.tsx'
import { loginItems } from './login-items.ts'
import { problemItems } from './problem-items.ts'

export function useRowMenu() {
  const { store, actions } = useApp()
  const [at, setAt] = useState<{ rowId: string; left: number; top: number }>()
  const row = useRef<HTMLElement | null>(null)
  const profile = useAppState((state) => state.overview?.profiles.find(({ id }) => id === at?.rowId))
  const problem = useAppState(
    ({ overview }) => overview && problemsOf(overview).find(({ id }) => id === at?.rowId),
  )

  function onContextMenu(event: MouseEvent): void {
    const found = (event.target as Element).closest<HTMLElement>('[data-row]')
    const rowId = found?.dataset.row
    if (!found || rowId === undefined) return
    event.preventDefault()
    row.current = found
    actions.select(rowId)
    setAt({ rowId, left: event.clientX, top: event.clientY })
  }

  const close = useCallback((focusBack: boolean) => {
    setAt(undefined)
    if (focusBack) row.current?.focus()
  }, [])
  const anchor = useCallback(() => at && { left: at.left, top: at.top, width: 0, height: 0 }, [at])
  const about = profile
    ? { name: calledOf(profile), items: loginItems(profile, store.getState(), actions) }
    : problem && { name: problemTitle(problem), items: problemItems(problem, actions) }
  const menu =
    at && about ? <Menu key={at.rowId} {...about} anchor={anchor} align="start" close={close} /> : null
  return { onContextMenu, menu }
}
