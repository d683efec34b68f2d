/** Tokens go only to the server they were issued by. Asked before every refresh; what changed is for a person to accept. */
import { AppError, messageOf, toFailure } from '../../base/errors.ts'
import type { Holder } from '../../model/holder.ts'
import type { Provider, ResolvedProvider } from '../../model/provider.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import { CLIENT_REJECTED_RETRY_MS } from '../../model/refresh-policy.ts'
import { type IssuedBy, isSameServer, issuedBy } from '../../oauth/issued-by.ts'
import type { HoldersFound, RefreshTarget } from './attempt.ts'
import type { RefreshContext } from './context.ts'

export type IssuerCheck =
  /** `fresh`: the places whose server is not known yet, and is once the refresh has succeeded. */
  | { readonly kind: 'fits'; readonly issuedBy: IssuedBy; readonly fresh: readonly Holder[] }
  | { readonly kind: 'ended'; readonly outcome: RefreshOutcome }

export async function checkIssuer(
  { issuers, ports: { clock } }: Pick<RefreshContext, 'issuers' | 'ports'>,
  { provider, profile }: Pick<RefreshTarget, 'provider' | 'profile'>,
  resolved: ResolvedProvider,
  { entries, fingerprint: grant }: Pick<HoldersFound, 'entries' | 'fingerprint'>,
): Promise<IssuerCheck> {
  try {
    const known = await issuers.read()
    const now = issuedBy(provider, resolved)
    const other = entries
      .flatMap(({ holder }) => known.get(holder.id) ?? [])
      .find((one) => !isSameServer(one, now))
    if (other) throw changed(provider, other, now)
    const fresh = entries.map(({ holder }) => holder).filter(({ id }) => !known.has(id))
    // What came from another machine was recorded when a person accepted it.
    if (provider.from !== undefined && fresh.length === entries.length) {
      throw notOfThis(provider.name, provider.from, profile.id)
    }
    return { kind: 'fits', issuedBy: now, fresh }
  } catch (error) {
    const failure = toFailure(error)
    if (failure.code !== 'PROVIDER_CHANGED') {
      return { kind: 'ended', outcome: { kind: 'retry', cause: 'transient', grant, failure } }
    }
    const retryAtMs = clock.now() + CLIENT_REJECTED_RETRY_MS
    return { kind: 'ended', outcome: { kind: 'retry', cause: 'client-rejected', grant, retryAtMs, failure } }
  }
}

/** The first refresh has succeeded. Where that cannot be written down, the next one counts as the first. */
export async function recordIssuer(
  { issuers, ports: { log } }: RefreshContext,
  { issuedBy, fresh }: Extract<IssuerCheck, { kind: 'fits' }>,
): Promise<void> {
  try {
    await issuers.record(fresh, issuedBy)
  } catch (error) {
    log.warn('the server of a login could not be written down', { error: messageOf(error) })
  }
}

function changed({ name, id, clientPerLogin }: Provider, was: IssuedBy, now: IssuedBy): AppError {
  const mend = clientPerLogin
    ? 'sign in again with the program that keeps it'
    : `correct "${id}" in config.json`
  return new AppError(
    'PROVIDER_CHANGED',
    `This login was made at ${was.tokenEndpoint}, and ${name} is at ${now.tokenEndpoint} now. Nothing was sent there. If it has moved, sign in again, or accept that: lamplighter provider trust ${id}.`,
    { hint: `If it has not moved, ${mend}.` },
  )
}

function notOfThis(name: string, from: string, profileId: string): AppError {
  return new AppError(
    'PROVIDER_CHANGED',
    `${name} came from ${from} with other logins. Nothing was sent there.`,
    { hint: `Bring ${profileId} over anew, or sign in.` },
  )
}
