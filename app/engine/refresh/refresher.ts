/** One attempt for one login, of whatever kind: refreshed, asked for at its owner, mended. Each is recorded and looked after. */
import { fromFailure, messageOf, toFailure } from '../../base/errors.ts'
import { yieldToEventLoop } from '../../base/yield.ts'
import { eventOf, type NewEvent } from '../../history/new-event.ts'
import { applyOutcome, isWhole } from '../../model/apply-outcome.ts'
import type { Profile } from '../../model/profile.ts'
import { labelOf } from '../../model/profile-view.ts'
import type { Provider } from '../../model/provider.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import { needsLogin } from '../../model/usable-token.ts'
import { type HistoryRecorder, unrecorded } from '../profiles/recorder.ts'
import type { ProfileRegistry } from '../profiles/registry.ts'
import type { RefreshTarget } from './attempt.ts'
import type { Attempt, RefreshAttempts } from './attempts.ts'
import type { RefreshContext } from './context.ts'
import { refreshOnce } from './refresh-once.ts'
import { delegatedRefresh } from './renewers/delegated.ts'
import { repairDrift } from './repair-drift.ts'
import type { Repairer } from './repairer.ts'
import { withoutSecrets } from './without-secrets.ts'

export interface RenewRequest {
  readonly askedBy: string
  /** How long the new access token has to be good for, milliseconds; 0: whatever the owner has. */
  readonly validForMs: number
}

export interface RefresherDeps {
  readonly tools: RefreshContext
  readonly profiles: ProfileRegistry
  readonly attempts: RefreshAttempts
  readonly repairer: Repairer
  readonly recorder: HistoryRecorder
  readonly findProvider: (name: string) => Provider | undefined
  /** Asks the owner of a borrowed login. */
  readonly renew: (profile: Profile, wish: RenewRequest) => Promise<RefreshOutcome>
  readonly look: () => Promise<void>
  /** Something a person can see may have changed. */
  readonly onChange: () => void
}

export class Refresher {
  readonly #deps: RefresherDeps
  /** By profile: what comes of the refresh in flight, told as soon as the tokens are stored. */
  readonly #outcomes = new Map<string, Promise<RefreshOutcome>>()

  constructor(deps: RefresherDeps) {
    this.#deps = deps
  }

  /** Joins the attempt in flight, or makes one. @throws AppError NOT_REFRESHABLE, NEEDS_LOGIN */
  async refresh(profile: Profile, askedBy: string, validForMs = 0): Promise<Attempt> {
    if (profile.grant.current.mode === 'borrowed') return this.#renew(profile, askedBy, validForMs)
    const provider = this.#deps.findProvider(profile.provider)
    const seen = profile.grant.current.credential
    const assessment = this.#deps.profiles.assessment(profile)
    if (assessment.notRefreshable || !provider || !seen) {
      const why = { code: 'NOT_REFRESHABLE', message: 'It cannot be refreshed.' }
      throw fromFailure(assessment.notRefreshable ?? why)
    }
    if (assessment.status.kind === 'needs-login') throw needsLogin(profile, assessment.status.failure)
    return this.#deps.attempts.join(profile.id, async (over) => {
      const startedMs = this.#deps.tools.ports.clock.now()
      this.#deps.onChange()
      let tell: (outcome: RefreshOutcome) => void = () => undefined
      this.#outcomes.set(profile.id, new Promise((resolve) => (tell = resolve)))
      const outcome = await this.#outcomeOf({ profile, provider, seen }, over, tell)
      await yieldToEventLoop()
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
    const outcome = await this.#outcomes.get(profile.id)
    if (!outcome || !isWhole(outcome)) return (await attempt).outcome
    if (!running) {
      attempt.catch((error: unknown) => {
        this.#deps.tools.ports.log.warn('a look at the stores failed', { error: messageOf(error) })
      })
    }
    return outcome
  }

  /** What is borrowed is renewed by asking its owner. */
  async #renew(profile: Profile, askedBy: string, validForMs: number): Promise<Attempt> {
    return this.#deps.attempts.join(profile.id, async () => {
      const startedMs = this.#deps.tools.ports.clock.now()
      this.#deps.onChange()
      const told = await this.#deps
        .renew(profile, { askedBy, validForMs })
        .catch((error: unknown) => surprised(profile, error))
      const outcome = withoutSecrets(profile, told)
      this.#deps.attempts.remember(profile.id, outcome)
      return this.#conclude(profile, outcome, startedMs, askedBy)
    })
  }

  async #outcomeOf(
    target: RefreshTarget,
    over: () => void,
    tell: (outcome: RefreshOutcome) => void,
  ): Promise<RefreshOutcome> {
    const { tools, profiles, attempts } = this.#deps
    const { id } = target.profile
    let isTold = false
    const put = (outcome: RefreshOutcome): void => {
      if (isTold || !isWhole(outcome)) return
      isTold = true
      profiles.put(applyOutcome(profiles.snapshot, id, outcome))
      this.#outcomes.delete(id)
      over()
      tell(outcome)
    }
    const told = await renewed(tools, { ...target, onStored: put }).catch((error: unknown) =>
      surprised(target.profile, error),
    )
    const outcome = withoutSecrets(target.profile, told)
    attempts.remember(id, outcome)
    put(outcome)
    if (!isTold) this.#outcomes.delete(id)
    tell(outcome)
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

/** By spending the refresh token ourselves, or by asking the program that owns it. */
function renewed(tools: RefreshContext, target: RefreshTarget): Promise<RefreshOutcome> {
  const { mode } = target.profile.grant.current
  return mode === 'delegated' ? delegatedRefresh(tools, target) : refreshOnce(tools, target)
}

/** A bug or a broken disk: said, recorded, and tried again later rather than at once. */
function surprised(profile: Profile, error: unknown): RefreshOutcome {
  const grant = profile.grant.current.fingerprint ?? ''
  return { kind: 'retry', cause: 'transient', grant, failure: toFailure(error) }
}
