/** What a login is for, and where its tokens go. */

import { AppError, messageOf } from '../../base/errors.ts'
import { didYouMean } from '../../base/nearest.ts'
import { harmlessId, shownLine } from '../../base/outside-text.ts'
import type { Failure } from '../../contract/failure.ts'
import type { LoginRequest, RemainingStep } from '../../contract/views.ts'
import { fingerprintOf } from '../../engine/journal/fingerprint.ts'
import type { Issuers } from '../../engine/journal/issuers.ts'
import { type Account, compareAccounts } from '../../model/credential.ts'
import type { Holder } from '../../model/holder.ts'
import type { Profile } from '../../model/profile.ts'
import { labelOf } from '../../model/profile-view.ts'
import type { ResolvedProvider } from '../../model/provider.ts'
import { issuedBy } from '../../oauth/issued-by.ts'
import type { TokenReply } from '../../oauth/token-endpoint.ts'
import type { VaultStore } from '../../stores/vault/store.ts'
import type { LoginTarget } from './logins.ts'
import { type OwnerTargetDeps, ownerTarget } from './owner-target.ts'
import { rehearseLogin } from './rehearse-login.ts'
import { credentialOf, saveOverProfile } from './save-login.ts'

export interface LoginTargetsDeps extends OwnerTargetDeps {
  readonly vault: VaultStore
  /** Of every provider here. */
  readonly providerIds: () => readonly string[]
  readonly issuers: Issuers
}

export interface SignedIn {
  readonly profileId: string
  readonly account: string
  readonly remains: readonly RemainingStep[]
}

export interface LoginTargets {
  /** @throws AppError PROFILE_UNKNOWN, PROVIDER_UNKNOWN, LOGIN_UNAVAILABLE */
  target(request: LoginRequest): LoginTarget
  /** Whether what comes could be stored. @throws AppError STORE_*, KEYCHAIN_UNAVAILABLE */
  rehearse(target: LoginTarget): Promise<void>
  /** @throws AppError LOGIN_OTHER_ACCOUNT, STORE_LOCKED, STORE_UNWRITABLE */
  save(target: LoginTarget, reply: TokenReply, provider: ResolvedProvider): Promise<SignedIn>
  /** Into the history, with the reason. Never rejects. */
  failed(target: LoginTarget, failure: Failure): Promise<void>
}

export function createLoginTargets(parts: LoginTargetsDeps): LoginTargets {
  const { profiles, findProvider } = parts
  const profileOf = ({ profileId }: LoginTarget): Profile | undefined =>
    profileId === undefined ? undefined : profiles.snapshot.profiles.get(profileId)
  return {
    target(request) {
      const profile = request.profileId === undefined ? undefined : profiles.find(request.profileId)
      const { ownLogin } = profile ? profiles.view(profile) : {}
      if (profile && ownLogin && !profiles.assessment(profile).canLogin) {
        const target = ownerTarget(parts, profile, ownLogin)
        if (target) return target
      }
      const name = request.providerId ?? profile?.provider
      if (name === undefined)
        throw new AppError('ARGUMENT_INVALID', 'Say which login or which provider to sign in to.')
      const provider = findProvider(name)
      if (!provider) {
        throw new AppError('PROVIDER_UNKNOWN', `Lamplighter does not know the provider "${name}".`, {
          hint: didYouMean(
            name,
            parts.providerIds(),
            `Add it first: lamplighter provider add ${name} --issuer URL --client-id ID`,
          ),
        })
      }
      if (provider.retired) throw new AppError('LOGIN_UNAVAILABLE', provider.retired)
      if (!profile) return { providerId: provider.id }
      if (!profiles.assessment(profile).canLogin) throw notHere(profile)
      return { providerId: provider.id, profileId: profile.id, account: labelOf(profile) }
    },

    rehearse: (target) => rehearseLogin(parts, profileOf(target)),

    async save(target, reply, provider) {
      const profile = profileOf(target)
      const saved = profile
        ? await overProfile(parts, profile, reply)
        : await asNew(parts, target.providerId, reply)
      await recordIssuer(parts, saved.written, provider)
      parts.forgetRetry(saved.profileId)
      const successor = fingerprintOf(parts.ports, credentialOf(reply, {}, undefined))
      await parts.record({
        atMs: parts.ports.clock.now(),
        kind: 'signed-in',
        providerId: target.providerId,
        profileId: saved.profileId,
        account: saved.account,
        ...(successor === undefined ? {} : { successor }),
        message: ['Signed in.', ...saved.repairs, ...saved.remains.map(textOf)].join(' '),
        holders: saved.written.length,
        askedBy: 'person',
        process: parts.ports.process.label,
        pid: parts.ports.process.pid,
      })
      await parts.look()
      return { profileId: saved.profileId, account: saved.account, remains: saved.remains }
    },

    async failed({ providerId, profileId, account }, { code, message, detail }) {
      await parts.record({
        atMs: parts.ports.clock.now(),
        kind: 'login-failed',
        cause: code,
        providerId,
        profileId: profileId ?? providerId,
        account: account ?? 'a new login',
        message,
        ...(detail === undefined ? {} : { detail }),
        askedBy: 'person',
        process: parts.ports.process.label,
        pid: parts.ports.process.pid,
      })
    },
  }
}

