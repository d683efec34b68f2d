/** Drift mended without a request: the newest tokens into the holders that hold older ones. */
import { AppError } from '../../base/errors.ts'
import { currentCopy } from '../../model/current-copy.ts'
import type { Profile } from '../../model/profile.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import { WAIT_MS } from '../../model/refresh-policy.ts'
import type { HolderContext } from './context.ts'
import { isOurs, isStale, lockHolders, readHolders, writeHolders } from './holders.ts'

/** @throws AppError STORE_LOCKED; STORE_UNWRITABLE when no holder could be mended; NOT_REFRESHABLE when none may be */
export async function repairDrift(
  tools: HolderContext,
  profile: Profile,
  waitMs = WAIT_MS,
): Promise<RefreshOutcome> {
  const known = profile.grant.entries.filter(isOurs)
  if (known.length === 0) {
    throw new AppError(
      'NOT_REFRESHABLE',
      'These files belong to another program; Lamplighter does not write them.',
    )
  }
  const lock = await lockHolders(tools, known, waitMs)
  try {
    // The newest may be a copy that only its owner writes, and that renewed the grant.
    const entries = await readHolders(tools, profile.grant.entries)
    const current = currentCopy(entries)
    const { credential, fingerprint = '' } = current
    if (!credential)
      throw new AppError('NOT_REFRESHABLE', 'None of the files holds tokens that could be copied.')
    const stale = entries.filter((entry) => isOurs(entry) && isStale(entry, current))
    const { written, troubles } = await writeHolders(tools, stale, credential)
    const first = troubles[0]?.failure
    if (written.length === 0 && first) throw new AppError('STORE_UNWRITABLE', first.message)
    return { kind: 'repaired', credential, grant: fingerprint, repaired: written, troubles }
  } finally {
    await lock.release()
  }
}
