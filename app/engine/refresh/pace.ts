/**
 * How soon the schedule may turn to a login again: at most one request a minute for each, whatever its answers are called,
 * and less often the longer nothing comes of them. A person and a program that needs a token are not held up by it.
 */
import type { Clock, Random } from '../../base/ports.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import { backoffMs, SHORTEST_INTERVAL_MS } from '../../model/refresh-policy.ts'

interface Step {
  readonly sinceMs: number
  readonly notBeforeMs: number
  /** How many in a row brought nothing. */
  readonly useless: number
}

export class Pace {
  readonly #ports: { readonly clock: Clock; readonly random: Random }
  readonly #steps = new Map<string, Step>()
  readonly #asked = new Map<string, number>()

  constructor(ports: { readonly clock: Clock; readonly random: Random }) {
    this.#ports = ports
  }

  /** A request for it left this machine, or may have. */
  asked(profileId: string): void {
    this.#asked.set(profileId, this.#ports.clock.now())
  }

  concluded(profileId: string, outcome: RefreshOutcome): void {
    const nowMs = this.#ports.clock.now()
    const askedAtMs = this.#asked.get(profileId)
    this.#asked.delete(profileId)
    const useless = isUseful(outcome) ? 0 : (this.#steps.get(profileId)?.useless ?? 0) + 1
    // What waits for a lock, a disk or the network has a delay of its own, and asked nobody.
    if (outcome.kind === 'retry' && askedAtMs === undefined) return
    const pauseMs = useless > 1 ? backoffMs(useless, this.#ports.random.number()) : 0
    // Until the old token has lapsed, another answer like this one would be put aside as well.
    const restMs =
      outcome.kind === 'refreshed' && outcome.keptOld ? outcome.credential.expiresAtMs : undefined
    const notBeforeMs = Math.max((askedAtMs ?? nowMs) + SHORTEST_INTERVAL_MS, nowMs + pauseMs, restMs ?? 0)
    this.#steps.set(profileId, { sinceMs: nowMs, notBeforeMs, useless })
  }

  /** It could not even begin. */
  stumbled(profileId: string): void {
    this.concluded(profileId, { kind: 'superseded', grant: '' })
  }

  /** Undefined: at any time. A clock that was set back past the last try makes nobody wait. */
  notBeforeMs(profileId: string): number | undefined {
    const step = this.#steps.get(profileId)
    return step && step.sinceMs <= this.#ports.clock.now() ? step.notBeforeMs : undefined
  }

  forget(profileId: string): void {
    this.#steps.delete(profileId)
  }
}

function isUseful({ kind }: RefreshOutcome): boolean {
  return kind === 'refreshed' || kind === 'adopted' || kind === 'repaired'
}
