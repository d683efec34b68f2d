/** What a consumer gets, or why it gets nothing. Pure. */
import type { Secret } from '../credentials/secret.ts'
import { AppError } from '../errors.ts'
import type { Profile } from '../profiles/profile.ts'
import { labelOf } from '../profiles/view.ts'

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
    hint: failure.hint ?? `Run: lamplighter login ${profile.id}`,
    ...(failure.detail === undefined ? {} : { cause: failure.detail }),
  })
}

export function tooShort(profile: Profile, validForMs: number): AppError {
  return new AppError(
    'NOT_REFRESHABLE',
    `Even a new token of ${labelOf(profile)} does not live for ${Math.ceil(validForMs / 60_000)} min.`,
    { hint: 'Ask for less time.' },
  )
}
