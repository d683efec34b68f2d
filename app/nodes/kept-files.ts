/** Files of other programs whose refresh token was moved away: they get each access token that their new owner lends. */
import type { Credential } from '../credentials/credential.ts'
import { compareAccounts } from '../credentials/credential.ts'
import { sameTokens } from '../credentials/expiry.ts'
import { messageOf } from '../errors.ts'
import type { HeldEntry } from '../profiles/grant.ts'
import type { Profile } from '../profiles/profile.ts'
import { readHolders, storeOf } from '../refresh/holders.ts'
import { underLocks } from '../transfer/locks.ts'
import { here, type NodeParts } from './parts.ts'

/** What one file does not take is no trouble of the others, and is tried again with the next token. */
export async function writeKept(
  parts: NodeParts,
  profile: Profile,
  name: string,
  next: Credential,
): Promise<void> {
  const { tools, ports } = parts
  const kept = keptFor(here(parts), profile, name)
  if (kept.length === 0) return
  try {
    await underLocks(
      tools,
      [],
      kept.map(({ holder }) => holder),
      async () => {
        for (const { holder, credential } of await readHolders(tools, kept)) {
          if (!credential || credential.refreshToken || sameTokens(credential, next)) continue
          await storeOf(tools, holder).replace(holder, next, credential)
        }
      },
    )
  } catch (error) {
    ports.log.warn('a borrowed token could not be written to every file', { error: messageOf(error) })
  }
}

/** By account, where one is known, else by the name in the file. */
function keptFor(all: readonly Profile[], profile: Profile, name: string): readonly HeldEntry[] {
  const names = new Set(profile.grant.entries.map(({ holder }) => holder.entry))
  return all.flatMap(({ grant }) =>
    grant.entries.filter((entry) => {
      if (entry.keptBy !== name || entry.provider !== profile.provider) return false
      const verdict = compareAccounts(entry.account, profile.account)
      return verdict === 'same' || (verdict === 'unknown' && names.has(entry.holder.entry))
    }),
  )
}
