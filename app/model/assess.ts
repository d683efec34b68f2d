/** Where one profile stands now: what may be done with it, when, and what a person is told. Pure. */

import type { Failure } from '../contract/failure.ts'
import type { StatusView } from '../contract/views.ts'
import { ASSUMED_LIFE_MS, isFromTheFuture } from './expiry.ts'
import type { HeldEntry } from './holder.ts'
import { type JournalEntry, mayTryAgain, OUTCOME_UNKNOWN } from './journal-entry.ts'
import type { KeyPlan } from './key-rules.ts'
import type { Profile } from './profile.ts'
import type { Provider } from './provider.ts'
import { hasBrowserLogin, hasClientLogin, hasDeviceLogin } from './provider.ts'
import {
  DEFAULT_LEAD_MS,
  dueAtMs,
  JITTER_SHARE,
  LEAD_SHARE,
  LOCK_STALE_MS,
  SHORTEST_INTERVAL_MS,
  spreadOf,
} from './refresh-policy.ts'
import { statusOf } from './status.ts'

const DAY_MS = 24 * 60 * 60_000

export interface AssessmentInput {
  readonly nowMs: number
  readonly lookedAtMs: number
  readonly profile: Profile
  readonly provider: Provider | undefined
  /** The journal's word on the current refresh token. */
  readonly ticket: JournalEntry | undefined
  /** When the current access token was issued, as far as we know. */
  readonly issuedAtMs: number | undefined
  readonly refreshingSinceMs: number | undefined
  /** Of an API key. */
  readonly keyPlan?: KeyPlan | undefined
  readonly retry: { readonly untilMs: number; readonly failure: Failure } | undefined
}

export interface Assessment {
  readonly status: StatusView
  /** We may and can spend its refresh token, now or later. */
  readonly refreshable: boolean
  /** Why not, where a person would expect it. */
  readonly notRefreshable?: Failure
  /** It was refused, and it is time to see whether that has passed. */
  readonly mayTryAgain?: boolean
  /** When the scheduler refreshes it; undefined when it never does. */
  readonly planAtMs?: number
  readonly canLogin: boolean
}

export function assess(input: AssessmentInput): Assessment {
  const { profile, provider, nowMs } = input
  const { current } = profile.grant
  const isUnstored = current.unstored !== undefined
  const verdict = isUnstored ? undefined : verdictOf(input)
  const blocked = isUnstored ? undefined : blockedBy(input) // to store what came needs nothing but the file
  const refreshable = blocked === undefined
  const due = refreshable && isTimed(input) ? dueOf(input) : undefined
  const status = statusOf({
    nowMs,
    lookedAtMs: input.lookedAtMs,
    current,
    refreshable,
    dueAtMs: due,
    refreshingSinceMs: input.refreshingSinceMs,
    retry: retryOf(input),
    verdict,
    retired: provider?.retired,
  })
  const againAtMs = verdict && refreshable ? input.ticket?.againAtMs : undefined
  const isPlanned = due !== undefined && due !== Number.POSITIVE_INFINITY
  const planAtMs = verdict || !isPlanned ? againAtMs : Math.max(due, input.retry?.untilMs ?? 0)
  return {
    status,
    refreshable,
    ...(blocked ? { notRefreshable: blocked } : {}),
    ...(againAtMs !== undefined && input.ticket && mayTryAgain(input.ticket, nowMs)
      ? { mayTryAgain: true }
      : {}),
    ...(planAtMs === undefined ? {} : { planAtMs }),
    canLogin: canLogin(input),
  }
}

function verdictOf(input: AssessmentInput): { sinceMs: number; failure: Failure } | undefined {
  const { ticket } = input
  if (ticket?.state === 'rejected') {
    return {
      sinceMs: ticket.atMs,
      failure: ticket.failure ?? { code: 'NEEDS_LOGIN', message: 'It was refused.' },
    }
  }
  if (ticket?.state === 'moved') return { sinceMs: ticket.atMs, failure: movedAway(ticket) }
  if (ticket?.state !== 'spent') return undefined
  return {
    sinceMs: ticket.atMs,
    failure: {
      code: 'NEEDS_LOGIN',
      message:
        'The file holds a refresh token that was already used; an older copy seems to have been put back.',
      hint: 'Sign in again.',
    },
  }
}

/** The request left and no reply came: that is said until it may be tried once more, whatever else is waited for. */
function retryOf({ ticket, nowMs, retry }: AssessmentInput): AssessmentInput['retry'] {
  if (ticket?.state !== 'unknown' || isFromTheFuture(ticket.atMs, nowMs)) return retry
  const untilMs = ticket.atMs + LOCK_STALE_MS
  return retry && retry.untilMs > untilMs ? retry : { untilMs, failure: ticket.failure ?? OUTCOME_UNKNOWN }
}

/** What was moved is taken out of the files: one that holds it is older than the move. */
function movedAway({ movedTo }: JournalEntry): Failure {
  const name = movedTo?.name ?? 'another machine'
  return {
    code: 'NEEDS_LOGIN',
    message: `This login was moved to ${name}; an older copy of it seems to have been put back here.`,
    hint: `Borrow it from ${name}, or sign in here for a login of its own.`,
  }
}

export const NEVER_LAPSES = 'It does not expire by itself, so there is nothing to renew.'

