/**
 * Does a login still work that nothing counts down? Its refresh token is sent once, because a person asked, and the access
 * token that comes is thrown away. Only where the provider's refresh tokens are good for more than once.
 */
import { AppError } from '../../base/errors.ts'
import { HttpFailure, type Ports } from '../../base/ports.ts'
import type { TrialView } from '../../contract/views.ts'
import { classifyAnswer } from '../../engine/refresh/classify-reply.ts'
import type { NewEvent } from '../../history/new-event.ts'
import type { Profile } from '../../model/profile.ts'
import { labelOf, signInWith } from '../../model/profile-view.ts'
import { type Provider, providerOf, type ResolvedProvider } from '../../model/provider.ts'
import { signInHere } from '../../model/usable-token.ts'
import { refreshGrant } from '../../oauth/token-endpoint.ts'
import { ownLoginOf } from '../../stores/own-login.ts'
import type { CredentialStore } from '../../stores/store.ts'

const TIMEOUT_MS = 30_000

export interface TryLoginDeps {
  readonly ports: Ports
  readonly stores: ReadonlyMap<string, CredentialStore>
  readonly findProvider: (name: string) => Provider | undefined
  readonly resolve: (provider: Provider) => Promise<ResolvedProvider>
  readonly record: (event: NewEvent) => Promise<unknown>
}

/** @throws AppError NOT_REFRESHABLE where it cannot be tried; PROVIDER_UNREACHABLE where nobody can say now */
export async function tryLogin(deps: TryLoginDeps, profile: Profile): Promise<TrialView> {
  const { current } = profile.grant
  const found = await deps.stores.get(current.holder.store)?.trial?.(current.holder)
  const provider = deps.findProvider(profile.provider)
  if (!found || !provider || provider.rotation !== 'never') throw notTried(profile)
  const at = providerOf(await deps.resolve(provider), found) as ResolvedProvider
  const answer = await refreshGrant(deps.ports, at, found.credential, { timeoutMs: TIMEOUT_MS }).catch(
    (error: unknown) => {
      if (error instanceof HttpFailure) throw unreachable(provider, `nothing (${error.reason})`)
      throw error
    },
  )
  const meaning = classifyAnswer(answer, provider.errorWords)
  const about = { profileId: profile.id, account: labelOf(profile) }
  if (meaning.kind === 'success')
    return { ...about, works: true, message: `${provider.name} took it: it works.` }
  if (meaning.kind !== 'rejected' && meaning.kind !== 'client-rejected')
    throw unreachable(provider, meaning.detail)
  const message = `${provider.name} refused it: ${meaning.detail}`
  const ownLogin = ownLoginOf(deps.stores, profile)
  await recordRefusal(deps, profile, message)
  const hint = ownLogin ? signInWith(ownLogin) : signInHere(profile.id)
  return { ...about, works: false, message, hint }
}

async function recordRefusal(
  { ports, record }: TryLoginDeps,
  profile: Profile,
  message: string,
): Promise<void> {
  await record({
    atMs: ports.clock.now(),
    kind: 'rejected',
    cause: 'rejected',
    providerId: profile.provider,
    profileId: profile.id,
    account: labelOf(profile),
    message,
    askedBy: 'person',
    process: ports.process.label,
    pid: ports.process.pid,
  })
}

function notTried(profile: Profile): AppError {
  return new AppError(
    'NOT_REFRESHABLE',
    `${labelOf(profile)} is not tried: that would use its refresh token up.`,
    {
      hint: `lamplighter list says how long it lasts.`,
    },
  )
}

function unreachable({ name }: Provider, detail: string): AppError {
  return new AppError(
    'PROVIDER_UNREACHABLE',
    `Whether it works cannot be told now: ${name} said ${detail}.`,
    {
      hint: 'Try again later.',
    },
  )
}
