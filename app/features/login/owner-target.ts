/** The target of a sign-in that belongs to another program, and what is remembered of it. */
import type { Ports } from '../../base/ports.ts'
import type { OwnLoginView } from '../../contract/views.ts'
import type { ProfileRegistry } from '../../engine/profiles/profile-registry.ts'
import type { HolderContext } from '../../engine/refresh/context.ts'
import type { NewEvent } from '../../history/new-event.ts'
import type { Profile } from '../../model/profile.ts'
import { labelOf } from '../../model/profile-view.ts'
import type { Provider } from '../../model/provider.ts'
import { ADAPTER_ENVIRONMENT } from '../../stores/registry.ts'
import type { LoginTarget, SavedLogin } from './logins.ts'
import { ownerLogin } from './owner-login.ts'

export interface OwnerTargetDeps {
  readonly ports: Ports
  readonly tools: HolderContext
  readonly profiles: ProfileRegistry
  readonly findProvider: (name: string) => Provider | undefined
  readonly look: () => Promise<void>
  readonly record: (event: NewEvent) => Promise<unknown>
  /** The slate is clean again: whatever was retried belongs to the old login. */
  readonly forgetRetry: (profileId: string) => void
}

/** Undefined where its store is not known. */
export function ownerTarget(
  deps: OwnerTargetDeps,
  profile: Profile,
  ownLogin: OwnLoginView,
): LoginTarget | undefined {
  const { ports, tools, profiles, findProvider, look } = deps
  const before = profile.grant.current
  const store = tools.stores.get(before.holder.store)
  if (!store) return undefined
  const providerName = findProvider(profile.provider)?.name
  const held = (id: string): Profile | undefined =>
    [...profiles.snapshot.profiles.values()].find(({ grant }) =>
      grant.entries.some(({ holder }) => holder.id === id),
    )
  const env = ADAPTER_ENVIRONMENT.flatMap((name) => {
    const value = ports.process.env(name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    providerId: profile.provider,
    ...(providerName === undefined ? {} : { providerName }),
    profileId: profile.id,
    account: labelOf(profile),
    async byOwner(controls) {
      const lookAt = async (id: string): Promise<Profile | undefined> => {
        await look()
        return held(id)
      }
      const parts = { ports, store, ownLogin, env: Object.fromEntries(env), lookAt }
      return remember(deps, ownLogin.program, await ownerLogin(parts, before, controls))
    },
  }
}

async function remember(
  { ports, record, forgetRetry, look }: OwnerTargetDeps,
  program: string,
  profile: Profile,
): Promise<SavedLogin> {
  const { id, provider, grant } = profile
  const account = labelOf(profile)
  const successor = grant.current.fingerprint
  forgetRetry(id)
  await record({
    atMs: ports.clock.now(),
    kind: 'signed-in',
    providerId: provider,
    profileId: id,
    account,
    ...(successor === undefined ? {} : { successor }),
    message: `Signed in with ${program}.`,
    askedBy: 'person',
    process: ports.process.label,
    pid: ports.process.pid,
  })
  await look()
  return { profileId: id, account }
}