function blockedBy(input: AssessmentInput): Failure | undefined {
  const { provider, profile } = input
  const { current } = profile.grant
  const refuse = (message: string): Failure => ({ code: 'NOT_REFRESHABLE', message })
  if (current.problem) return current.problem
  if (current.credential?.kind === 'api-key' && current.mode === 'own')
    return input.keyPlan?.byCommand
      ? undefined
      : refuse(`Only a person rotates it: lamplighter key rotate ${profile.id}`)
  if (current.mode === 'borrowed' && current.ended !== undefined) return refuse(current.ended)
  if (current.mode === 'borrowed') return undefined // renewed by asking its owner
  if (current.mode === 'delegated' && current.credential) return undefined // so is this
  if (!isOurs(current)) {
    return refuse(current.note ?? (isWithoutEnd(current) ? NEVER_LAPSES : `${current.owner} renews it.`))
  }
  if (!provider) return refuse(`Lamplighter does not know the provider "${profile.provider}".`)
  if (provider.retired) return refuse(provider.retired)
  if (provider.notRefreshable) return refuse(provider.notRefreshable)
  if (current.credential?.grantType !== undefined) return undefined // issued anew
  if (!current.credential?.refreshToken && isWithoutEnd(current)) return refuse(NEVER_LAPSES)
  if (!current.credential?.refreshToken)
    return refuse('There is no refresh token: only a new sign-in renews it.')
  return undefined
}

function isWithoutEnd({ kind, credential }: HeldEntry): boolean {
  return (credential?.kind ?? kind ?? 'oauth') !== 'oauth' && credential?.expiresAtMs === undefined
}

/** Of a borrowed or delegated token without an expiry only its owner can tell when there is a new one. */
function isTimed({ profile: { grant } }: AssessmentInput): boolean {
  return isOurs(grant.current) || grant.current.credential?.expiresAtMs !== undefined
}

function isOurs({ mode }: HeldEntry): boolean {
  return mode === 'own' || mode === 'shared'
}

function dueOf(input: AssessmentInput): number {
  const { ticket, nowMs, issuedAtMs, profile } = input
  if (profile.grant.current.unstored !== undefined || ticket?.state === 'answered') return nowMs // a finished exchange only has to be stored
  if (ticket?.state === 'asking' || ticket?.state === 'unknown') {
    // By a clock that was set back since: the attempt gives it a time of today.
    return isFromTheFuture(ticket.atMs, nowMs) ? nowMs : ticket.atMs + LOCK_STALE_MS
  }
  if (profile.grant.current.lost !== undefined) return nowMs
  if (profile.grant.current.credential?.kind === 'api-key') return dueByPlan(input)
  const due = dueByExpiry(input)
  const isKnown = issuedAtMs !== undefined && issuedAtMs <= nowMs
  return isKnown ? Math.max(due, issuedAtMs + SHORTEST_INTERVAL_MS) : due
}

/** A key is rotated on its day, a day before its end at the latest; one whose successor is there, now. */
function dueByPlan({ nowMs, keyPlan, profile }: AssessmentInput): number {
  const { nextKey, expiresAtMs = Infinity } = profile.grant.current.credential ?? {}
  return nextKey ? nowMs : Math.min(keyPlan?.rotateAtMs ?? Infinity, expiresAtMs - DAY_MS)
}

/** The earlier of both ends, each less its lead: the access token's, and the grant's where a refresh moves it. */
function dueByExpiry(input: AssessmentInput): number {
  return Math.min(dueByAccessToken(input), dueByGrant(input))
}

function dueByGrant({ provider, issuedAtMs, profile: { grant } }: AssessmentInput): number {
  const { credential, fingerprint } = grant.current
  if (credential?.grantExpiresAtMs === undefined || credential.grantSlides === false)
    return Number.POSITIVE_INFINITY
  return dueAtMs({
    expiresAtMs: credential.grantExpiresAtMs,
    issuedAtMs,
    leadMs: provider?.leadMs ?? DEFAULT_LEAD_MS,
    spread: spreadOf(fingerprint),
  })
}

function dueByAccessToken(input: AssessmentInput): number {
  const { provider, nowMs } = input
  const { current } = input.profile.grant
  const expiresAtMs = current.credential?.expiresAtMs
  if (expiresAtMs === undefined) {
    return input.issuedAtMs === undefined ? nowMs : input.issuedAtMs + ASSUMED_LIFE_MS * (1 - LEAD_SHARE)
  }
  const lead = provider?.leadMs ?? (isOurs(current) ? 0 : DEFAULT_LEAD_MS)
  const due = dueAtMs({
    expiresAtMs,
    issuedAtMs: input.issuedAtMs,
    leadMs: Math.min(lead, (current.refreshWithinMs ?? Infinity) / (1 + JITTER_SHARE)),
    spread: spreadOf(current.fingerprint),
  })
  const idle = provider?.idleLimitMs
  if (idle === undefined || input.issuedAtMs === undefined) return due
  return Math.min(due, input.issuedAtMs + idle * (1 - LEAD_SHARE))
}

/** A login can be written back where the file is one we write, or could if it still held a refresh token. */
function canLogin(input: AssessmentInput): boolean {
  const { provider } = input
  const { current } = input.profile.grant
  if (!provider || provider.retired) return false
  if (!isOurs(current) && !current.writable) return false
  if (current.problem) return false
  return hasBrowserLogin(provider) || hasDeviceLogin(provider) || hasClientLogin(provider)
}
