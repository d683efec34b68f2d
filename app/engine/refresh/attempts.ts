/** Single-flight: however many ask, one attempt for each profile. Remembers when to try again. */

import type { Clock, Random } from '../../base/ports.ts'
import type { HistoryEventView } from '../../contract/views.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import { backoffMs } from '../../model/refresh-policy.ts'
import type { Retry } from '../../model/status.ts'
import { Pace } from './pace.ts'

/** What the network coming back may have mended. */
const PASSING = new Set(['PROVIDER_UNREACHABLE', 'NODE_UNREACHABLE', 'HOST_GONE'])

export interface Attempt {
  readonly outcome: RefreshOutcome
  readonly event: HistoryEventView
}

export class RefreshAttempts {
  /** When the schedule may try again. */
  readonly pace: Pace
  readonly #ports: { readonly clock: Clock; readonly random: Random }
  readonly #inFlight = new Map<string, { readonly sinceMs: number; readonly promise: Promise<Attempt> }>()
  /** Over, and still being written down. */
  readonly #concluding = new Set<Promise<Attempt>>()
  readonly #retries = new Map<string, Retry>()

  /** Called after an attempt has left the list of those in flight. */
  onSettled: () => void = () => undefined

  constructor(ports: { readonly clock: Clock; readonly random: Random }) {
    this.#ports = ports
    this.pace = new Pace(ports)
  }

  /**
   * Joins the attempt in flight, or starts one. `start` may call `over` once there is nothing left to join, although
   * its own promise takes a little longer.
   */
  join(profileId: string, start: (over: () => void) => Promise<Attempt>): Promise<Attempt> {
    const running = this.#inFlight.get(profileId)
    if (running) return running.promise
    const over = (): void => {
      if (this.#inFlight.get(profileId)?.promise !== promise) return
      this.#inFlight.delete(profileId)
      this.#concluding.add(promise)
      this.onSettled()
    }
    const promise: Promise<Attempt> = start(over).finally(() => {
      over()
      this.#concluding.delete(promise)
    })
    this.#inFlight.set(profileId, { sinceMs: this.#ports.clock.now(), promise })
    return promise
  }

  running(profileId: string): Promise<Attempt> | undefined {
    return this.#inFlight.get(profileId)?.promise
  }

  sinceMs(profileId: string): number | undefined {
    return this.#inFlight.get(profileId)?.sinceMs
  }

  retryOf(profileId: string): Retry | undefined {
    const retry = this.#retries.get(profileId)
    // The clock was set back past the failure: how long to wait from here, nobody knows, so not at all.
    return retry && retry.sinceMs <= this.#ports.clock.now() ? retry : undefined
  }

  /** A success clears the slate; a failure waits as told, or backs off. */
  remember(profileId: string, outcome: RefreshOutcome): void {
    this.pace.concluded(profileId, outcome)
    if (outcome.kind !== 'retry') {
      this.#retries.delete(profileId)
      return
    }
    const failures = (this.#retries.get(profileId)?.failures ?? 0) + 1
    const backoff = this.#ports.clock.now() + backoffMs(failures, this.#ports.random.number())
    this.#retries.set(profileId, {
      sinceMs: this.#ports.clock.now(),
      failures,
      failure: outcome.failure,
      untilMs: Math.max(outcome.retryAtMs ?? backoff, this.#ports.clock.now() + 1_000),
    })
  }

  forget(profileId: string): void {
    this.pace.forget(profileId)
    this.#retries.delete(profileId)
  }

  /** Back online: what waited for the network may go at once. What a provider told us to wait for stays. */
  clearPassing(): void {
    for (const [id, retry] of this.#retries) {
      if (PASSING.has(retry.failure.code)) this.#retries.delete(id)
    }
  }

  /** Those that are over have been written down. */
  async concluded(): Promise<void> {
    await Promise.allSettled(this.#concluding)
  }

  async settled(): Promise<void> {
    await Promise.allSettled([...this.#inFlight.values()].map((one) => one.promise))
    await this.concluded()
  }
}
