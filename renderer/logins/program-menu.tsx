/** Of which program the logins are shown; there only where there is more than one. */
import { useMemo } from 'react'
import type { ProfileView } from '../../app/contract/views.ts'
import { countPrograms } from '../model/programs.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { PlugIcon } from '../ui/icons.tsx'
import { MenuButton } from '../ui/menu-button.tsx'

export function ProgramMenu() {
  const actions = useActions()
  const program = useAppState((state) => state.program)
  const profiles = useAppState((state) => state.overview?.profiles ?? NONE)
  const programs = useMemo(() => countPrograms(profiles), [profiles])
  if (programs.length < 2 && program === undefined) return null
  const items = programs.map(({ name, count }) => ({
    id: name,
    label: `${name} (${count})`,
    checked: name === program,
    run: () => actions.showProgram(name),
  }))
  const all = { id: 'all', label: 'All programs', checked: program === undefined }
  return (
    <MenuButton
      className="button sort-button"
      name={`Program: ${program ?? 'all'}`}
      align="end"
      items={[{ ...all, run: () => actions.showProgram(undefined) }, ...items]}
    >
      <PlugIcon />
      <span className="sort-label">{program ?? 'All programs'}</span>
    </MenuButton>
  )
}

const NONE: readonly ProfileView[] = []
