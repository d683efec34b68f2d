/** Single-flight: however many ask, one attempt for each profile. */

import type { Clock, Random } from '../../base/ports.ts'
import type { HistoryEventView } from '../../contract/views.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import type { Retry } from '../../model/status.ts'
import { Pace } from './pace.ts'
import { RetryBackoff } from './retry-backoff.ts'

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
  readonly #backoff: RetryBackoff

  /** Called after an attempt has left the list of those in flight. */
  onSettled: () => void = () => undefined

  constructor(ports: { readonly clock: Clock; readonly random: Random }) {
    this.#ports = ports
    this.pace = new Pace(ports)
    this.#backoff = new RetryBackoff(ports)
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
    return this.#backoff.retryOf(profileId)
  }

  remember(profileId: string, outcome: RefreshOutcome): void {
    this.pace.concluded(profileId, outcome)
    this.#backoff.concluded(profileId, outcome)
  }

  forget(profileId: string): void {
    this.pace.forget(profileId)
    this.#backoff.forget(profileId)
  }

  /** Back online: what waited for the network may go at once. */
  clearPassing(): void {
    this.#backoff.clearPassing()
  }

  /** config.json was read again: what failed by what it said may go at once. */
  clearBySettings(): void {
    this.#backoff.clearBySettings()
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