/** A sign-in is how a person says which server it is. Where that cannot be written down, the next refresh says what is wrong. */
async function recordIssuer(
  { issuers, findProvider, ports }: LoginTargetsDeps,
  holders: readonly Holder[],
  provider: ResolvedProvider,
): Promise<void> {
  try {
    await issuers.record(holders, issuedBy(findProvider(provider.id) ?? provider, provider))
  } catch (error) {
    ports.log.warn('where a login was made could not be written down', { error: messageOf(error) })
  }
}

interface Saved {
  readonly profileId: string
  readonly account: string
  readonly written: readonly Holder[]
  readonly repairs: readonly string[]
  readonly remains: readonly RemainingStep[]
}

function textOf({ what, command }: RemainingStep): string {
  return command === undefined ? what : `${what} Run: ${command}`
}

async function overProfile(parts: LoginTargetsDeps, profile: Profile, reply: TokenReply): Promise<Saved> {
  const saved = await saveOverProfile({ ...parts.tools, ports: parts.ports }, profile, reply)
  return { profileId: profile.id, account: labelOf(profile), ...saved }
}

/** A new profile in our vault; the same account again takes the place of its old credential. */
async function asNew(parts: LoginTargetsDeps, providerId: string, reply: TokenReply): Promise<Saved> {
  const { profiles } = parts.profiles.snapshot
  const who = shownLine(nameOf(reply.account) ?? freeName(providerId, profiles))
  const id = harmlessId(`${providerId}:${who}`)
  const before = [...profiles.values()].find((profile) => isOfAccount(profile, id, reply.account))
  if (before) return overProfile(parts, before, reply)
  const known = profiles.get(id)
  // What cannot be opened is replaced as a whole, as it says itself.
  const isFree = !known || (known.grant.current.mode === 'own' && known.grant.current.problem !== undefined)
  const credential = credentialOf(reply, {}, undefined)
  const holder = await parts.vault.add({
    id: isFree ? id : `${id}#${parts.ports.random.token(4)}`,
    provider: providerId,
    credential,
  })
  return { profileId: holder.entry, account: who, written: [holder], repairs: [], remains: [] }
}

/** Nobody said whose it is: called like its provider, and a second one, which may be another account, "slack-2". */
function freeName(providerId: string, taken: ReadonlyMap<string, Profile>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? providerId : `${providerId}-${number}`
    if (!taken.has(harmlessId(`${providerId}:${name}`))) return name
  }
}

/** One person may have several accounts under one address: the second is called like the first, with a `#` behind it. */
function isOfAccount({ id, account, grant: { current } }: Profile, name: string, signedIn: Account): boolean {
  if (current.mode !== 'own' || current.problem) return false
  const verdict = compareAccounts(account, signedIn)
  return id === name ? verdict !== 'different' : id.startsWith(`${name}#`) && verdict === 'same'
}

function nameOf(account: Account): string | undefined {
  return account.email ?? account.name ?? account.id
}

function notHere(profile: Profile): AppError {
  const { current } = profile.grant
  return new AppError('LOGIN_UNAVAILABLE', `Lamplighter cannot sign in ${labelOf(profile)} itself.`, {
    hint: current.problem?.message ?? current.note ?? `Sign in with ${current.owner}.`,
  })
}
