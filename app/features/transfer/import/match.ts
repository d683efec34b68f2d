/** Which profile of this machine is the one in the file? Pure. */
import type { Credential } from '../../../model/credential.ts'
import { compareAccounts } from '../../../model/credential.ts'
import type { Profile } from '../../../model/profile.ts'

export interface Match {
  readonly profile: Profile
  /** `name`: it has the same name in its file, and nothing says whose it is. */
  readonly by: 'token' | 'account' | 'name'
}

/** @param local with providers named as in `source`, aliases resolved */
export function matchOf(source: Profile, local: readonly Profile[]): Match | undefined {
  const candidates = local.filter((profile) => profile.provider === source.provider)
  const named = (profile: Profile): boolean => sharesName(profile, source)
  const byToken = candidates.find((profile) => sharesToken(profile, source.grant.current.credential))
  if (byToken) return { profile: byToken, by: 'token' }
  const sameAccount = candidates.filter(
    (profile) => compareAccounts(profile.account, source.account) === 'same',
  )
  const byAccount = sameAccount.find(named) ?? sameAccount[0]
  if (byAccount) return { profile: byAccount, by: 'account' }
  const byName = candidates.find(
    (profile) => named(profile) && compareAccounts(profile.account, source.account) === 'unknown',
  )
  return byName && { profile: byName, by: 'name' }
}

/** The name is taken here by somebody else. */
export function namesake(source: Profile, local: readonly Profile[]): Profile | undefined {
  return local.find(
    (profile) =>
      profile.provider === source.provider &&
      sharesName(profile, source) &&
      compareAccounts(profile.account, source.account) === 'different',
  )
}

/** The token that stands for the grant: the refresh token, else the access token or key. */
export function sharesToken(profile: Profile, credential: Credential | undefined): boolean {
  return profile.grant.entries.some(({ credential: own }) => {
    if (!own || !credential) return false
    if (own.refreshToken && credential.refreshToken) return own.refreshToken.equals(credential.refreshToken)
    if (own.refreshToken || credential.refreshToken) return false
    return own.accessToken?.equals(credential.accessToken) ?? false
  })
}

function sharesName(profile: Profile, source: Profile): boolean {
  const names = new Set(source.grant.entries.map(({ holder }) => holder.entry))
  return profile.grant.entries.some(({ holder }) => names.has(holder.entry))
}
