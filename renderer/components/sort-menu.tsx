/** In which order the logins stand. */
import { useActions, useAppState } from '../app-context.ts'
import { SORTS } from '../format/sort.ts'
import { SortIcon } from './icons.tsx'
import { MenuButton } from './menu-button.tsx'

export function SortMenu() {
  const actions = useActions()
  const sort = useAppState((state) => state.sort)
  const label = SORTS.find((known) => known.id === sort)?.label ?? ''
  return (
    <MenuButton
      className="chip chip-sort"
      name={`Sort: ${label}`}
      align="end"
      items={SORTS.map(({ id, label: name }) => ({
        id,
        label: name,
        checked: id === sort,
        run: () => actions.sort(id),
      }))}
    >
      <SortIcon />
      {label}
    </MenuButton>
  )
}
