/** Keeps logins alive: looks at the stores, plans, refreshes, and remembers what came of it. */
import type { HistoryQuery } from '../contract/channels.ts'
import type { HistoryEventView, OverviewView } from '../contract/views.ts'
import { AppError, type ErrorCode, messageOf, toFailure } from '../errors.ts'
import { eventOf, type NewEvent } from '../history/event-of.ts'
import type { HistoryLog } from '../history/history-log.ts'
import type { HeldLock, Unwatch } from '../ports.ts'
import type { Desk } from '../profiles/desk.ts'
import type { Profile } from '../profiles/profile.ts'
import { lookAtStores } from '../profiles/profiles.ts'
import { labelOf } from '../profiles/view.ts'
import type { Provider } from '../providers/provider.ts'
import type { Attempt, Attempts } from './attempts.ts'
import type { BeliefKeeper } from './beliefs-file.ts'
import type { RefreshOutcome } from './outcome.ts'
import type { Pause, PauseKeeper } from './pause.ts'
import { type RefreshTools, refreshOnce } from './refresh-once.ts'
import { repairDrift } from './repair.ts'
import { Scheduler } from './scheduler.ts'
import { needsLogin, tokenOf, tooShort, type UsableToken } from './usable-token.ts'

export interface KeeperParts {
  readonly tools: RefreshTools
  readonly desk: Desk
  readonly attempts: Attempts
  readonly history: HistoryLog
  readonly pause: PauseKeeper
  readonly beliefs: BeliefKeeper
  readonly findProvider: (name: string) => Provider | undefined
  readonly maxConcurrent: () => number
  /** Something a person can see may have changed. */
  readonly onChange: () => void
  readonly onEvent: (event: HistoryEventView) => void
}

/** Enough to know when the tokens of today were issued, and what happened last. */
const REMEMBERED_EVENTS = 5_000

export class Keeper {
  readonly #parts: KeeperParts
  readonly #scheduler: Scheduler
  #unwatch: Unwatch[] = []
  #schedulerLock: HeldLock | undefined
  #looking: Promise<void> | undefined
  #lookAgain = false
  #closed = false
  #lastTickMs = 0
  #subscribed = false

