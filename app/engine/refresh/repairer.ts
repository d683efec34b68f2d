/**
 * What can be put right without a request and without a person: a refresh that was answered and is not stored, and
 * holders of one grant that hold older tokens. Each thing that is seen is tried at once, then with growing delays.
 */
import type { Ports } from '../../base/ports.ts'
import type { Profile } from '../../model/profile.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import { WAIT_MS } from '../../model/refresh-policy.ts'
import type { ProfileRegistry } from '../profiles/profile-registry.ts'
import type { RefreshAttempts } from './attempts.ts'
import type { RefreshContext } from './context.ts'
import { grantLockName } from './grant-lock.ts'
import { isOurs, isStale } from './holders.ts'
import { notStored, recoverRefresh } from './recover.ts'
import { repairDrift } from './repair-drift.ts'

export interface RepairPlan {
  readonly kind: 'unfinished' | 'drift'
  readonly atMs: number
}

export interface RepairResult {
  readonly outcome: RefreshOutcome
  /** Worth a line in the history: something was done, or it is a trouble that nobody was told of yet. */
  readonly isNews: boolean
}

interface Damage {
  readonly kind: RepairPlan['kind']
  /** Changes whenever the holders do: then it is another thing, and no earlier failure counts. */
  readonly signature: string
}

interface Tried extends Damage {
  /** Nothing more to be done about it. */
  readonly done: boolean
  /** What was said of it last. */
  readonly told: string | undefined
}

/** The owner's locks are taken for milliseconds, unless the owner refreshes: then there is another time. */
const FIRST_WAIT_MS = 2_000

export class Repairer {
  readonly #deps: {
    readonly tools: RefreshContext
    readonly profiles: ProfileRegistry
    readonly attempts: RefreshAttempts
    readonly clock: Ports['clock']
  }
  readonly #tried = new Map<string, Tried>()

  constructor(deps: {
    readonly tools: RefreshContext
    readonly profiles: ProfileRegistry
    readonly attempts: RefreshAttempts
  }) {
    this.#deps = { ...deps, clock: deps.tools.ports.clock }
  }

  /** When to put it right; undefined when there is nothing to do. */
  planOf(profile: Profile): RepairPlan | undefined {
    const damage = this.#damageOf(profile)
    if (!damage) {
      this.#tried.delete(profile.id)
      return undefined
    }
    const { kind } = damage
    const nowMs = this.#deps.clock.now()
    const tried = this.#triedBefore(profile, damage)
    if (tried?.signature !== damage.signature) return { kind, atMs: nowMs }
    if (tried.done) return undefined
    return { kind, atMs: this.#deps.attempts.retryOf(keyOf(kind, profile))?.untilMs ?? nowMs }
  }

  /** Undefined when there is nothing to do. Never throws for what a disk, a lock or a keychain refuses. */
  async mend(profile: Profile): Promise<RepairResult | undefined> {
    const damage = this.#damageOf(profile)
    if (!damage) return undefined
    const before = this.#triedBefore(profile, damage)
    const outcome = await this.#attempt(profile, damage)
    const told = outcome?.kind === 'retry' ? outcome.failure.message : undefined
    this.#tried.set(profile.id, { ...damage, done: outcome?.kind !== 'retry', told })
    if (!outcome) return undefined
    this.#deps.attempts.remember(keyOf(damage.kind, profile), outcome)
    const wasTold = before?.signature === damage.signature && before.told === told
    return {
      outcome,
      isNews: outcome.kind === 'retry' ? outcome.cause !== 'locked' && !wasTold : did(outcome),
    }
  }

  /** A refresh that could not store what it got has tried, and has told of it. */
  #triedBefore(profile: Profile, damage: Damage): Tried | undefined {
    const tried = this.#tried.get(profile.id)
    const retry = this.#deps.attempts.retryOf(keyOf(damage.kind, profile))
    if (tried || !retry) return tried
    const first = { ...damage, done: false, told: retry.failure.message }
    this.#tried.set(profile.id, first)
    return first
  }

  #damageOf(profile: Profile): Damage | undefined {
    const { profiles } = this.#deps
    const { entries, current } = profile.grant
    const unfinished = profiles.snapshot.unfinished.get(profile.id)
    if (unfinished) {
      const places = entries.map((entry) => `${entry.holder.id} ${entry.fingerprint} ${entry.problem?.code}`)
      return { kind: 'unfinished', signature: [...unfinished, ...places].join('\n') }
    }
    const { credential } = current
    if (entries.length < 2 || !credential?.refreshToken || current.spent) return undefined
    const stale = entries.filter((entry) => isOurs(entry) && isStale(entry, current))
    if (stale.length === 0 || profiles.assessment(profile).status.kind === 'needs-login') return undefined
    const places = stale.map((entry) => `${entry.holder.id} ${entry.fingerprint}`)
    return { kind: 'drift', signature: [current.fingerprint, ...places].join('\n') }
  }

  async #attempt(profile: Profile, damage: Damage): Promise<RefreshOutcome | undefined> {
    const { tools, profiles, attempts } = this.#deps
    const grant = profile.grant.current.fingerprint ?? ''
    // A lock that somebody left behind is known as such only to those who watch it for a while.
    const waitMs = attempts.retryOf(keyOf(damage.kind, profile)) ? WAIT_MS : FIRST_WAIT_MS
    try {
      const lock = await tools.ports.lock.tryAcquire(grantLockName(tools.ports, profile))
      if (!lock) return { kind: 'retry', cause: 'locked', grant, failure: BUSY }
      try {
        if (damage.kind === 'drift') return await repairDrift(tools, profile, waitMs)
        let last: RefreshOutcome | undefined
        for (const one of profiles.snapshot.unfinished.get(profile.id) ?? []) {
          last = await recoverRefresh(tools, profile.grant.entries, one, waitMs)
        }
        return last?.kind === 'refreshed' ? asRepair(last) : last
      } finally {
        await lock.release()
      }
    } catch (error) {
      return notStored(grant, error)
    }
  }
}

const BUSY = { code: 'STORE_LOCKED', message: 'Another process is in the middle of renewing this login.' }

function asRepair(stored: Extract<RefreshOutcome, { kind: 'refreshed' }>): RefreshOutcome {
  const { credential, grant, successor, written, troubles } = stored
  return { kind: 'repaired', credential, grant, successor, repaired: written, troubles }
}

/** A successor that is not stored yet is the profile's own trouble; drift is beside it. */
function keyOf(kind: RepairPlan['kind'], profile: Profile): string {
  return kind === 'unfinished' ? profile.id : `drift ${profile.id}`
}

function did(outcome: RefreshOutcome): boolean {
  return outcome.kind !== 'repaired' || outcome.repaired.length > 0
}
