/** What a person is told about one profile. Pure: everything that matters comes in. */
import type { Failure } from '../contract/failure.ts'
import type { StatusView } from '../contract/views.ts'
import { isUsable } from './expiry.ts'
import type { HeldEntry } from './holder.ts'

export interface StatusInput {
  readonly nowMs: number
  readonly lookedAtMs: number
  readonly current: HeldEntry
  /** We may and can spend its refresh token. */
  readonly refreshable: boolean
  readonly dueAtMs: number | undefined
  readonly refreshingSinceMs: number | undefined
  readonly retry: { readonly untilMs: number; readonly failure: Failure } | undefined
  /** The provider refused the tokens that are stored now, or they are known to be spent. */
  readonly verdict: { readonly sinceMs: number; readonly failure: Failure } | undefined
  /** The vendor ended this kind of login. */
  readonly retired: string | undefined
}

export function statusOf(input: StatusInput): StatusView {
  const { current, nowMs } = input
  const credential = current.credential
  if (input.refreshingSinceMs !== undefined) return { kind: 'refreshing', sinceMs: input.refreshingSinceMs }
  if (current.ended) return { kind: 'needs-login', failure: { code: 'NEEDS_LOGIN', message: current.ended } }
  if (input.verdict) return { kind: 'needs-login', ...input.verdict }
  const isKey = (credential?.kind ?? current.kind) === 'api-key'
  if (isKey && credential?.expiresAtMs === undefined && !input.refreshable) return { kind: 'static' }
  if (!credential) {
    return current.problem
      ? { kind: 'unknown', lookedAtMs: input.lookedAtMs, failure: current.problem }
      : { kind: 'held', by: current.owner, expired: false }
  }
  const lapsed = !isUsable(credential, nowMs)
  if (input.retired && lapsed) {
    return { kind: 'needs-login', failure: { code: 'NEEDS_LOGIN', message: input.retired } }
  }
  if (current.mode === 'borrowed' || current.keptBy !== undefined) {
    const waits = lapsed && input.retry !== undefined && input.retry.untilMs > nowMs
    return waits && input.retry
      ? { kind: 'retrying', ...input.retry }
      : { kind: 'held', by: current.owner, expired: lapsed }
  }
  if (input.refreshable) return refreshableStatus(input, lapsed)
  if (credential.kind === 'token' && credential.expiresAtMs === undefined) return { kind: 'static' }
  // Everything about it is known; only nobody but the owner can write it down.
  if (current.problem?.code === 'STORE_READ_ONLY') return { kind: 'held', by: current.owner, expired: lapsed }
  if (current.problem) return { kind: 'unknown', lookedAtMs: input.lookedAtMs, failure: current.problem }
  if (credential.refreshToken && current.mode !== 'own')
    return { kind: 'held', by: current.owner, expired: lapsed }
  if (!lapsed) return { kind: 'fresh' }
  return {
    kind: 'needs-login',
    ...(credential.expiresAtMs === undefined ? {} : { sinceMs: credential.expiresAtMs }),
    failure: { code: 'NEEDS_LOGIN', message: 'It has expired, and there is nothing to renew it with.' },
  }
}

function refreshableStatus(input: StatusInput, lapsed: boolean): StatusView {
  const isDue = input.dueAtMs !== undefined && input.dueAtMs <= input.nowMs
  if (input.retry && (lapsed || isDue || isStanding(input.retry, input.nowMs)))
    return { kind: 'retrying', ...input.retry, untilMs: Math.max(input.retry.untilMs, input.dueAtMs ?? 0) }
  if (lapsed) return { kind: 'expired', sinceMs: input.current.credential?.expiresAtMs ?? input.nowMs }
  if (isDue && input.dueAtMs !== undefined) return { kind: 'due', sinceMs: input.dueAtMs }
  return { kind: 'fresh' }
}

/** What time alone does not mend is so until a refresh has worked; the rest only while it is waited for. */
function isStanding({ untilMs, failure }: NonNullable<StatusInput['retry']>, nowMs: number): boolean {
  return failure.code === 'CLIENT_REJECTED' || untilMs > nowMs
}

export interface Retry {
  readonly sinceMs: number
  readonly untilMs: number
  readonly failure: Failure
  readonly failures: number
}
