/** A refresh that brought no tokens: what that means for the ticket, and what a person is told. */
import type { Failure } from '../../contract/failure.ts'
import type { Credential } from '../../model/credential.ts'
import { currentCopy } from '../../model/current-copy.ts'
import { isUsable } from '../../model/expiry.ts'
import type { HeldEntry } from '../../model/holder.ts'
import type { ResolvedProvider } from '../../model/provider.ts'
import type { RefreshOutcome, RejectCause, RetryCause } from '../../model/refresh-outcome.ts'
import { CLIENT_REJECTED_RETRY_MS, LASTING_REFUSALS } from '../../model/refresh-policy.ts'
import type { HoldersFound, RefreshTarget } from './attempt.ts'
import type { FailureClass } from './classify-reply.ts'
import type { RefreshContext } from './context.ts'
import {
  clientFailure,
  endedFailure,
  lostFailure,
  misdirectedFailure,
  probablyEndedFailure,
  refusedFailure,
  scopeFailure,
  troubleFailure,
  unreadableFailure,
  waitFailure,
} from './failure-text.ts'
import { foundAt, readHolders } from './holders.ts'
import { noteRefused } from './refusals.ts'

/** A rival that won the race needs a moment to write what it got. */
const RIVAL_WRITE_MS = 2_000
const RIVAL_POLL_MS = 100

/** A login that most likely has ended is tried once a day in the end. */
const MOST_HOURS = 24

/** In the way a dead grant is refused, whatever the words. */
function isRefusal(meaning: FailureClass): boolean {
  if (meaning.kind === 'client-rejected') return meaning.refusal
  return meaning.kind === 'transient' && meaning.from === 'refusal'
}

/** @param lost the reply to an earlier request with this refresh token never came */
export async function settleFailure(
  tools: RefreshContext,
  target: RefreshTarget,
  provider: ResolvedProvider,
  now: HoldersFound,
  meaning: FailureClass,
  lost: boolean,
): Promise<RefreshOutcome> {
  const grant = now.fingerprint
  const nowMs = tools.ports.clock.now()
  const retry = async (cause: RetryCause, failure: Failure, retryAtMs?: number): Promise<RefreshOutcome> => {
    await tools.journal.release(grant)
    return { kind: 'retry', cause, grant, failure, ...(retryAtMs === undefined ? {} : { retryAtMs }) }
  }
  const times = isRefusal(meaning) ? await noteRefused(tools.ports, provider, grant) : 0
  if (times >= LASTING_REFUSALS) {
    const againAtMs = nowMs + CLIENT_REJECTED_RETRY_MS * Math.min(times - LASTING_REFUSALS + 1, MOST_HOURS)
    return (
      (await raceLost(tools, now, meaning.detail)) ??
      reject(tools, grant, 'rejected', probablyEndedFailure(target.provider, meaning), againAtMs)
    )
  }
  if (times > 0) return retry('client-rejected', refusedFailure(target.provider, meaning))
  switch (meaning.kind) {
    case 'reused':
    case 'rejected':
      return (
        (await raceLost(tools, now, meaning.detail)) ??
        reject(tools, grant, meaning.kind, endedFailure(target.provider, meaning, lost))
      )
    case 'insufficient-scope':
      return reject(tools, grant, 'insufficient-scope', scopeFailure(target.provider, meaning))
    case 'unknown-outcome':
    case 'unreadable': {
      const isLost = meaning.kind === 'unknown-outcome'
      const failure = isLost
        ? lostFailure(target.provider, meaning)
        : unreadableFailure(target.provider, meaning)
      await tools.journal.unknown(grant, isLost ? undefined : failure)
      return { kind: 'retry', cause: 'unknown-outcome', grant, failure }
    }
    case 'client-rejected':
      return retry(
        'client-rejected',
        clientFailure(target.provider, meaning),
        nowMs + CLIENT_REJECTED_RETRY_MS,
      )
    case 'misdirected':
      return retry('client-rejected', misdirectedFailure(target.provider, meaning))
    case 'rate-limited':
    case 'transient': {
      const failure =
        meaning.kind === 'transient'
          ? troubleFailure(target.provider, meaning)
          : waitFailure(target.provider, meaning)
      const { retryAfterMs } = meaning
      return retry(meaning.kind, failure, retryAfterMs === undefined ? undefined : nowMs + retryAfterMs)
    }
  }
}

/** Somebody else's refresh was faster, and what it brought is stored by now. */
async function raceLost(
  tools: RefreshContext,
  now: HoldersFound,
  detail: string,
): Promise<RefreshOutcome | undefined> {
  const winner = await lookForRival(tools, now)
  if (!winner) return undefined
  const grant = now.fingerprint
  await tools.journal.rejected(grant, {
    code: 'PROVIDER_REFUSED',
    message: 'Another process was faster.',
    detail,
  })
  const { credential, entry } = winner
  return { kind: 'adopted', credential, grant, ...foundAt(entry), raced: true, repaired: [] }
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

export async function reject(
  tools: RefreshContext,
  grant: string,
  cause: RejectCause,
  failure: Failure,
  againAtMs?: number,
): Promise<RefreshOutcome> {
  await tools.journal.rejected(grant, failure, againAtMs)
  return { kind: 'rejected', cause, grant, failure }
}
