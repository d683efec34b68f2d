/** The request itself, and what each reply means for the ticket. Called only with the ticket in hand. */

import { messageOf, toFailure } from '../../base/errors.ts'
import { HttpFailure, type SealingKey } from '../../base/ports.ts'
import { type Credential, compareAccounts } from '../../model/credential.ts'
import { currentCopy } from '../../model/current-copy.ts'
import { isUsable } from '../../model/expiry.ts'
import type { HeldEntry } from '../../model/holder.ts'
import type { ResolvedProvider } from '../../model/provider.ts'
import type { RefreshOutcome, RejectCause } from '../../model/refresh-outcome.ts'
import { CALL_TIMEOUT_MS, CLIENT_REJECTED_RETRY_MS } from '../../model/refresh-policy.ts'
import { refreshGrant, type TokenReply } from '../../oauth/token-endpoint.ts'
import { writingOf } from '../../stores/store.ts'
import type { HoldersFound, RefreshTarget } from './attempt.ts'
import { classifyAnswer, classifyFailure, type ReplyClass } from './classify-reply.ts'
import type { RefreshContext } from './context.ts'
import { foundAt, readHolders, storeOf } from './holders.ts'
import { lostScope, mergeReply } from './merge-reply.ts'
import { keepSuccessor } from './recover.ts'
import { storeSuccessor } from './store-successor.ts'

/** A rival that won the race needs a moment to write what it got. */
const RIVAL_WRITE_MS = 2_000
const RIVAL_POLL_MS = 100

export async function sendRefresh(
  tools: RefreshContext,
  target: RefreshTarget,
  provider: ResolvedProvider,
  now: HoldersFound,
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
  const meaning = await send(tools, provider, now)
  if (meaning.kind === 'success') return settleSuccess(tools, target, now, meaning.reply, key)
  return settleFailure(tools, target, now, meaning)
}

async function send(
  tools: RefreshContext,
  provider: ResolvedProvider,
  now: HoldersFound,
): Promise<ReplyClass> {
  const limits = now.entries.map((entry) => writingOf(storeOf(tools, entry.holder)).maxHoldMs)
  try {
    const timeoutMs = Math.min(CALL_TIMEOUT_MS, ...limits)
    return classifyAnswer(await refreshGrant(tools.ports, provider, now.credential, { timeoutMs }))
  } catch (error) {
    if (error instanceof HttpFailure) return classifyFailure(error.left, error.message)
    return classifyFailure(true, messageOf(error)) // a surprise after the ticket: assume the worst
  }
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
  const next = mergeReply(now.credential, reply)
  // The stores get ready while the journal's disk is busy; what they hold changes only when the journal has it.
  const kept = await keepSuccessor(tools, now.entries, grant, next, key)
  const { lost, owner } = now.current
  const notes = {
    narrowed: lostScope(now.credential, reply),
    recovered: false,
    ...(lost === undefined ? {} : { lostBy: owner }),
  }
  const { onStored } = target
  return storeSuccessor(tools, now, next, notes, { kept, ...(onStored ? { onStored } : {}) })
}

async function settleFailure(
  tools: RefreshContext,
  target: RefreshTarget,
  now: HoldersFound,
  meaning: Exclude<ReplyClass, { kind: 'success' }>,
): Promise<RefreshOutcome> {
  const grant = now.fingerprint
  const name = target.provider.name
  const { detail } = meaning
  const nowMs = tools.ports.clock.now()
  switch (meaning.kind) {
    case 'reused':
    case 'rejected': {
      const winner = await lookForRival(tools, now)
      if (winner) {
        await tools.journal.rejected(grant, {
          code: 'PROVIDER_REFUSED',
          message: 'Another process was faster.',
          detail,
        })
        const { credential, entry } = winner
        return { kind: 'adopted', credential, grant, ...foundAt(entry), raced: true, repaired: [] }
      }
      return reject(tools, grant, meaning.kind, {
        code: 'NEEDS_LOGIN',
        message: `${name} has ended this login.`,
        hint: 'Sign in again to bring it back.',
        detail,
      })
    }
    case 'insufficient-scope':
      return reject(tools, grant, 'insufficient-scope', {
        code: 'NEEDS_LOGIN',
        message: `${name} wants more permissions than this login has.`,
        hint: 'Sign in again and grant them.',
        detail,
      })
    case 'unknown-outcome':
      await tools.journal.unknown(grant)
      return {
        kind: 'retry',
        cause: 'unknown-outcome',
        grant,
        failure: {
          code: 'OUTCOME_UNKNOWN',
          message: `The request went out to ${name} and no reply came back, so nobody knows yet whether it counted.`,
          hint: 'Lamplighter waits a minute, looks again, and tries once more.',
          detail,
        },
      }
    case 'client-rejected':
      await tools.journal.release(grant)
      return {
        kind: 'retry',
        cause: 'client-rejected',
        grant,
        retryAtMs: nowMs + CLIENT_REJECTED_RETRY_MS,
        failure: {
          code: 'CLIENT_REJECTED',
          message: `${name} does not accept the way Lamplighter asks. The login itself may be fine.`,
          hint: `Check the client id and the endpoints of "${target.provider.id}" in config.json.`,
          detail,
        },
      }
    case 'rate-limited':
    case 'transient': {
      await tools.journal.release(grant)
      const limited = meaning.kind === 'rate-limited'
      return {
        kind: 'retry',
        cause: meaning.kind,
        grant,
        ...(meaning.retryAfterMs === undefined ? {} : { retryAtMs: nowMs + meaning.retryAfterMs }),
        failure: {
          code: limited ? 'PROVIDER_REFUSED' : 'PROVIDER_UNREACHABLE',
          message: limited ? `${name} asks us to wait.` : `${name} cannot be reached properly just now.`,
          hint: 'Nothing to do: Lamplighter tries again by itself.',
          detail,
        },
      }
    }
  }
}

interface Rival {
  readonly entry: HeldEntry
  readonly credential: Credential
}

/** invalid_grant is evidence about the bytes that were sent: does the store hold others by now? */
async function lookForRival(tools: RefreshContext, now: HoldersFound): Promise<Rival | undefined> {
  const { clock } = tools.ports
  // Counted, not timed: a clock that is set back must not keep everybody's locks for hours.
  for (let polls = now.current.mode === 'shared' ? RIVAL_WRITE_MS / RIVAL_POLL_MS : 0; ; polls--) {
    const entries = await readHolders(tools, now.entries)
    const others = entries.filter((entry) => entry.fingerprint !== now.fingerprint && entry.credential)
    if (others.length > 0) {
      const entry = currentCopy(others)
      if (entry.credential && isUsable(entry.credential, clock.now()))
        return { entry, credential: entry.credential }
    }
    if (polls <= 0) return undefined
    await clock.sleep(RIVAL_POLL_MS)
  }
}

async function reject(
  tools: RefreshContext,
  grant: string,
  cause: RejectCause,
  failure: { code: string; message: string; hint: string; detail?: string },
): Promise<RefreshOutcome> {
  await tools.journal.rejected(grant, failure)
  return { kind: 'rejected', cause, grant, failure }
}
