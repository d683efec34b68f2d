/** The first refresh of what was moved here: from then on any copy of the old token is of no use. */
import { messageOf } from '../../../base/errors.ts'
import { labelOf } from '../../../model/profile-view.ts'
import { here, type NodeDeps } from '../connection/deps.ts'
import type { InRecord } from './move-record.ts'

export interface Moved {
  readonly profileId: string
  readonly account: string
  readonly message: string
}

/** Never throws for a refresh that fails: it is ours, and is tried again. */
export async function firstRefresh(parts: NodeDeps, record: InRecord): Promise<Moved> {
  const profile = here(parts).find(({ id }) => id === record.local)
  if (!profile)
    return { profileId: record.local ?? '', account: record.account, message: 'It was moved here.' }
  const about = { profileId: profile.id, account: labelOf(profile) }
  const isUnused = profile.grant.entries.some(({ fingerprint }) => fingerprint === record.mark)
  if (!isUnused) return { ...about, message: 'Moved: this machine owns it.' }
  try {
    const { outcome } = await parts.refresh(profile, 'move')
    if (outcome.kind === 'refreshed' || outcome.kind === 'adopted') {
      return { ...about, message: 'Moved: this machine has renewed it and owns it now.' }
    }
    const why = 'failure' in outcome ? outcome.failure.message : 'It is tried again.'
    return {
      ...about,
      message: `Moved: this machine owns it now. The first renewal did not succeed yet. ${why}`,
    }
  } catch (error) {
    return { ...about, message: `Moved: this machine owns it now. It was not renewed: ${messageOf(error)}` }
  }
}
