/** One attempt for one login, of whatever kind: renewed in its own way, or mended. Each is recorded and looked after. */

import type { CoreEvents } from '../../base/core-events.ts'
import { messageOf, toFailure } from '../../base/errors.ts'
import type { EventBus } from '../../base/event-bus.ts'
import { yieldToEventLoop } from '../../base/yield.ts'
import { eventOf, type NewEvent } from '../../history/new-event.ts'
import { applyOutcome, isWhole } from '../../model/apply-outcome.ts'
import type { Profile } from '../../model/profile.ts'
import { labelOf } from '../../model/profile-view.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import type { ProfileRegistry } from '../profiles/profile-registry.ts'
import { type HistoryRecorder, unrecorded } from '../profiles/recorder.ts'
import type { Attempt, RefreshAttempts } from './attempts.ts'
import type { RefreshContext } from './context.ts'
import { EarlyOutcome } from './early-outcome.ts'
import { type Renewal, type Renewers, renewalOf } from './renewers/renewer.ts'
import { repairDrift } from './repair-drift.ts'
import type { Repairer } from './repairer.ts'
import { withoutSecrets } from './without-secrets.ts'

export interface RefresherDeps {
  readonly tools: RefreshContext
  readonly profiles: ProfileRegistry
  readonly attempts: RefreshAttempts
  readonly repairer: Repairer
  readonly recorder: HistoryRecorder
  readonly renewers: Renewers
  readonly bus: EventBus<CoreEvents>
  readonly look: () => Promise<void>
}

export class Refresher {
  readonly #deps: RefresherDeps
  /** By profile: what comes of the refresh in flight, told as soon as the tokens are stored. */
  readonly #outcomes = new Map<string, EarlyOutcome>()

  constructor(deps: RefresherDeps) {
    this.#deps = deps
  }

  /** Joins the attempt in flight, or makes one. @throws AppError NOT_REFRESHABLE, NEEDS_LOGIN */
  async refresh(profile: Profile, askedBy: string, validForMs = 0, refused = false): Promise<Attempt> {
    const renewal = renewalOf(this.#deps.renewers, profile, { askedBy, validForMs, refused })
    return this.#deps.attempts.join(profile.id, async (over) => {
      const startedMs = this.#deps.tools.ports.clock.now()
      this.#deps.bus.emit('changed')
      const early = new EarlyOutcome()
      this.#outcomes.set(profile.id, early)
      const outcome = await this.#outcomeOf(profile, renewal, over, early)
      if (early.isAwaited) await yieldToEventLoop()
      return this.#conclude(profile, outcome, startedMs, askedBy)
    })
  }

  /** The newest tokens into every holder that differs. @throws AppError NOT_REFRESHABLE, STORE_LOCKED, STORE_UNWRITABLE */
  async repair(profile: Profile, askedBy: string): Promise<Attempt> {
    if (this.#deps.profiles.snapshot.unfinished.has(profile.id)) return this.mend(profile, askedBy)
    return this.#deps.attempts.join(profile.id, async () => {
      const startedMs = this.#deps.tools.ports.clock.now()
      const outcome = await repairDrift(this.#deps.tools, profile)
      this.#deps.attempts.remember(profile.id, outcome)
      return this.#conclude(profile, outcome, startedMs, askedBy)
    })
  }

  /** Puts right what needs no request. */
  mend(profile: Profile, askedBy: string): Promise<Attempt> {
    const { attempts, tools } = this.#deps
    return attempts.join(profile.id, async () => {
      const startedMs = tools.ports.clock.now()
      const mended = await this.#deps.repairer.mend(profile)
      const outcome = mended?.outcome ?? {
        kind: 'superseded',
        grant: profile.grant.current.fingerprint ?? '',
      }
      if (mended?.isNews) return this.#conclude(profile, outcome, startedMs, askedBy)
      if (outcome.kind !== 'retry') await this.#deps.look()
      return { outcome, event: unrecorded(this.#eventOf(profile, outcome, startedMs, askedBy)) }
    })
  }

  /** As soon as the tokens are stored: the record of it, and the look at every store, are not worth waiting for. */
  async soonest(profile: Profile, askedBy: string, validForMs: number): Promise<RefreshOutcome> {
    const running = this.#deps.attempts.running(profile.id)
    const attempt = running ?? this.refresh(profile, askedBy, validForMs)
    const outcome = await this.#outcomes.get(profile.id)?.wait()
    if (!outcome || !isWhole(outcome)) return (await attempt).outcome
    if (!running) {
      attempt.catch((error: unknown) => {
        this.#deps.tools.ports.log.warn('a look at the stores failed', { error: messageOf(error) })
      })
    }
    return outcome
  }

  async #outcomeOf(
    profile: Profile,
    renewal: Renewal,
    over: () => void,
    early: EarlyOutcome,
  ): Promise<RefreshOutcome> {
    const { profiles, attempts } = this.#deps
    const { id } = profile
    let isTold = false
    const put = (outcome: RefreshOutcome): void => {
      if (isTold || !isWhole(outcome)) return
      isTold = true
      profiles.put(applyOutcome(profiles.snapshot, id, outcome))
      this.#outcomes.delete(id)
      over()
      early.tell(outcome)
    }
    const onAsked = (): void => attempts.pace.asked(id)
    const told = await renewal(put, onAsked).catch((error: unknown) => surprised(profile, error))
    const outcome = withoutSecrets(profile, told)
    attempts.remember(id, outcome)
    put(outcome)
    if (!isTold) this.#outcomes.delete(id)
    early.tell(outcome)
    return outcome
  }

  async #conclude(
    profile: Profile,
    outcome: RefreshOutcome,
    startedMs: number,
    askedBy: string,
  ): Promise<Attempt> {
    const event = await this.#deps.recorder.recordOrWarn(this.#eventOf(profile, outcome, startedMs, askedBy))
    await this.#deps.look()
    return { outcome, event }
  }

  #eventOf(profile: Profile, outcome: RefreshOutcome, startedMs: number, askedBy: string): NewEvent {
    const { clock, process } = this.#deps.tools.ports
    return eventOf(outcome, {
      atMs: clock.now(),
      profileId: profile.id,
      providerId: profile.provider,
      account: labelOf(profile),
      askedBy,
      process: process.label,
      pid: process.pid,
      durationMs: clock.now() - startedMs,
    })
  }
}

/** A bug or a broken disk: said, recorded, and tried again later rather than at once. */
function surprised(profile: Profile, error: unknown): RefreshOutcome {
  const grant = profile.grant.current.fingerprint ?? ''
  return { kind: 'retry', cause: 'transient', grant, failure: toFailure(error) }
}
