/** What bringing one login over would mean. Pure. */
import type { Credential } from '../../../model/credential.ts'
import { isUsable, outlasts, sameTokens } from '../../../model/expiry.ts'
import { wouldFork } from '../../../model/fork.ts'
import type { Profile } from '../../../model/profile.ts'
import type { Provider } from '../../../model/provider.ts'
import { type Match, matchOf, namesake, sharesToken } from './match.ts'

export type Verdict =
  | { readonly kind: 'unreadable'; readonly why: string }
  /** Another program keeps it and refreshes it there. */
  | { readonly kind: 'owned-elsewhere'; readonly owner: string }
  /** `spent`: this machine has used its refresh token up. */
  | { readonly kind: 'older'; readonly because: 'spent' | 'expiry' }
  /** Two different tokens, and nothing says which is newer. */
  | { readonly kind: 'undecided'; readonly match: Match }
  | { readonly kind: 'same' }
  /** It was read from a file that is kept on this machine: there is no other machine. */
  | { readonly kind: 'here' }
  | { readonly kind: 'expired'; readonly because: 'time' | 'refused' | 'retired' }
  | { readonly kind: 'other-account'; readonly here: Profile; readonly fork: boolean }
  | { readonly kind: 'fork'; readonly match: Match | undefined }
  | { readonly kind: 'newer'; readonly match: Match }
  | { readonly kind: 'new' }

export interface VerdictInput {
  readonly source: Profile
  readonly local: readonly Profile[]
  readonly isHere: boolean
  readonly provider: Provider | undefined
  /** What this machine's journal says about the refresh token in the file. */
  readonly ticket: 'spent' | 'rejected' | undefined
  readonly nowMs: number
}

export function verdictOf(input: VerdictInput): Verdict {
  const { source, local, provider, ticket, nowMs } = input
  const { current } = source.grant
  const { credential } = current
  const elsewhere = current.mode === 'watched' && current.owner !== 'OpenClaw'
  if (current.problem) return { kind: 'unreadable', why: current.problem.message }
  if (input.isHere) return { kind: 'here' }
  if (elsewhere) return { kind: 'owned-elsewhere', owner: current.owner }
  if (!credential) {
    return { kind: 'unreadable', why: current.ended ?? current.note ?? 'Its tokens are not in this file.' }
  }
  const match = matchOf(source, local)
  if (match && holds(match.profile, credential)) return { kind: 'same' }
  if (ticket === 'spent') return { kind: 'older', because: 'spent' }
  if (ticket === 'rejected') return { kind: 'expired', because: 'refused' }
  const lapsed = !isUsable(credential, nowMs)
  if (lapsed && provider?.retired) return { kind: 'expired', because: 'retired' }
  if (lapsed && !credential.refreshToken) return { kind: 'expired', because: 'time' }
  const fork = wouldFork(credential, provider)
  if (!match) {
    const here = namesake(source, local)
    if (here) return { kind: 'other-account', here, fork }
    return fork ? { kind: 'fork', match } : { kind: 'new' }
  }
  // The same refresh token on both sides has two owners already: copying the younger access token adds none.
  if (fork && !sharesToken(match.profile, credential)) return { kind: 'fork', match }
  return compare(credential, match)
}

function holds(profile: Profile, credential: Credential): boolean {
  return profile.grant.entries.some((entry) => entry.credential && sameTokens(entry.credential, credential))
}

function compare(credential: Credential, match: Match): Verdict {
  const own = match.profile.grant.current.credential
  if (!own) return { kind: 'newer', match } // here its secret is out of reach; there it is not
  if (own.kind !== credential.kind) return { kind: 'undecided', match }
  if (outlasts(credential, own)) return { kind: 'newer', match }
  if (outlasts(own, credential)) return { kind: 'older', because: 'expiry' }
  const { issuedAtMs: theirs } = credential
  const { issuedAtMs: ours } = own
  if (theirs === undefined || ours === undefined || theirs === ours) return { kind: 'undecided', match }
  return theirs > ours ? { kind: 'newer', match } : { kind: 'older', because: 'expiry' }
}
