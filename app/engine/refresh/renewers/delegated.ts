/** Asks the program that owns a login to refresh it. Whether it did, only its file says, read before and after. */
import { toFailure } from '../../../base/errors.ts'
import type { Failure } from '../../../contract/failure.ts'
import type { RefreshOutcome } from '../../../model/refresh-outcome.ts'
import type { RenewTarget } from '../attempt.ts'
import type { RefreshContext } from '../context.ts'
import { acquireGrantLock, movedOn } from '../grant-lock.ts'
import { storeOf } from '../holders.ts'
import { type RenewerDeps, renewTarget } from './own-target.ts'
import type { Renewer } from './renewer.ts'

/** An owner asked in vain may ask its provider several times at each start. */
const ASK_AGAIN_MS = 30 * 60_000

export function delegatedRenewer(deps: RenewerDeps): Renewer {
  return (profile) => {
    const target = renewTarget(deps, profile)
    return () => delegatedRefresh(deps.tools, target)
  }
}

/** Under our own lock, so that no two of us ask at once; the owner's locks are its own business. */
async function delegatedRefresh(tools: RefreshContext, target: RenewTarget): Promise<RefreshOutcome> {
  const turn = await acquireGrantLock(tools, target)
  if (turn.kind !== 'turn') return turn.outcome
  try {
    return (await movedOn(tools, target)) ?? (await ask(tools, target))
  } finally {
    await turn.lock.release()
  }
}

async function ask(tools: RefreshContext, target: RenewTarget): Promise<RefreshOutcome> {
  const { current } = target.profile.grant
  const { delegation, owner } = storeOf(tools, current.holder)
  if (!delegation) throw new Error(`${owner} cannot be asked to renew`) // the conformance suite sees to that
  let failure: Failure = {
    code: 'NOT_REFRESHABLE',
    message: `${owner} was asked to renew this login, and its file is as it was.`,
    hint: `Start ${owner} and see what it says; it may have to be signed in again.`,
  }
  try {
    await delegation.refresh(current.holder, new AbortController().signal)
  } catch (error) {
    failure = toFailure(error) // it may have refreshed all the same
  }
  const renewed = await movedOn(tools, target)
  if (renewed) return { ...renewed, askedOf: owner }
  const retryAtMs = tools.ports.clock.now() + ASK_AGAIN_MS
  return { kind: 'retry', cause: 'transient', grant: current.fingerprint ?? '', failure, retryAtMs }
}
