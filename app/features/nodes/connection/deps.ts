/** What everything about other machines is built on: the core's own parts, handed over by core.ts. */

import type { Ports } from '../../../base/ports.ts'
import type { Config } from '../../../config/config.ts'
import type { LoginRequest, LoginView, ProviderInput } from '../../../contract/views.ts'
import type { ProfileRegistry } from '../../../engine/profiles/profile-registry.ts'
import type { Attempt } from '../../../engine/refresh/attempts.ts'
import type { RefreshContext } from '../../../engine/refresh/context.ts'
import type { NewEvent } from '../../../history/new-event.ts'
import type { Profile } from '../../../model/profile.ts'
import type { Provider } from '../../../model/provider.ts'
import type { UsableToken } from '../../../model/usable-token.ts'
import type { VaultStore } from '../../../stores/vault/store.ts'
import type { HandOuts } from '../../askers/hand-outs.ts'

export interface NodeDeps {
  readonly ports: Ports
  readonly config: Config
  readonly tools: RefreshContext
  readonly profiles: ProfileRegistry
  readonly vault: VaultStore
  readonly findProvider: (name: string) => Provider | undefined
  readonly allProviders: () => readonly Provider[]
  readonly look: () => Promise<void>
  readonly record: (event: NewEvent) => Promise<unknown>
  readonly forgetRetry: (profileId: string) => void
  readonly token: (profileId: string, validForMs: number, askedBy: string) => Promise<UsableToken>
  readonly refresh: (profile: Profile, askedBy: string) => Promise<Attempt>
  readonly login: (request: LoginRequest) => Promise<LoginView>
  /** Which machine gets a token of which login. */
  readonly handOuts: Pick<HandOuts, 'give' | 'assertStanding'>
  readonly addProvider: (input: ProviderInput) => Promise<unknown>
}

/** Every profile of this machine, as of the last look. */
export function here({ profiles }: NodeDeps): readonly Profile[] {
  return [...profiles.snapshot.profiles.values()]
}
