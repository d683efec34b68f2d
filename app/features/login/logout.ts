/** Ends a login at its provider (RFC 7009), and takes our copy of it away. */

import { AppError, fromFailure, messageOf } from '../../base/errors.ts'
import { checkIssuer } from '../../engine/refresh/check-issuer.ts'
import type { RefreshContext } from '../../engine/refresh/context.ts'
import { readHolders } from '../../engine/refresh/holders.ts'
import { underLocks } from '../../engine/refresh/with-holder-locks.ts'
import type { NewEvent } from '../../history/new-event.ts'
import { currentCopy } from '../../model/current-copy.ts'
import { VAULT } from '../../model/holder.ts'
import type { Profile } from '../../model/profile.ts'
import { labelOf } from '../../model/profile-view.ts'
import type { Provider, ResolvedProvider } from '../../model/provider.ts'
import { revoke } from '../../oauth/revocation.ts'
import type { TakenAway } from './taken-away.ts'

export interface LogoutDeps {
  readonly tools: RefreshContext
  readonly takenAway: TakenAway
  readonly findProvider: (name: string) => Provider | undefined
  /** With the endpoint that ends logins, where there is one. @throws AppError */
  readonly resolve: (provider: Provider) => Promise<ResolvedProvider>
  readonly record: (event: NewEvent) => Promise<unknown>
}

/** Who may end it at all. @throws AppError LOGIN_UNAVAILABLE */
export function providerToLeave(
  { findProvider }: Pick<LogoutDeps, 'findProvider'>,
  profile: Profile,
): Provider {
  const { current } = profile.grant
  const provider = findProvider(profile.provider)
  const isOurs = current.mode === 'own' || current.mode === 'shared'
  if (provider && isOurs && current.credential?.kind === 'oauth') return provider
  throw new AppError('LOGIN_UNAVAILABLE', `Lamplighter cannot end the login of ${labelOf(profile)}.`, {
    hint: isOurs
      ? `Only its copy here can be deleted: lamplighter forget ${profile.id}`
      : `${current.owner} keeps it: sign out there.`,
  })
}

export type Revocation = 'revoked' | 'unsupported'

/**
 * Waits for a refresh of it that is under way. Nothing is taken away where the provider did not end it, unless it has no
 * way to.
 * @throws AppError LOGIN_UNAVAILABLE, PROVIDER_UNREACHABLE, PROVIDER_REFUSED, PROVIDER_CHANGED, STORE_LOCKED, STORE_UNWRITABLE
 */
export async function logout(deps: LogoutDeps, profile: Profile): Promise<Revocation> {
  const { tools, takenAway } = deps
  const provider = providerToLeave(deps, profile)
  const resolved = await deps.resolve(provider)
  const ours = profile.grant.entries.map(({ holder }) => holder).filter(({ store }) => store === VAULT)
  const ended = await underLocks(tools, [profile], ours, async () => {
    const how = await endGrant(tools, profile, provider, resolved)
    const names = ours.map(({ entry }) => entry)
    await takenAway.takeAway(profile, names)
    if (how === 'revoked') takenAway.drop(profile.id)
    return how
  })
  await deps.record({
    atMs: tools.ports.clock.now(),
    kind: 'signed-out',
    providerId: provider.id,
    profileId: profile.id,
    account: labelOf(profile),
    message:
      ended === 'revoked'
        ? `Signed out: ${provider.name} has ended the login.`
        : `Signed out here. ${provider.name} offers no way to end a login, so the permission stays there.`,
    askedBy: 'person',
    process: tools.ports.process.label,
    pid: tools.ports.process.pid,
  })
  return ended
}

/** What is stored now, not what was there when the person looked. */
async function endGrant(
  tools: RefreshContext,
  profile: Profile,
  provider: Provider,
  resolved: ResolvedProvider,
): Promise<Revocation> {
  const { http, log } = tools.ports
  const entries = await readHolders(tools, profile.grant.entries)
  const current = entries.length === 0 ? undefined : currentCopy(entries)
  const { credential, fingerprint } = current ?? {}
  if (!current || !credential || fingerprint === undefined) {
    throw new AppError('STORE_CHANGED', `The login of ${labelOf(profile)} is not there any more.`)
  }
  const target = { profile, provider, seen: credential }
  const found = { kind: 'look', entries, current, credential, fingerprint, adopt: false } as const
  const server = await checkIssuer(tools, target, resolved, found)
  if (server.kind === 'ended' && server.outcome.kind === 'retry') throw fromFailure(server.outcome.failure)
  const { refreshToken, accessToken } = credential
  const first = refreshToken ? await revoke(http, resolved, refreshToken) : 'unsupported'
  const second = accessToken ? revoke(http, resolved, accessToken, 'access_token') : 'unsupported'
  if (!refreshToken) return second
  // Most providers end the access token with the grant, and some then call it unknown or another's.
  await Promise.resolve(second).catch((error: unknown) => {
    log.warn('the access token was not revoked by itself', { error: messageOf(error) })
  })
  if (first === 'revoked') await remember(tools, profile, fingerprint)
  return first
}

/** Whoever still holds it, another program's file or a backup, holds a login that has ended: it is never sent again. */
async function remember({ journal }: RefreshContext, profile: Profile, fingerprint: string): Promise<void> {
  await journal.claim(fingerprint, profile.id, 1)
  await journal.rejected(fingerprint, {
    code: 'NEEDS_LOGIN',
    message: 'A person signed this login out.',
    hint: 'Sign in again to use it.',
  })
  journal.abandon(fingerprint)
}
