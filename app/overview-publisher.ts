/** All that a person can see of the logins: on demand, and once a turn of the event loop while it changes. */

import type { CoreEvents } from './base/core-events.ts'
import { toFailure } from './base/errors.ts'
import type { EventBus } from './base/event-bus.ts'
import type { Keyring } from './base/ports.ts'
import type { Failure } from './contract/failure.ts'
import type { OverviewView } from './contract/views.ts'
import type { RefreshEngine } from './engine/engine.ts'
import type { ProfileRegistry } from './engine/profiles/profile-registry.ts'
import type { TokenService } from './engine/tokens/token-service.ts'

export interface OverviewPublisherDeps {
  readonly profiles: ProfileRegistry
  readonly engine: Pick<RefreshEngine, 'schedule'>
  readonly tokens: Pick<TokenService, 'queue'>
  /** What is wrong besides a login and a place where logins are. */
  readonly problems: () => readonly Failure[]
  readonly bus: EventBus<CoreEvents>
}

export class OverviewPublisher {
  #sealedBy: OverviewView['sealedBy'] = 'undecided'
  #sealProblem: Failure | undefined
  readonly #deps: OverviewPublisherDeps
  #isDue = false

  constructor(deps: OverviewPublisherDeps) {
    this.#deps = deps
    deps.bus.on('changed', () => this.#publishSoon())
  }

  /** Where that cannot be read, nothing in the vault opens; what is elsewhere is looked after all the same. */
  async readSealing(keyring: Keyring): Promise<void> {
    try {
      this.#sealedBy = await keyring.kept()
    } catch (error) {
      this.#sealProblem = toFailure(error)
    }
  }

  current(): OverviewView {
    const { profiles, engine, tokens, problems } = this.#deps
    const { queue } = tokens
    return {
      ...profiles.overview({
        scheduler: engine.schedule,
        sealedBy: this.#sealedBy,
        problems: [...(this.#sealProblem ? [this.#sealProblem] : []), ...problems()],
      }),
      ...(queue.length > 0 ? { queue } : {}),
    }
  }

  #publishSoon(): void {
    if (this.#isDue) return
    this.#isDue = true
    // After what has just begun or come: nobody who waits for a token should wait for this.
    setImmediate(() => {
      this.#isDue = false
      this.#deps.bus.emit('overview', this.current())
    })
  }
}
