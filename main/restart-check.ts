/** "Can programs restart?" as the tray asks it: the same as `lamplighter check --refresh`. */
import type { Core } from '../app/core.ts'
import { checkLogins, DEFAULT_WITHIN_MS } from '../app/features/diagnostics/restart-check.ts'
import { type CheckText, checkText } from './text/check-text.ts'

export type CheckedCore = Pick<Core, 'overview' | 'profile' | 'look' | 'refresh'>

export async function checkBeforeRestart(core: CheckedCore, now: () => number): Promise<CheckText> {
  const asks = {
    overview: async () => core.overview(),
    profile: async (name: string) => core.profile(name),
    refresh: (profileId: string) => core.refresh(profileId, { askedBy: 'person' }),
    lookAgain: () => core.look(),
    now,
  }
  return checkText(await checkLogins(asks, { withinMs: DEFAULT_WITHIN_MS, refresh: true }), now())
}
