/** Files of other programs whose refresh token was moved away: they get each access token that their new owner lends. */

import { messageOf } from '../../../base/errors.ts'
import { readHolders, storeOf } from '../../../engine/refresh/holders.ts'
import { underLocks } from '../../../engine/refresh/with-holder-locks.ts'
import type { Credential } from '../../../model/credential.ts'
import { compareAccounts } from '../../../model/credential.ts'
import { sameTokens } from '../../../model/expiry.ts'
import type { HeldEntry, Lender } from '../../../model/holder.ts'
import { keeperCalled } from '../../../model/keeper-name.ts'
import type { Profile } from '../../../model/profile.ts'
import { writingOf } from '../../../stores/store.ts'
import { here, type NodeDeps } from '../connection/deps.ts'

/** What one file does not take is no trouble of the others, and is tried again with the next token. */
export async function writeKept(
  parts: NodeDeps,
  profile: Profile,
  lender: Lender,
  next: Credential,
): Promise<void> {
  const { tools, ports } = parts
  const kept = keptFor(parts, profile, lender.name).filter((entry) => !holds(entry, next))
  if (kept.length === 0) return
  const holders = kept.map(({ holder }) => holder)
  try {
    await underLocks(tools, [], holders, async () => {
      for (const entry of await readHolders(tools, kept)) await writeOne(parts, entry, lender, next)
    })
  } catch (error) {
    ports.log.warn('a borrowed token could not be written to every file', { error: messageOf(error) })
  }
}

async function writeOne(
  { tools }: NodeDeps,
  { holder, credential }: HeldEntry,
  lender: Lender,
  next: Credential,
): Promise<void> {
  const store = storeOf(tools, holder)
  // Somebody put an older copy back: the program it belongs to must not send what was moved away.
  const isOld = credential?.refreshToken !== undefined
  if (isOld && (await writingOf(store).surrender(holder, credential, lender)) !== 'written') return
  const left = isOld ? (await store.read(holder))?.credential : credential
  if (left && !left.refreshToken && !sameTokens(left, next))
    await writingOf(store).replace(holder, next, left)
}

/** What is in our vault, for files that missed it: their program held the lock, or this one died in between. */
export async function writeMissed(parts: NodeDeps, profile: Profile): Promise<void> {
  const { lender, credential } = profile.grant.entries.find((entry) => entry.lender) ?? {}
  if (lender && credential && lender.ended === undefined) await writeKept(parts, profile, lender, credential)
}

function holds({ credential }: HeldEntry, next: Credential): boolean {
  return credential !== undefined && sameTokens(credential, next)
}

/** By account, where one is known, else by the name in the file. */
function keptFor(parts: NodeDeps, profile: Profile, name: string): readonly HeldEntry[] {
  const names = new Set(profile.grant.entries.map(({ holder }) => holder.entry))
  const { tickets } = parts.profiles.snapshot
  const isMoved = ({ fingerprint }: HeldEntry): boolean =>
    fingerprint !== undefined && tickets.get(fingerprint)?.state === 'moved'
  return here(parts).flatMap(({ grant }) =>
    grant.entries.filter((entry) => {
      if (entry.provider !== profile.provider || entry.holder.store === 'vault') return false
      if (entry.keptBy !== keeperCalled(name) && !isMoved(entry)) return false
      const verdict = compareAccounts(entry.account, profile.account)
      return verdict === 'same' || (verdict === 'unknown' && names.has(entry.holder.entry))
    }),
  )
}
