/** One login of another machine laid beside our own. Pure. */
import type { Comparison } from '../../../contract/nodes.ts'
import { compareAccounts } from '../../../model/credential.ts'
import type { JournalEntry } from '../../../model/journal-entry.ts'
import type { Profile } from '../../../model/profile.ts'
import { canSpend } from './inventory.ts'
import type { KnownLogin } from './node-cache.ts'

export interface CompareInput {
  readonly login: KnownLogin
  /** By our fingerprint of a token of ours: what became of it there, under their own key. */
  readonly lineage: Readonly<Record<string, string>>
  readonly local: readonly Profile[]
  readonly ticketOf: (fingerprint: string) => JournalEntry | undefined
  readonly accessMarkOf: (profile: Profile) => string | undefined
  readonly issuedAtMsOf: (profile: Profile) => number | undefined
  /** Ids of the other machine and of this one. */
  readonly there: string | undefined
  readonly here: string
}

export interface Compared {
  readonly comparison: Comparison
  /** The profile here that stands for the same account. */
  readonly local?: Profile
}

export function compare(input: CompareInput): Compared {
  const { login, there, here } = input
  const lenderHere = input.local.find((profile) => isLentBy(profile, there, login.id))
  if (lenderHere) return { comparison: 'borrowed-here', local: lenderHere }
  const local = match(input)
  const found = local ? { local } : {}
  if (login.lender?.machine === here) return { comparison: 'borrowed-there', ...found }
  if (!login.hasToken) return { comparison: 'unreadable', ...found }
  if (!local) return { comparison: namesake(input) ? 'other-account' : 'only-there' }
  if (isFork(input, local)) return { comparison: 'fork', local }
  if (isSame(input, local)) return { comparison: 'same', local }
  return { comparison: isNewerThere(input, local) ? 'newer-there' : 'newer-here', local }
}

function isLentBy({ grant }: Profile, machine: string | undefined, profileId: string): boolean {
  return grant.entries.some(
    ({ lender }) => lender !== undefined && lender.machine === machine && lender.profile === profileId,
  )
}

function match(input: CompareInput): Profile | undefined {
  const { login, local } = input
  const candidates = local.filter(({ provider }) => provider === login.provider)
  const kin = candidates.find((profile) => isOneGrant(input, profile))
  if (kin) return kin
  const named = (profile: Profile): boolean => sharesName(profile, login)
  const same = candidates.filter((profile) => compareAccounts(profile.account, login.account) === 'same')
  return (
    same.find(named) ??
    same[0] ??
    candidates.find(
      (profile) => named(profile) && compareAccounts(profile.account, login.account) === 'unknown',
    )
  )
}

function namesake({ login, local }: CompareInput): Profile | undefined {
  return local.find(
    (profile) =>
      profile.provider === login.provider &&
      sharesName(profile, login) &&
      compareAccounts(profile.account, login.account) === 'different',
  )
}

function sharesName({ grant }: Profile, { names }: KnownLogin): boolean {
  return grant.entries.some(({ holder }) => names.includes(holder.entry))
}

/** The same token, or one that came out of the other as far as either journal saw it. */
function isOneGrant({ login, lineage }: CompareInput, { grant }: Profile): boolean {
  return grant.entries.some(({ fingerprint }) => {
    if (fingerprint === undefined) return false
    if (fingerprint === login.mark || fingerprint === login.newestHere) return true
    return lineage[fingerprint] !== undefined && lineage[fingerprint] === login.own
  })
}

/** Both machines could send a refresh token of one rotating grant. */
function isFork(input: CompareInput, local: Profile): boolean {
  const { login } = input
  if (login.kind !== 'oauth' || login.rotation === 'never' || !login.canSpend) return false
  const { fingerprint } = local.grant.current
  const ticket = fingerprint === undefined ? undefined : input.ticketOf(fingerprint)
  return canSpend(local, ticket) && isOneGrant(input, local)
}

function isSame({ login, accessMarkOf }: CompareInput, local: Profile): boolean {
  return login.mark === local.grant.current.fingerprint && login.accessMark === accessMarkOf(local)
}

/** By expiry, else by when it was issued; where nothing says, ours is not called older. */
function isNewerThere({ login, issuedAtMsOf }: CompareInput, local: Profile): boolean {
  const { credential } = local.grant.current
  if (!credential) return true // here its secret is out of reach; there it is not
  const theirs = login.accessExpiresAtMs
  const ours = credential.expiresAtMs
  if (theirs !== undefined && ours !== undefined && theirs !== ours) return theirs > ours
  const issuedHere = issuedAtMsOf(local)
  return (
    login.accessIssuedAtMs !== undefined && issuedHere !== undefined && login.accessIssuedAtMs > issuedHere
  )
}
