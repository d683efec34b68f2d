/** Tokens for programs: at once where one is ready, in turn where many come, and another in place of one that was refused. */

import type { CoreEvents } from '../../base/core-events.ts'
import type { EventBus } from '../../base/event-bus.ts'
import type { Ports } from '../../base/ports.ts'
import type { RefusalAnswer } from '../../contract/refusal.ts'
import type { QueuedView } from '../../contract/views.ts'
import type { Profile } from '../../model/profile.ts'
import type { Provider } from '../../model/provider.ts'
import type { Secret } from '../../model/secret.ts'
import { tokenEndpointOf } from '../../model/token-endpoint-of.ts'
import type { UsableToken } from '../../model/usable-token.ts'
import type { ProfileRegistry } from '../profiles/profile-registry.ts'
import { Admission } from './admission.ts'
import { type AdmittedDeps, type AdmittedToken, admittedToken, type TokenWish } from './admitted-token.ts'
import { JoinedRequests } from './joined-requests.ts'
import { RecoveryWatch } from './recovery-watch.ts'
import { RejectedTokens, type RejectedTokensDeps } from './rejected-tokens.ts'

export interface TokenServiceDeps {
  readonly ports: RejectedTokensDeps['ports']
  readonly profiles: ProfileRegistry
  readonly engine: RejectedTokensDeps['engine'] & {
    token(profileId: string, validForMs: number, askedBy: string): Promise<UsableToken>
  }
  readonly findProvider: (name: string) => Provider | undefined
  /** Asked each time: it may be changed while consumers wait. */
  readonly maxConcurrent: () => number
  readonly bus: EventBus<CoreEvents>
}

export type TokenOptions = Partial<Omit<TokenWish, 'profileId'>>

const NO_OPTIONS: TokenOptions = {}

export class TokenService {
  readonly #deps: TokenServiceDeps
  readonly #clock: Ports['clock']
  readonly #admission: Admission
  readonly #joined = new JoinedRequests()
  readonly #rejected: RejectedTokens
  readonly #admitted: AdmittedDeps

  constructor(deps: TokenServiceDeps) {
    const { ports, profiles, engine, maxConcurrent, bus } = deps
    this.#deps = deps
    this.#clock = ports.clock
    this.#rejected = new RejectedTokens(deps)
    const admission = new Admission({
      clock: ports.clock,
      maxConcurrent,
      onChange: () => bus.emit('changed'),
    })
    this.#admission = admission
    this.#admitted = {
      clock: ports.clock,
      profiles,
      admission,
      paceOf: (profile) => this.#paceOf(profile),
      token: (...wish) => engine.token(...wish),
    }
    const recovery = new RecoveryWatch(({ id }) => {
      const profile = profiles.snapshot.profiles.get(id)
      if (profile) admission.expect(this.#paceOf(profile))
    })
    bus.on('overview', (view) => {
      recovery.look(view) // before anybody is let in who would not have to wait for a turn otherwise
      admission.pump()
    })
  }

  /** @throws AppError as RefreshEngine.token(); HOST_GONE when `signal` aborted */
  token(id: string, options: TokenOptions = NO_OPTIONS): Promise<AdmittedToken> {
    const { validForMs = 0, askedBy = this.#deps.ports.process.label, waitMs = 0, signal } = options
    if (this.#admission.isQuiet) {
      const ready = this.#deps.profiles.ready.find(id, this.#clock.now(), validForMs)
      if (ready) return ready
      if (waitMs <= 0) return this.#joined.join(id, validForMs, askedBy, this.#admitted.token)
    }
    const wish = { profileId: id, validForMs, askedBy, waitMs, ...(signal ? { signal } : {}) }
    return admittedToken(this.#admitted, wish)
  }

  /** Whoever waited for a token does not need its place any longer: the next one may come. */
  release(askedBy: string): void {
    this.#admission.callBack(askedBy)
  }

  /** @throws AppError as RejectedTokens.report() */
  report401(profileId: string, askedBy: string, accessToken: Secret | undefined): Promise<RefusalAnswer> {
    return this.#rejected.report({ profileId, askedBy, ...(accessToken ? { accessToken } : {}) })
  }

  get queue(): readonly QueuedView[] {
    return this.#admission.queue()
  }

  /** What shares a pace: who is asked for the next tokens. */
  #paceOf(profile: Profile): string {
    return tokenEndpointOf(profile, this.#deps.findProvider(profile.provider))
  }
}
