/** The request itself, and what each reply means for the ticket. Called only with the ticket in hand. */

import { toFailure } from '../../base/errors.ts'
import type { SealingKey } from '../../base/ports.ts'
import { compareAccounts } from '../../model/credential.ts'
import type { ResolvedProvider } from '../../model/provider.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import type { TokenReply } from '../../oauth/token-endpoint.ts'
import { sendUntilAnswered } from './ask.ts'
import type { HoldersFound, RefreshTarget } from './attempt.ts'
import type { RefreshContext } from './context.ts'
import { keepingOldToken, lostScope, mergeReply } from './merge-reply.ts'
import { accessMarksOf, keepSuccessor } from './recover.ts'
import { noteWorked } from './refusals.ts'
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
  let key: SealingKey
  try {
    key = await tools.journal.prepare()
  } catch (error) {
    await tools.journal.release(grant)
    return { kind: 'retry', cause: 'transient', grant, failure: toFailure(error) }
  }
  const { meaning, lost } = await sendUntilAnswered(tools, target, provider, now, stillHeld)
  if (meaning.kind !== 'success')
    return settleFailure(tools, target, provider, now, meaning, lost || attempt > 1)
  const outcome = await settleSuccess(tools, target, now, meaning.reply, key)
  await noteWorked(tools.ports, provider, now.fingerprint)
  return outcome
}

async function settleSuccess(
  tools: RefreshContext,
  target: RefreshTarget,
  now: HoldersFound,
  reply: TokenReply,
  key: SealingKey,
): Promise<RefreshOutcome> {
  const grant = now.fingerprint
  if (compareAccounts(target.profile.account, reply.account) === 'different') {
    return reject(tools, grant, 'other-account', {
      code: 'LOGIN_OTHER_ACCOUNT',
      message: `The provider answered for another account (${reply.account.email ?? reply.account.id}). Nothing was written.`,
      hint: 'Sign in again with the right account.',
    })
  }
  const kept = target.refused ? undefined : keepingOldToken(now.credential, reply, tools.ports.clock.now())
  const next = kept ?? mergeReply(now.credential, reply)
  const seen = accessMarksOf(tools, now.entries)
  // The stores get ready while the journal's disk is busy; what they hold changes only when the journal has it.
  const journaled = await keepSuccessor(tools, now.entries, grant, next, seen, key)
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
