/** A token for whoever is ready to wait for it, or comes while others wait: in turn, as soon as the login works. */
import { AppError, type ErrorCode, fromFailure } from '../../base/errors.ts'
import type { Clock } from '../../base/ports.ts'
import type { Profile } from '../../model/profile.ts'
import { needsLogin, type UsableToken } from '../../model/usable-token.ts'
import type { ProfileRegistry } from '../profiles/profile-registry.ts'
import type { Admission, QueueSlot } from './admission.ts'

export interface TokenWish {
  readonly profileId: string
  readonly validForMs: number
  readonly askedBy: string
  /** How long to wait for a login that does not work now, milliseconds; 0: not at all. */
  readonly waitMs: number
  /** Whoever asked is gone, or we are about to end. */
  readonly signal?: AbortSignal
}

export interface AdmittedDeps {
  readonly clock: Clock
  readonly profiles: ProfileRegistry
  readonly admission: Admission
  readonly paceOf: (profile: Profile) => string
  /** A token now, whatever it takes. */
  readonly token: (profileId: string, validForMs: number, askedBy: string) => Promise<UsableToken>
}

export interface AdmittedToken extends UsableToken {
  /** It had to wait for its turn, and holds a place until it calls again. */
  readonly queued?: true
}

/** What passes, by itself or with a person's help. */
const PASSING = new Set<ErrorCode>([
  'NEEDS_LOGIN',
  'PROVIDER_UNREACHABLE',
  'PROVIDER_REFUSED',
  'REPLY_INVALID',
  'OUTCOME_UNKNOWN',
  'STORE_LOCKED',
  'STORE_UNWRITABLE',
])
/** After a try in vain that nothing says how to go on from. */
const PAUSE_MS = 1_000

/** @throws AppError as Keeper.token(); HOST_GONE when `signal` aborted */
export async function admittedToken(parts: AdmittedDeps, wish: TokenWish): Promise<AdmittedToken> {
  const { profiles, admission, paceOf } = parts
  const { profileId, validForMs, askedBy, waitMs } = wish
  const profile = profiles.find(profileId)
  const pace = paceOf(profile)
  admission.callBack(askedBy)
  const isPaced = admission.paces(pace)
  const stored = profiles.storedToken(profile, validForMs)
  if (stored && !isPaced) return stored
  if (waitMs <= 0 && (!isPaced || !isWorthTrying(parts, wish))) {
    return parts.token(profileId, validForMs, askedBy)
  }
  let notBeforeMs = 0
  const ticket = admission.arrive({
    pace,
    profileId: profile.id,
    providerId: profile.provider,
    askedBy,
    // Who is not ready to wait stands in line for its turn only: what is wrong with the login, the try tells.
    ready: () => waitMs <= 0 || (parts.clock.now() >= notBeforeMs && isWorthTrying(parts, wish)),
  })
  try {
    return await inTurn(parts, wish, ticket, (ms) => {
      notBeforeMs = parts.clock.now() + ms
      return parts.clock.sleep(ms, wish.signal).then(() => admission.pump())
    })
  } finally {
    ticket.leave()
  }
}

async function inTurn(
  parts: AdmittedDeps,
  wish: TokenWish,
  ticket: QueueSlot,
  pause: (ms: number) => Promise<void>,
): Promise<AdmittedToken> {
  const { profileId, validForMs, askedBy, waitMs, signal } = wish
  const late = new AbortController()
  const surrender = (): void => late.abort()
  if (signal?.aborted) surrender()
  signal?.addEventListener('abort', surrender, { once: true }) // AbortSignal.any() would stay with a signal that lasts
  const done = new AbortController()
  if (waitMs > 0) void parts.clock.sleep(waitMs, done.signal).then(surrender)
  let last: unknown
  try {
    while (await ticket.turn(late.signal)) {
      try {
        const token = await parts.token(profileId, validForMs, askedBy)
        ticket.handed()
        return { ...token, queued: true }
      } catch (error) {
        if (waitMs <= 0 || !isPassing(error)) throw error
        last = error
        ticket.stepBack()
        void pause(PAUSE_MS)
      }
    }
    if (signal?.aborted) throw new AppError('HOST_GONE', 'This Lamplighter is about to end.')
    throw last ?? whyNot(parts.profiles, parts.profiles.find(profileId))
  } finally {
    done.abort()
    signal?.removeEventListener('abort', surrender)
  }
}

/** A try is of use: the token is there, or a refresh may bring it and nothing asks us to wait with that. */
function isWorthTrying({ profiles, clock }: AdmittedDeps, { profileId, validForMs }: TokenWish): boolean {
  const profile = profiles.snapshot.profiles.get(profileId) ?? known(profiles, profileId)
  if (!profile) return true // gone meanwhile: the try tells its consumer
  if (profiles.storedToken(profile, validForMs)) return true
  const { status, refreshable } = profiles.assessment(profile)
  if (!refreshable || status.kind === 'needs-login') return false
  return status.kind !== 'retrying' || status.untilMs <= clock.now()
}

function known(profiles: ProfileRegistry, name: string): Profile | undefined {
  try {
    return profiles.find(name)
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof AppError && PASSING.has(error.code)
}

function whyNot(profiles: ProfileRegistry, profile: Profile): AppError {
  const { status, notRefreshable } = profiles.assessment(profile)
  if (status.kind === 'needs-login') return needsLogin(profile, status.failure)
  const failure = status.kind === 'retrying' ? status.failure : notRefreshable
  if (!failure) return new AppError('STORE_LOCKED', 'The login did not work again while somebody waited.')
  return fromFailure(failure)
}
