/** The orders a person can put the logins in. */
import type { ProfileView, StatusKind } from '../../app/contract/views.ts'

export type SortId = 'provider' | 'state' | 'time' | 'name'

export const SORTS: readonly { readonly id: SortId; readonly label: string }[] = [
  { id: 'provider', label: 'Provider' },
  { id: 'state', label: 'Needs you first' },
  { id: 'time', label: 'Time left' },
  { id: 'name', label: 'Name' },
]

/** What a person has to do comes before what mends itself, and that before what is well. */
const STATES: readonly StatusKind[] = [
  'needs-login',
  'expired',
  'retrying',
  'unknown',
  'due',
  'refreshing',
  'fresh',
  'held',
  'static',
]

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

type Named = Pick<ProfileView, 'id' | 'providerName' | 'account'>

export function byAccount(a: Named, b: Named): number {
  return collator.compare(a.account, b.account) || collator.compare(a.id, b.id)
}

export function byProviderAndAccount(a: Named, b: Named): number {
  return collator.compare(a.providerName, b.providerName) || byAccount(a, b)
}

/** Equal ones keep the order of their names, so that nothing trades places without a reason. */
export function comparing(sort: SortId): (a: ProfileView, b: ProfileView) => number {
  switch (sort) {
    case 'provider':
      return byProviderAndAccount
    case 'name':
      return (a, b) => byAccount(a, b) || byProviderAndAccount(a, b)
    case 'time':
      return (a, b) => end(a) - end(b) || byProviderAndAccount(a, b)
    case 'state':
      return (a, b) => weight(a) - weight(b) || end(a) - end(b) || byProviderAndAccount(a, b)
  }
}

/** What never lapses, or does not say, comes last. */
function end(profile: ProfileView): number {
  return profile.accessExpiresAtMs ?? Number.MAX_SAFE_INTEGER
}

/** A warning wants a person as much as a login does, a moment later. */
function weight(profile: ProfileView): number {
  const place = STATES.indexOf(profile.status.kind)
  return profile.warnings.length > 0 ? Math.min(place, 0.5) : place
}