  constructor(parts: KeeperParts) {
    this.#parts = parts
    parts.attempts.onSettled = () => this.#planAll()
    this.#scheduler = new Scheduler({
      clock: parts.tools.ports.clock,
      run: (id) => this.#runScheduled(id),
      endpointOf: (id) => this.#endpointOf(id),
      maxConcurrent: parts.maxConcurrent,
      onTick: () => this.#onTick(),
    })
  }

  async start(schedule: boolean): Promise<void> {
    const { history, desk, tools } = this.#parts
    for (const event of (await history.query({ limit: REMEMBERED_EVENTS })).toReversed()) desk.learn(event)
    await this.#parts.pause.load()
    await this.look()
    if (!schedule) return
    for (const store of tools.stores.values()) this.#unwatch.push(store.watch(() => this.lookLater()))
    this.#unwatch.push(history.subscribe((event) => this.#hear(event)))
    this.#subscribed = true
    await tools.journal.prune()
    await this.#takeScheduler()
    this.#scheduler.start()
  }

  get schedule(): OverviewView['scheduler'] {
    const next = this.#scheduler.next()
    const running = this.#schedulerLock?.held === true
    const paused = this.#parts.pause.current
    return {
      running,
      ...(paused ? { paused } : {}),
      ...(next && running ? { next: { profileId: next.id, atMs: next.atMs } } : {}),
    }
  }

  /** Undefined resumes. */
  async setPause(pause: Pause | undefined): Promise<void> {
    await this.#parts.pause.set(pause)
    this.#planAll()
    this.#scheduler.wake()
  }

  /** Everything whose time has come, whatever it waits for. What cannot be refreshed is left out. */
  async refreshDue(askedBy: string): Promise<readonly HistoryEventView[]> {
    const due = [...this.#parts.desk.look.profiles.values()].filter((profile) => {
      const { status, refreshable } = this.#parts.desk.standing(profile)
      return refreshable && (status.kind === 'due' || status.kind === 'expired' || status.kind === 'retrying')
    })
    return Promise.all(due.map(async (profile) => (await this.refresh(profile, askedBy)).event))
  }

  /** Looks at every store. Looks asked for meanwhile are one more look, afterwards. */
  async look(): Promise<void> {
    if (this.#looking) {
      this.#lookAgain = true
      return this.#looking
    }
    this.#looking = this.#lookUntilDone().finally(() => {
      this.#looking = undefined
    })
    return this.#looking
  }

  /** Joins the attempt in flight, or makes one. @throws AppError NOT_REFRESHABLE, NEEDS_LOGIN */
  async refresh(profile: Profile, askedBy: string): Promise<Attempt> {
    const provider = this.#parts.findProvider(profile.provider)
    const seen = profile.grant.current.credential
    const standing = this.#parts.desk.standing(profile)
    if (standing.notRefreshable || !provider || !seen) {
      const { code, message, hint } = standing.notRefreshable ?? {
        code: 'NOT_REFRESHABLE',
        message: 'It cannot be refreshed.',
      }
      throw new AppError(code as ErrorCode, message, hint === undefined ? {} : { hint })
    }
    if (standing.status.kind === 'needs-login') throw needsLogin(profile, standing.status.failure)
    return this.#parts.attempts.join(profile.id, async () => {
      const startedMs = this.#parts.tools.ports.clock.now()
      this.#parts.onChange()
      const outcome = await refreshOnce(this.#parts.tools, { profile, provider, seen }).catch(
        (error: unknown) => surprised(profile, error),
      )
      return this.#conclude(profile, outcome, startedMs, askedBy)
    })
  }

  /** The newest tokens into every holder that differs. @throws AppError NOT_REFRESHABLE, STORE_LOCKED, STORE_UNWRITABLE */
  async repair(profile: Profile, askedBy: string): Promise<Attempt> {
    return this.#parts.attempts.join(profile.id, async () => {
      const startedMs = this.#parts.tools.ports.clock.now()
      const outcome = await repairDrift(this.#parts.tools, profile)
      return this.#conclude(profile, outcome, startedMs, askedBy)
    })
  }

  /** @throws AppError NEEDS_LOGIN, NOT_REFRESHABLE, PROVIDER_UNREACHABLE, ... when no such token can be had now */
  async token(profileId: string, validForMs: number, askedBy: string): Promise<UsableToken> {
    const { desk, tools } = this.#parts
    const lasts = (untilMs: number | undefined): boolean =>
      untilMs === undefined || untilMs > tools.ports.clock.now() + validForMs
    for (let tries = 0; tries < 3; tries++) {
      const profile = desk.find(profileId)
      const credential = profile.grant.current.credential
      const untilMs = desk.believedExpiryMs(profile)
      if (credential?.accessToken && lasts(untilMs)) return tokenOf(credential.accessToken, untilMs)
      const { outcome } = await this.refresh(profile, askedBy)
      if (outcome.kind === 'rejected') throw needsLogin(profile, outcome.failure)
      const got = 'credential' in outcome ? outcome.credential : undefined
      const gotUntilMs = desk.believedExpiryMs(profile, got)
      if (got?.accessToken && lasts(gotUntilMs)) return tokenOf(got.accessToken, gotUntilMs)
      if (outcome.kind === 'refreshed') throw tooShort(profile, validForMs)
      if (outcome.kind === 'retry') {
        const { code, message, hint, detail } = outcome.failure
        throw new AppError(code as ErrorCode, message, {
          ...(hint ? { hint } : {}),
          ...(detail ? { cause: detail } : {}),
        })
      }
    }
    throw new AppError('STORE_LOCKED', 'The login keeps changing while a token is asked for.', {
      hint: 'Try again in a moment.',
    })
  }

  history(query: HistoryQuery): Promise<readonly HistoryEventView[]> {
    return this.#parts.history.query(query)
  }

  /** Writes one event to the history and tells everyone. */
  async record(event: NewEvent): Promise<HistoryEventView> {
    const stored = await this.#parts.history.append(event)
    if (!this.#subscribed) this.#hear(stored)
    return stored
  }

  wake(reason: string): void {
    this.#parts.tools.ports.log.info('woken', { reason })
    this.#parts.attempts.clearPassing()
    this.lookLater()
    this.#scheduler.wake()
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const stop of this.#unwatch) stop()
    await this.#scheduler.stop()
    await this.#parts.attempts.settled() // a successor on its way must be stored
    await this.#looking
    await this.#schedulerLock?.release()
  }

  async #conclude(
    profile: Profile,
    outcome: RefreshOutcome,
    startedMs: number,
    askedBy: string,
  ): Promise<Attempt> {
    const { attempts, tools } = this.#parts
    const { clock, process } = tools.ports
    attempts.remember(profile.id, outcome)
    const event = await this.#recordOrWarn(
      eventOf(outcome, {
        atMs: clock.now(),
        profileId: profile.id,
        providerId: profile.provider,
        account: labelOf(profile),
        askedBy,
        process: process.label,
        pid: process.pid,
        durationMs: clock.now() - startedMs,
      }),
    )
    await this.look()
    return { outcome, event }
  }

  /** What was refreshed stays refreshed, although the history's disk is full. */
  async #recordOrWarn(event: NewEvent): Promise<HistoryEventView> {
    try {
      return await this.record(event)
    } catch (error) {
      this.#parts.tools.ports.log.warn('the history could not be written', { error: messageOf(error) })
      const unwritten = { ...event, id: `unwritten-${event.atMs}` }
      this.#hear(unwritten)
      return unwritten
    }
  }

  async #runScheduled(id: string): Promise<void> {
    const profile = this.#parts.desk.look.profiles.get(id)
    if (!profile) return
    try {
      await this.refresh(profile, 'schedule')
    } catch (error) {
      this.#parts.tools.ports.log.warn('a planned refresh could not run', {
        profile: id,
        error: messageOf(error),
      })
      await this.look()
    }
  }

  async #lookUntilDone(): Promise<void> {
    do {
      this.#lookAgain = false
      const { tools, desk, findProvider, beliefs } = this.#parts
      await beliefs.load() // another process may have learned something
      desk.put(
        await lookAtStores({
          ports: tools.ports,
          stores: [...tools.stores.values()],
          journal: tools.journal,
          findProvider,
        }),
      )
    } while (this.#lookAgain)
    this.#planAll()
  }

  /** A look that nobody waits for; its failure goes to the log. */
  lookLater(): void {
    if (this.#closed) return
    this.look().catch((error: unknown) => {
      this.#parts.tools.ports.log.warn('a look at the stores failed', { error: messageOf(error) })
    })
  }

  #planAll(): void {
    const { desk } = this.#parts
    this.#parts.onChange()
    if (this.#schedulerLock?.held !== true) return
    const profiles = desk.look.profiles
    this.#scheduler.keepOnly((id) => profiles.has(id))
    for (const profile of profiles.values()) {
      const busy = this.#parts.attempts.sinceMs(profile.id) !== undefined
      const planAtMs = busy ? undefined : desk.standing(profile).planAtMs
      this.#scheduler.plan(
        profile.id,
        planAtMs === undefined ? undefined : notBefore(planAtMs, this.#parts.pause.current),
      )
    }
  }

  #hear(event: HistoryEventView): void {
    this.#parts.desk.learn(event)
    this.#parts.onEvent(event)
    // Another process of ours did something: its verdicts are in the journal.
    if (event.pid !== this.#parts.tools.ports.process.pid) this.lookLater()
  }

  #onTick(): void {
    const nowMs = this.#parts.tools.ports.clock.now()
    if (nowMs < this.#lastTickMs) this.#planAll() // the clock was set back: what was planned is by another time
    this.#lastTickMs = nowMs
    this.#parts.onChange()
    if (this.#schedulerLock?.held === true || this.#closed) return
    this.#takeScheduler().catch((error: unknown) => {
      this.#parts.tools.ports.log.warn('the scheduler lock could not be taken', { error: messageOf(error) })
    })
  }

  /** At most one host on a machine runs the scheduler. */
  async #takeScheduler(): Promise<void> {
    const lock = await this.#parts.tools.ports.lock.tryAcquire('scheduler')
    if (!lock) return
    if (this.#closed) return lock.release()
    this.#schedulerLock = lock
    this.#planAll()
  }

  #endpointOf(id: string): string {
    const name = this.#parts.desk.look.profiles.get(id)?.provider ?? id
    return this.#parts.findProvider(name)?.tokenEndpoint ?? name
  }
}

/** A bug or a broken disk: said, recorded, and tried again later rather than at once. */
function surprised(profile: Profile, error: unknown): RefreshOutcome {
  const grant = profile.grant.current.fingerprint ?? ''
  return { kind: 'retry', cause: 'transient', grant, failure: toFailure(error) }
}

/** A pause puts off, and without an end it puts off for good. */
function notBefore(atMs: number, pause: Pause | undefined): number | undefined {
  if (!pause) return atMs
  return pause.untilMs === undefined ? undefined : Math.max(atMs, pause.untilMs)
}
