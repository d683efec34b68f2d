/** May this refresh token be sent? The ticket decides, whatever the locks said. */

import { Deadline } from '../../base/deadline.ts'
import type { Failure } from '../../contract/failure.ts'
import { isFromTheFuture } from '../../model/expiry.ts'
import { type JournalEntry, mayTryAgain, OUTCOME_UNKNOWN } from '../../model/journal-entry.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import { LOCK_STALE_MS, WAIT_MS } from '../../model/refresh-policy.ts'
import { MAX_ATTEMPTS } from '../journal/tickets.ts'
import type { RefreshTarget } from './attempt.ts'
import type { RefreshContext } from './context.ts'

const POLL_MS = 50

export type Claim =
  | { readonly kind: 'ours'; readonly attempt: number }
  | { readonly kind: 'answered'; readonly ticket: JournalEntry }
  /** Its owner settled it while we waited: the stores hold the news. */
  | { readonly kind: 'look-again' }
  | { readonly kind: 'ended'; readonly outcome: RefreshOutcome }

export async function claimRefreshToken(
  tools: RefreshContext,
  target: RefreshTarget,
  grant: string,
): Promise<Claim> {
  const { clock } = tools.ports
  const deadline = new Deadline(clock, WAIT_MS)
  for (let waited = false; ; waited = true) {
    const ticket = await inOurTime(tools, await tools.journal.read(grant))
    if (ticket && mayTryAgain(ticket, clock.now())) {
      await tools.journal.forget(grant)
      continue
    }
    const attempt = ticket ? nextAttempt(tools, ticket, clock.now()) : 1
    if (typeof attempt === 'number') {
      if (await tools.journal.claim(grant, target.profile.id, attempt)) return { kind: 'ours', attempt }
      continue
    }
    if (attempt === 'lost') {
      const failure = ticket?.failure ? unreadTwice(ticket.failure) : LOST_TWICE
      await tools.journal.rejected(grant, failure) // final: whoever looks next need not try
      return { kind: 'ended', outcome: { kind: 'rejected', cause: 'rejected', grant, failure } }
    }
    if (attempt !== 'wait') return waited && attempt.kind === 'ended' ? { kind: 'look-again' } : attempt
    if (deadline.isOver) return { kind: 'ended', outcome: busy(grant) }
    await clock.sleep(POLL_MS)
  }
}

/** A time that is still to come is by a clock that was set back since: nobody knows how long ago, so it counts from now. */
async function inOurTime(
  tools: RefreshContext,
  ticket: JournalEntry | undefined,
): Promise<JournalEntry | undefined> {
  if (!ticket || !isFromTheFuture(ticket.atMs, tools.ports.clock.now())) return ticket
  const isOpen =
    ticket.state === 'unknown' || (ticket.state === 'asking' && !tools.journal.isOwnerAlive(ticket))
  if (!isOpen) return ticket
  await tools.journal.unknown(ticket.fingerprint)
  return tools.journal.read(ticket.fingerprint)
}

function nextAttempt(
  tools: RefreshContext,
  ticket: JournalEntry,
  nowMs: number,
): number | 'wait' | 'lost' | Claim {
  const grant = ticket.fingerprint
  switch (ticket.state) {
    case 'answered':
    case 'superseded': // an older copy of the file was put back since
      return { kind: 'answered', ticket }
    case 'moved':
      return { kind: 'ended', outcome: moved(ticket) }
    case 'spent':
      return { kind: 'ended', outcome: knownSpent(grant) }
    case 'rejected':
      return {
        kind: 'ended',
        outcome: { kind: 'rejected', cause: 'rejected', grant, failure: knownFailure(ticket) },
      }
    case 'asking':
      if (tools.journal.isOwnerAlive(ticket)) return 'wait'
      break
    case 'unknown':
      break
  }
  const againAtMs = ticket.atMs + LOCK_STALE_MS
  if (nowMs < againAtMs) return { kind: 'ended', outcome: unknownOutcome(grant, againAtMs, ticket.failure) }
  return ticket.attempt < MAX_ATTEMPTS ? ticket.attempt + 1 : 'lost'
}

const LOST_TWICE = {
  code: 'OUTCOME_UNKNOWN',
  message: 'Two renewals were sent and no reply came back, so the refresh token may already be used up.',
  hint: 'Sign in again to be sure of a working login.',
}

function unreadTwice({ detail }: Failure): Failure {
  return {
    code: 'OUTCOME_UNKNOWN',
    message:
      'Two renewals were answered with something that cannot be read, so the refresh token may be used up.',
    hint: 'Sign in again to be sure of a working login.',
    ...(detail === undefined ? {} : { detail }),
  }
}

function knownFailure(ticket: JournalEntry): { code: string; message: string } {
  return ticket.failure ?? { code: 'NEEDS_LOGIN', message: 'The provider refused this login. Sign in again.' }
}

function knownSpent(grant: string): RefreshOutcome {
  return {
    kind: 'rejected',
    cause: 'spent',
    grant,
    failure: {
      code: 'NEEDS_LOGIN',
      message:
        'The file holds a refresh token that was already used; an older copy seems to have been put back.',
      hint: 'Sign in again. Sending a used refresh token could end the login everywhere, so Lamplighter does not.',
    },
  }
}

function moved({ fingerprint: grant, movedTo }: JournalEntry): RefreshOutcome {
  const message = `It was moved to ${movedTo?.name ?? 'another machine'}, which renews it.`
  return { kind: 'retry', cause: 'locked', grant, failure: { code: 'NOT_REFRESHABLE', message } }
}

function busy(grant: string): RefreshOutcome {
  return {
    kind: 'retry',
    cause: 'locked',
    grant,
    failure: { code: 'STORE_LOCKED', message: 'Another process is in the middle of renewing this login.' },
  }
}

function unknownOutcome(
  grant: string,
  retryAtMs: number,
  failure: Failure = OUTCOME_UNKNOWN,
): RefreshOutcome {
  return {
    kind: 'retry',
    cause: 'unknown-outcome',
    grant,
    retryAtMs,
    failure,
  }
}
