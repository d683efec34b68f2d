/** When to try again after a failure: as the provider told, or later each time. */

import type { Clock, Random } from '../../base/ports.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import { backoffMs } from '../../model/refresh-policy.ts'
import type { Retry } from '../../model/status.ts'

/** What the network coming back may have mended. */
const PASSING = new Set(['PROVIDER_UNREACHABLE', 'NODE_UNREACHABLE', 'HOST_GONE'])
/** What another configuration may have mended. */
const BY_SETTINGS = new Set(['PROVIDER_CHANGED', 'PROVIDER_UNKNOWN', 'CONFIG_INVALID'])
const SHORTEST_WAIT_MS = 1_000

export class RetryBackoff {
  readonly #ports: { readonly clock: Clock; readonly random: Random }
  readonly #retries = new Map<string, Retry>()

  constructor(ports: { readonly clock: Clock; readonly random: Random }) {
    this.#ports = ports
  }

  retryOf(profileId: string): Retry | undefined {
    const retry = this.#retries.get(profileId)
    // The clock was set back past the failure: how long to wait from here, nobody knows, so not at all.
    return retry && retry.sinceMs <= this.#ports.clock.now() ? retry : undefined
  }

  /** A success clears the slate; a failure waits as told, or backs off. */
  concluded(profileId: string, outcome: RefreshOutcome): void {
    if (outcome.kind !== 'retry') {
      this.#retries.delete(profileId)
      return
    }
    const nowMs = this.#ports.clock.now()
    const failures = (this.#retries.get(profileId)?.failures ?? 0) + 1
    const backoff = nowMs + backoffMs(failures, this.#ports.random.number())
    this.#retries.set(profileId, {
      sinceMs: nowMs,
      failures,
      failure: outcome.failure,
      untilMs: Math.max(outcome.retryAtMs ?? backoff, nowMs + SHORTEST_WAIT_MS),
    })
  }

  forget(profileId: string): void {
    this.#retries.delete(profileId)
  }

  /** Back online: what waited for the network may go at once. What a provider told us to wait for stays. */
  clearPassing(): void {
    this.#clear(PASSING)
  }

  /** config.json was read again: what failed by what it said may go at once. */
  clearBySettings(): void {
    this.#clear(BY_SETTINGS)
  }

  #clear(codes: ReadonlySet<string>): void {
    for (const [id, retry] of this.#retries) {
      if (codes.has(retry.failure.code)) this.#retries.delete(id)
    }
  }
}
