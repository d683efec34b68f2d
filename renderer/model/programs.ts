/** The programs that hold the logins of the list. A login in several programs is shown with each. */
import type { ProfileView } from '../../app/contract/views.ts'
import { programOf } from './sort.ts'

export function programsOf(profile: Pick<ProfileView, 'owner' | 'holders'>): ReadonlySet<string> {
  const holding = profile.holders.flatMap(({ label }) => {
    const [program, part] = label.split(' · ')
    return program !== undefined && part !== undefined ? [program] : []
  })
  return new Set([programOf(profile), ...holding])
}

export interface ProgramCount {
  readonly name: string
  readonly count: number
}

/** By name. */
export function countPrograms(
  profiles: readonly Pick<ProfileView, 'owner' | 'holders'>[],
): readonly ProgramCount[] {
  const counts = new Map<string, number>()
  for (const profile of profiles)
    for (const name of programsOf(profile)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
