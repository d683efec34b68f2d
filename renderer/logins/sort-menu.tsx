/** In which order the logins stand, and how close together. */
import { t } from '../../app/words/t.ts'
import { SORTS } from '../model/sort.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { SortIcon } from '../ui/icons.tsx'
import { MenuButton } from '../ui/menu-button.tsx'

export function SortMenu() {
  const actions = useActions()
  const sort = useAppState((state) => state.sort)
  const foldBy = useAppState((state) => state.foldBy)
  const compact = useAppState((state) => state.compact)
  const label = SORTS.find((known) => known.id === sort)?.label ?? ''
  return (
    <MenuButton
      className="button sort-button"
      name={t('Sort: {label}', { label })}
      align="end"
      items={[
        ...SORTS.map(({ id, label: name }) => ({
          id,
          label: name,
          checked: id === sort,
          run: () => actions.sort(id),
        })),
        {
          id: 'fold-by',
          label: t('Fold by program'),
          checked: foldBy === 'program',
          own: true,
          run: () => actions.setFoldBy(foldBy === 'program' ? 'provider' : 'program'),
        },
        {
          id: 'compact',
          label: t('Compact rows'),
          checked: compact,
          own: true,
          run: () => actions.setCompact(!compact),
        },
      ]}
    >
      <SortIcon />
      <span className="sort-label">{label}</span>
    </MenuButton>
  )
}
