/** A login ended well: compare the account, write every holder, repair what the owner kept about the old one. */

import { AppError } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import { withLock } from '../../base/with-lock.ts'
import type { RemainingStep } from '../../contract/views.ts'
import type { HolderContext } from '../../engine/refresh/context.ts'
import { grantLockName } from '../../engine/refresh/grant-lock.ts'
import { lockHolders, readHolders, writeHolders } from '../../engine/refresh/holders.ts'
import type { Account, Credential } from '../../model/credential.ts'
import { compareAccounts } from '../../model/credential.ts'
import type { HeldEntry, Holder } from '../../model/holder.ts'
import type { Profile } from '../../model/profile.ts'
import { WAIT_MS } from '../../model/refresh-policy.ts'
import type { TokenReply } from '../../oauth/token-endpoint.ts'

export interface SavedLogin {
  readonly written: readonly Holder[]
  /** What was put right besides the tokens, in sentences. */
  readonly repairs: readonly string[]
  readonly remains: readonly RemainingStep[]
}

export interface SaveDeps extends HolderContext {
  readonly ports: Ports
}

/**
 * A refresh under way is waited for: its answer is of the old login, and must not take the place of the new one.
 * @throws AppError LOGIN_OTHER_ACCOUNT when another person signed in; nothing is written then.
 */
export async function saveOverProfile(
  tools: SaveDeps,
  profile: Profile,
  reply: TokenReply,
): Promise<SavedLogin> {
  refuseOtherAccount(profile.account, reply.account)
  let hasBegun = false
  const write = (): Promise<SavedLogin> => {
    hasBegun = true
    return compareAndWrite(tools, profile, reply)
  }
  try {
    return await withLock(tools.ports, grantLockName(tools.ports, profile), WAIT_MS, write)
  } catch (error) {
    if (hasBegun || !(error instanceof AppError)) throw error
    return write() // whoever has the lock sleeps, or no disk takes one; what a person has just done is not lost over that
  }
}

async function compareAndWrite(
  tools: HolderContext,
  profile: Profile,
  reply: TokenReply,
): Promise<SavedLogin> {
  const targets = profile.grant.entries.filter(canTake)
  const lock = await lockHolders(tools, targets, WAIT_MS)
  try {
    const entries = (await readHolders(tools, targets)).filter(canTake)
    const next = credentialOf(reply, profile.account, profile.grant.current.credential)
    const { written, troubles } = await writeHolders(tools, entries, next)
    if (written.length === 0) {
      const why = troubles[0]?.failure
      throw new AppError('STORE_UNWRITABLE', why?.message ?? 'The login worked, but no file would take it.', {
        hint: why?.hint ?? 'Make the file writable and sign in again.',
      })
    }
    const repairs: string[] = []
    const remains: RemainingStep[] = troubles.map(({ holder, failure }) => ({
      what: `${holder.label} was not written: ${failure.message}`,
    }))
    for (const store of tools.stores.values()) {
      const mine = written.filter((holder) => holder.store === store.id)
      const after = mine.length > 0 ? await store.afterLogin?.(mine) : undefined
      repairs.push(...(after?.repaired ?? []))
      remains.push(...(after?.remains ?? []))
    }
    return { written, repairs, remains }
  } finally {
    await lock.release()
  }
}

/** A new credential from a login. @param old what the profile held: its scope and grant are gone, its name stays */
export function credentialOf(reply: TokenReply, known: Account, old: Credential | undefined): Credential {
  return {
    kind: 'oauth',
    accessToken: reply.accessToken,
    ...(reply.refreshToken ? { refreshToken: reply.refreshToken } : {}),
    ...(reply.idToken ? { idToken: reply.idToken } : {}),
    ...(reply.grantType ? { grantType: reply.grantType } : {}),
    ...(reply.expiresAtMs === undefined ? {} : { expiresAtMs: reply.expiresAtMs }),
    ...(reply.grantExpiresAtMs === undefined ? {} : { grantExpiresAtMs: reply.grantExpiresAtMs }),
    ...(reply.scope ? { scope: reply.scope } : {}),
    issuedAtMs: reply.issuedAtMs,
    account: { ...known, ...reply.account },
    generation: (old?.generation ?? 0) + 1,
  }
}

/** Where a new login may be written. */
export function canTake(entry: HeldEntry): boolean {
  return (entry.mode === 'own' || entry.mode === 'shared' || entry.writable === true) && !entry.problem
}

function refuseOtherAccount(expected: Account, actual: Account): void {
  if (compareAccounts(expected, actual) !== 'different') return
  const name = (account: Account): string => account.email ?? account.id ?? 'somebody else'
  throw new AppError(
    'LOGIN_OTHER_ACCOUNT',
    `You signed in as ${name(actual)}, but this login belongs to ${name(expected)}. Nothing was changed.`,
    { hint: `Sign in again as ${name(expected)}, or add ${name(actual)} as a new login.` },
  )
}
