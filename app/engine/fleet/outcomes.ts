/** How a fleet's refresh can end without a request, and what a person is told of it. */
import type { Failure } from '../../contract/failure.ts'
import type { JournalEntry } from '../../model/journal-entry.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import type { FleetContext } from './context.ts'
import type { KnownGrant } from './fleet-grants.ts'
import { openAccess } from './grant-seal.ts'

export function adopted({ ports, keys, name }: FleetContext, { id, record }: KnownGrant): RefreshOutcome {
  const { credential } = openAccess(ports, keys, id, record)
  return { kind: 'adopted', credential, grant: record.fingerprint, lentBy: name, raced: false, repaired: [] }
}

export function ended({ record }: KnownGrant, local: JournalEntry | undefined): RefreshOutcome {
  return { kind: 'rejected', cause: 'rejected', grant: record.fingerprint, failure: local?.failure ?? ENDED }
}

type Retry = Extract<RefreshOutcome, { kind: 'retry' }>

export function notNow({ grants }: FleetContext, id: string, failure: Failure): Retry {
  return { kind: 'retry', cause: 'transient', grant: grants.get(id)?.record.fingerprint ?? '', failure }
}

export function busy(tools: FleetContext, id: string, who: string): Retry {
  const message = `${who} is renewing this login.`
  return { ...notNow(tools, id, { code: 'STORE_LOCKED', message }), cause: 'locked' }
}

export function unknownGrant({ name }: FleetContext): Failure {
  return { code: 'NOT_REFRESHABLE', message: `The fleet "${name}" does not hold this login any more.` }
}

export const ENDED: Failure = {
  code: 'NEEDS_LOGIN',
  message: 'The provider has ended this login.',
  hint: 'Sign in again on a machine that may renew it.',
}

export const UNKNOWN: Failure = {
  code: 'OUTCOME_UNKNOWN',
  message:
    'A request for new tokens went out and no reply came back, so nobody knows yet whether it counted.',
  hint: 'After a minute it is tried once more.',
}

export const LOST_TWICE: Failure = {
  code: 'OUTCOME_UNKNOWN',
  message: 'Two renewals were sent and no reply came back, so the refresh token may already be used up.',
  hint: 'Sign in again to be sure of a working login.',
}
