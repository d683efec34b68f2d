/** What about one profile a person must act on, or soon will. Pure. A login that mends itself is nobody's concern. */
import type { ProfileView, SettingsView } from '../../app/contract/views.ts'

const HOUR_MS = 60 * 60 * 1000

export type AlertSettings = SettingsView['notifications']

/** The key is what was told: the same key is not told twice. */
export type Alert =
  | {
      readonly kind: 'other-account' | 'needs-login' | 'unwritable' | 'not-sent' | 'holder-unwritable'
      readonly key: string
    }
  | { readonly kind: 'scope-narrowed'; readonly key: string; readonly lost: string }
  | { readonly kind: 'ends'; readonly key: string; readonly endsAtMs: number }

/** What was seen of the grant's end, to learn whether a refresh moves it. */
export interface GrantSeen {
  readonly endsAtMs: number
  /** When the tokens beside it were issued, where known. */
  readonly issuedAtMs?: number
  /** Each refresh moves the end (an idle limit), or leaves it where it is; undefined: not seen yet. */
  readonly slides?: boolean
}

/** A refresh between two looks tells: an end that moved by more than half the time in between slides. */
export function learnGrant(seen: GrantSeen | undefined, profile: ProfileView): GrantSeen | undefined {
  const { grantExpiresAtMs: endsAtMs, accessIssuedAtMs: issuedAtMs, lastEvent } = profile
  if (endsAtMs === undefined) return undefined
  const now = { endsAtMs, ...(issuedAtMs === undefined ? {} : { issuedAtMs }) }
  const known = seen?.slides === undefined ? {} : { slides: seen.slides }
  if (seen?.issuedAtMs === undefined || issuedAtMs === undefined || issuedAtMs <= seen.issuedAtMs)
    return { ...now, ...known }
  if (lastEvent?.kind === 'signed-in') return { ...now, ...known } // another grant: its end says nothing of refreshes
  return { ...now, slides: endsAtMs - seen.endsAtMs > (issuedAtMs - seen.issuedAtMs) / 2 }
}

/** The worst one, in this order: what stops the login now, what could not be stored, what was lost, what ends. */
export function alertOf(
  profile: ProfileView,
  settings: AlertSettings,
  grant: GrantSeen | undefined,
  nowMs: number,
): Alert | undefined {
  const { status } = profile
  const warned = (code: string) => profile.warnings.find((warning) => warning.code === code)
  const lineage = profile.fingerprint ?? ''
  const stranger =
    warned('other-account') ??
    (status.kind === 'needs-login' && status.failure.code === 'LOGIN_OTHER_ACCOUNT')
  if (stranger) return { kind: 'other-account', key: `other-account ${lineage}` }
  if (status.kind === 'needs-login') {
    return { kind: 'needs-login', key: `needs-login ${profile.fingerprint ?? status.sinceMs ?? ''}` }
  }
  if (warned('unwritable')) return { kind: 'unwritable', key: 'unwritable' }
  if (warned('not-sent')) return { kind: 'not-sent', key: 'not-sent' }
  if (warned('holder-unwritable')) return { kind: 'holder-unwritable', key: 'holder-unwritable' }
  const narrowed = warned('scope-narrowed')
  if (narrowed) {
    const lost = narrowed.detail?.replace(/^lost: /, '') ?? ''
    return { kind: 'scope-narrowed', key: `scope-narrowed ${lost}`, lost }
  }
  return endOf(profile, settings, grant, nowMs)
}

/** Has it recovered? Undecided states (refreshing, retrying, unknown) wait for the next look. */
export function isWell(profile: ProfileView, toldKey: string): boolean {
  const { status, lastEvent } = profile
  if (status.kind === 'held' && status.expired) return false
  if (!['fresh', 'due', 'static', 'held'].includes(status.kind)) return false
  if (toldKey === 'holder-unwritable') return !profile.holders.some((holder) => holder.drift)
  // The next refresh no longer warns, and still what was taken away is away.
  return !toldKey.startsWith('scope-narrowed') || lastEvent?.kind === 'signed-in'
}

function endOf(
  profile: ProfileView,
  settings: AlertSettings,
  grant: GrantSeen | undefined,
  nowMs: number,
): Alert | undefined {
  const lapse = lapseOf(profile)
  const limit = mayMoveOn(profile, grant, nowMs) ? undefined : profile.grantExpiresAtMs
  if (lapse === undefined && limit === undefined) return undefined
  const endsAtMs = Math.min(lapse ?? Number.POSITIVE_INFINITY, limit ?? Number.POSITIVE_INFINITY)
  // A token that never lives for a day is not worth a warning a day ahead: the person has only just signed in.
  const lifeMs = endsAtMs === lapse ? endsAtMs - (profile.accessIssuedAtMs ?? 0) : Number.POSITIVE_INFINITY
  const hours = settings.grantEndsHours
    .toSorted((a, b) => a - b)
    .find((each) => endsAtMs - nowMs <= each * HOUR_MS && lifeMs > each * HOUR_MS)
  return hours === undefined ? undefined : { kind: 'ends', key: `ends ${hours}`, endsAtMs }
}

/** With nothing to renew it, the access token's end is the end. What another program looks after is its to renew. */
function lapseOf({ status, can, owner, accessExpiresAtMs }: ProfileView): number | undefined {
  const ours = owner.mode === 'own' || owner.mode === 'shared'
  return ours && !can.refresh && (status.kind === 'fresh' || status.kind === 'static')
    ? accessExpiresAtMs
    : undefined
}

/** Will a refresh carry the grant past its end? Not known yet: one in the first half of what is left will tell. */
function mayMoveOn(profile: ProfileView, grant: GrantSeen | undefined, nowMs: number): boolean {
  const { grantExpiresAtMs, nextRefreshAtMs, status } = profile
  if (grantExpiresAtMs === undefined || grant?.slides === false) return false
  if (status.kind === 'held') return grant?.slides === true && !status.expired
  if (status.kind === 'refreshing') return true
  if (nextRefreshAtMs === undefined) return false
  const waitMs = nextRefreshAtMs - nowMs
  const leftMs = grantExpiresAtMs - nowMs
  return grant?.slides ? waitMs < leftMs : waitMs * 2 <= leftMs
}
