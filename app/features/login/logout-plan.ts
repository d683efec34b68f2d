/** What goes dark when a login is ended, before it is. Pure but for what it is handed. */
import type { HistoryEventView, LogoutView } from '../../contract/views.ts'
import { VAULT } from '../../model/holder.ts'
import type { Profile } from '../../model/profile.ts'
import { labelOf } from '../../model/profile-view.ts'
import type { ResolvedProvider } from '../../model/provider.ts'

/** Who has not asked for so long will hardly miss it. */
export const LOOK_BACK_MS = 30 * 24 * 60 * 60_000
/** Asked for by nobody who could go dark. */
const NO_PROGRAM = new Set(['schedule', 'person', 'start'])

export function logoutPlan(
  profile: Profile,
  provider: ResolvedProvider,
  history: readonly HistoryEventView[],
  borrowers: readonly string[],
): LogoutView {
  const foreign = profile.grant.entries.filter(({ holder }) => holder.store !== VAULT)
  const files = new Map(foreign.map(({ holder, program, owner }) => [holder.path, program ?? owner]))
  const askers = history.map(({ askedBy }) => askedBy.replace(/ \(pid \d+\)$/, ''))
  return {
    profileId: profile.id,
    account: labelOf(profile),
    providerName: provider.name,
    revocable: provider.revocationEndpoint !== undefined,
    files: [...files].map(([path, program]) => ({ path, program })),
    programs: [...new Set(askers)].filter((name) => !NO_PROGRAM.has(name)),
    borrowers,
  }
}
