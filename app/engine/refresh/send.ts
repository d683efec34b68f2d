/** The request itself, and what each reply means for the ticket. Called only with the ticket in hand. */

import type { Failure } from '../../contract/failure.ts'
import { compareAccounts } from '../../model/credential.ts'
import type { ResolvedProvider } from '../../model/provider.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import type { TokenReply } from '../../oauth/token-endpoint.ts'
import type { HoldersFound, RefreshTarget } from './attempt.ts'
import type { RefreshContext } from './context.ts'
import { otherAccountFailure } from './failure-text.ts'
import { keepingOldToken, lostScope, mergeReply } from './merge-reply.ts'
import { accessMarksOf, keepSuccessor } from './recover.ts'
import { noteWorked } from './refusals.ts'
import { type Prepared, rehearse } from './rehearse.ts'
import { sendUntilAnswered } from './send-until-answered.ts'
import { reject, settleFailure } from './settle-failure.ts'
import { storeSuccessor } from './store-successor.ts'

export async function sendRefresh(
  tools: RefreshContext,
  target: RefreshTarget,
  provider: ResolvedProvider,
  now: HoldersFound,
  attempt: number,
  stillHeld: () => Promise<boolean>,
): Promise<RefreshOutcome> {
  const grant = now.fingerprint
  if (!(await stillHeld())) {
    await tools.journal.release(grant)
    const failure = {
      code: 'STORE_LOCKED',
      message: 'The lock was lost before the request was sent; nothing was spent.',
    }
    return { kind: 'retry', cause: 'locked', grant, failure }
  }
  const rehearsal = await rehearse(tools, now)
  if (rehearsal.kind !== 'ready') {
    await tools.journal.release(grant)
    if (rehearsal.kind === 'superseded') return { kind: 'superseded', grant }
    const { failure, isStorage } = rehearsal
    return { kind: 'retry', cause: isStorage ? 'not-sent' : 'transient', grant, failure: notSent(failure) }
  }
  const { prepared } = rehearsal
  try {
    const { meaning, lost } = await sendUntilAnswered(tools, target, provider, now, stillHeld)
    if (meaning.kind !== 'success')
      return await settleFailure(tools, target, provider, now, meaning, lost || attempt > 1)
    const outcome = await settleSuccess(tools, target, now, meaning.reply, prepared)
    await noteWorked(tools.ports, provider, now.fingerprint)
    return outcome
  } finally {
    await prepared.freeAllRoom()
  }
}

/** The hint of a full disk or a locked keychain stays: it says what to do. */
function notSent(failure: Failure): Failure {
  const nothingLost = 'Nothing was sent to the provider, so nothing is lost.'
  return { ...failure, hint: [failure.hint, nothingLost].filter(Boolean).join(' ') }
}

async function settleSuccess(
  tools: RefreshContext,
  target: RefreshTarget,
  now: HoldersFound,
  reply: TokenReply,
  prepared: Prepared,
): Promise<RefreshOutcome> {
  const grant = now.fingerprint
  if (compareAccounts(target.profile.account, reply.account) === 'different') {
    return reject(tools, grant, 'other-account', otherAccountFailure(reply.account))
  }
  const kept = target.refused ? undefined : keepingOldToken(now.credential, reply, tools.ports.clock.now())
  const next = kept ?? mergeReply(now.credential, reply)
  const seen = accessMarksOf(tools, now.entries)
  // The stores get ready while the journal's disk is busy; what they hold changes only when the journal has it.
  const journaled = await keepSuccessor(tools, now.entries, grant, next, seen, prepared)
  await prepared.freeAllRoom()
  const { lost, owner } = now.current
  const notes = {
    narrowed: lostScope(now.credential, reply),
    recovered: false,
    seen,
    keptOld: kept !== undefined,
    ...(lost === undefined ? {} : { lostBy: owner }),
  }
  const { onStored } = target
  return storeSuccessor(tools, now, next, notes, { kept: journaled, ...(onStored ? { onStored } : {}) })
}
