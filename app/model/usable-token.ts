/** What a consumer gets, or why it gets nothing. Pure. */

import { durationText } from '../base/duration-text.ts'
import { AppError } from '../base/errors.ts'
import type { Profile } from './profile.ts'
import { labelOf } from './profile-view.ts'
import { SHORTEST_INTERVAL_MS } from './refresh-policy.ts'
import type { Secret } from './secret.ts'

export interface UsableToken {
  readonly accessToken: Secret
  readonly expiresAtMs?: number
}

export function tokenOf(accessToken: Secret, expiresAtMs: number | undefined): UsableToken {
  return { accessToken, ...(expiresAtMs === undefined ? {} : { expiresAtMs }) }
}

export function needsLogin(
  profile: Profile,
  failure: { message: string; hint?: string; detail?: string },
): AppError {
  return new AppError('NEEDS_LOGIN', failure.message, {
    hint: [failure.hint, signInHere(profile.id)].filter(Boolean).join(' '),
    ...(failure.detail === undefined ? {} : { cause: failure.detail }),
  })
}

/** For a terminal: what signs a login in that Lamplighter itself can. */
export function signInHere(login: string): string {
  return `Run: lamplighter login ${login}`
}

/** Is it as new as a token can be, and was to live no longer than that? Then the next one does not do either. */
export function isShortByNature(
  { issuedAtMs, untilMs }: { readonly issuedAtMs: number | undefined; readonly untilMs: number | undefined },
  validForMs: number,
  nowMs: number,
): boolean {
  if (issuedAtMs === undefined || untilMs === undefined) return false
  const isNew = issuedAtMs <= nowMs && nowMs < issuedAtMs + SHORTEST_INTERVAL_MS
  return isNew && untilMs > nowMs && untilMs - issuedAtMs <= validForMs
}

export function tooShort(profile: Profile, validForMs: number): AppError {
  return new AppError(
    'NOT_REFRESHABLE',
    `Even a new token of ${labelOf(profile)} does not live for ${durationText(validForMs)}.`,
    { hint: 'Ask for less time.' },
  )
}
