/** Keeps logins alive: looks at the stores, plans, refreshes, and remembers what came of it. */

import type { CoreEvents } from '../base/core-events.ts'
import { endAll } from '../base/end-all.ts'
import { AppError, fromFailure, messageOf } from '../base/errors.ts'
import type { EventBus } from '../base/event-bus.ts'
import type { Unwatch } from '../base/ports.ts'
import type { HistoryQuery } from '../contract/channels.ts'
import type { HistoryEventView, OverviewView } from '../contract/views.ts'
import type { HistoryLog } from '../history/history-log.ts'
import type { NewEvent } from '../history/new-event.ts'
import type { Profile } from '../model/profile.ts'
import type { Provider } from '../model/provider.ts'
import { isShortByNature, needsLogin, tokenOf, tooShort, type UsableToken } from '../model/usable-token.ts'
import { PlaceMemory } from './profiles/place-memory.ts'
import type { ProfileRegistry } from './profiles/profile-registry.ts'
import { HistoryRecorder } from './profiles/recorder.ts'
import { RescanBackoff } from './profiles/rescan.ts'
import { StoreScanner } from './profiles/scanner.ts'
import type { Attempt, RefreshAttempts } from './refresh/attempts.ts'
import type { RefreshContext } from './refresh/context.ts'
import { holdOn } from './refresh/hold-on.ts'
import { Refresher } from './refresh/refresher.ts'
import type { Renewers } from './refresh/renewers/renewer.ts'
import { Repairer } from './refresh/repairer.ts'
import { JournalPruner } from './schedule/journal-pruner.ts'
import { ScheduleLeader } from './schedule/leader.ts'
import type { Pause, PauseStore } from './schedule/pause.ts'

export interface RefreshEngineDeps {
  readonly tools: RefreshContext
  readonly profiles: ProfileRegistry
  readonly attempts: RefreshAttempts
  readonly history: HistoryLog
  readonly pause: PauseStore
  readonly findProvider: (name: string) => Provider | undefined
  readonly maxConcurrent: () => number
  readonly renewers: Renewers
  readonly bus: EventBus<CoreEvents>
}

/** Programs may ask many times a second. */
const SEEN_LATELY_MS = 5_000

export class RefreshEngine {
  readonly #deps: RefreshEngineDeps
  readonly #memory: PlaceMemory
  readonly #scanner: StoreScanner
  readonly #recorder: HistoryRecorder
  readonly #repairer: Repairer
  readonly #refresher: Refresher
  readonly #leader: ScheduleLeader
  readonly #pruner: JournalPruner
  readonly #rescanBackoff = new RescanBackoff()
  #unwatch: Unwatch[] = []
  #closed = false
  /** Nobody has begun yet: everything is shown, and nothing is refreshed by itself. */
  #isHeld = false

  constructor(deps: RefreshEngineDeps) {
    this.#deps = deps
    // Once those who waited for it have their answer: a plan for thousands of logins takes its time.
    deps.attempts.onSettled = () => setImmediate(() => this.#planAll())
    this.#memory = new PlaceMemory({ ports: deps.tools.ports, findProvider: deps.findProvider })
    this.#scanner = new StoreScanner({ ...deps, memory: this.#memory }, () => this.#afterLook())
    this.#recorder = new HistoryRecorder({
      ...deps,
      process: deps.tools.ports.process,
      log: deps.tools.ports.log,
      onForeign: () => this.lookLater(),
    })
    this.#repairer = new Repairer(deps)
    this.#pruner = new JournalPruner(deps.tools, deps.profiles)
    this.#refresher = new Refresher({
      ...deps,
      repairer: this.#repairer,
      recorder: this.#recorder,
      look: () => this.lookAfter(),
    })
    this.#leader = new ScheduleLeader({
      ...deps,
      ports: deps.tools.ports,
      repairer: this.#repairer,
      notBeforeMs: (id) => deps.attempts.pace.notBeforeMs(id),
      isBusy: (id) => deps.attempts.sinceMs(id) !== undefined,
      run: (id) => this.#runScheduled(id),
      onTick: () => {
        const isHidden = this.#rescanBackoff.isDue(deps.profiles.snapshot, deps.tools.ports.clock.now())
        if (this.#scanner.hasFailed || isHidden) this.lookLater()
        void this.#pruner.daily()
        deps.bus.emit('changed')
      },
    })
  }

  async start({ schedule, isHeld }: { readonly schedule: boolean; readonly isHeld: boolean }): Promise<void> {
    this.#isHeld = isHeld
    const { tools } = this.#deps
    await this.#recorder.remember()
    await this.#deps.pause.load()
    if (schedule) {
      this.#memory.keep()
      for (const store of tools.stores.values()) this.#unwatch.push(store.watch(() => this.lookLater()))
    }
    await this.look()
    await this.#mendUnfinished()
    if (!schedule) return
    this.#unwatch.push(
      this.#recorder.subscribe(),
      this.#deps.pause.watch(() => this.#replan()),
    )
    await this.#pruner.daily()
    if (!this.#isHeld) await this.#leader.start()
  }

  /** Ends what start() holds back. */
  async begin(): Promise<void> {
    if (!this.#isHeld) return
    this.#isHeld = false
    await this.#leader.start()
    this.#deps.bus.emit('changed')
  }

  get schedule(): OverviewView['scheduler'] {
    return this.#leader.view
  }

  /** Something else that has to be done once a day. Before start(). */
  alsoDaily(work: () => Promise<void>): void {
    this.#pruner.also(work)
  }

  /** Undefined resumes. */
  async setPause(pause: Pause | undefined): Promise<void> {
    await this.#deps.pause.set(pause)
    this.#replan()
  }

  /** Everything whose time has come, whatever it waits for. What cannot be refreshed is left out. */
  async refreshDue(askedBy: string): Promise<readonly HistoryEventView[]> {
    const due = [...this.#deps.profiles.snapshot.profiles.values()].filter((profile) => {
      const { status, refreshable } = this.#deps.profiles.assessment(profile)
      const isBorrowedAndLapsed = status.kind === 'held' && status.expired
      const isDue = status.kind === 'due' || status.kind === 'expired' || status.kind === 'retrying'
      return refreshable && (isDue || isBorrowedAndLapsed)
    })
    return Promise.all(due.map(async (profile) => (await this.refresh(profile, askedBy)).event))
  }

  /** Looks at every store. Looks asked for meanwhile are one more look, afterwards. */
  look(): Promise<void> {
    return this.#scanner.look()
  }

  /** After something was done, which stays done whatever is seen now. Never rejects. */
  lookAfter(): Promise<void> {
    return this.#scanner.lookOrWarn()
  }

  async refresh(profile: Profile, askedBy: string): Promise<Attempt> {
    return this.#refresher.refresh(await this.#seenNow(profile), askedBy)
  }

  /** As refresh(), for an access token that a server refuses: it is of no more use, whatever comes in its place. */
  async replaceRefused(profile: Profile, askedBy: string): Promise<Attempt> {
    return this.#refresher.refresh(await this.#seenNow(profile), askedBy, 0, true)
  }

  async repair(profile: Profile, askedBy: string): Promise<Attempt> {
    return this.#refresher.repair(await this.#seenNow(profile), askedBy)
  }

  /**
   * What could not be read a while ago, since the keychain was locked or a disk away, is looked at again before anybody is
   * told so. @param olderThanMs how old that look may be: a locked keychain asks the person each time
   */
  async #seenNow(profile: Profile, olderThanMs = 0): Promise<Profile> {
    const { profiles, tools } = this.#deps
    const ageMs = tools.ports.clock.now() - profiles.snapshot.atMs
    if (!profile.grant.current.problem || (ageMs >= 0 && ageMs < olderThanMs)) return profile
    await this.lookAfter()
    return profiles.snapshot.profiles.get(profile.id) ?? profile
  }

  /** @throws AppError NEEDS_LOGIN, NOT_REFRESHABLE, PROVIDER_UNREACHABLE, ... when no such token can be had now */
  async token(profileId: string, validForMs: number, askedBy: string): Promise<UsableToken> {
    const { profiles, tools } = this.#deps
    const lasts = (untilMs: number | undefined): boolean =>
      untilMs === undefined || untilMs > tools.ports.clock.now() + validForMs
    for (let tries = 0; tries < 3; tries++) {
      const found = profiles.find(profileId)
      const profile = found.grant.current.problem ? await this.#seenNow(found, SEEN_LATELY_MS) : found
      const credential = profile.grant.current.credential
      const untilMs = profiles.believedExpiryMs(profile)
      if (credential?.accessToken && lasts(untilMs)) {
        const token = tokenOf(credential.accessToken, untilMs)
        profiles.ready.keep(profileId, token, tools.ports.clock.now())
        return token
      }
      const issuedAtMs = profiles.issuedAtMs(profile)
      if (isShortByNature({ issuedAtMs, untilMs }, validForMs, tools.ports.clock.now()))
        throw tooShort(profile, validForMs)
      const outcome = await this.#refresher.soonest(profile, askedBy, validForMs)
      if (outcome.kind === 'rejected') throw needsLogin(profile, outcome.failure)
      const got = 'credential' in outcome ? outcome.credential : undefined
      const gotUntilMs = profiles.believedExpiryMs(profile, got)
      if (got?.accessToken && lasts(gotUntilMs)) return tokenOf(got.accessToken, gotUntilMs)
      if (outcome.kind === 'refreshed' && !outcome.recovered) throw tooShort(profile, validForMs)
      if (outcome.kind === 'retry') throw fromFailure(outcome.failure)
    }
    throw new AppError('STORE_LOCKED', 'The login keeps changing while a token is asked for.', {
      hint: 'Try again in a moment.',
    })
  }

  async history(query: HistoryQuery): Promise<readonly HistoryEventView[]> {
    await this.#deps.attempts.concluded()
    return this.#deps.history.query(query)
  }

  /** What it tells of is done, and stays done although the history's disk is full. */
  record(event: NewEvent): Promise<HistoryEventView> {
    return this.#recorder.recordOrWarn(event)
  }

  wake(reason: string): void {
    this.#deps.tools.ports.log.info('woken', { reason })
    this.#deps.attempts.clearPassing()
    this.lookLater()
    this.#leader.wake()
  }

  async close(): Promise<void> {
    this.#closed = true
    await endAll(
      ...this.#unwatch,
      () => this.#leader.stop(),
      () => this.#deps.attempts.settled(), // a successor on its way must be stored
      () => this.#scanner.settled(),
      () => this.#leader.handOver(),
      () => holdOn(this.#deps.tools, () => this.#mendUnfinished()),
    )
  }

  async #runScheduled(id: string): Promise<void> {
    const profile = this.#deps.profiles.snapshot.profiles.get(id)
    if (!profile) return
    try {
      const mending = this.#repairer.planOf(profile)
      const { planAtMs = Number.POSITIVE_INFINITY } = this.#deps.profiles.assessment(profile)
      const isDue = planAtMs <= this.#deps.tools.ports.clock.now()
      // A refresh that is due writes every holder anyway.
      if (mending?.kind === 'unfinished' || (mending && !isDue))
        await this.#refresher.mend(profile, 'schedule')
      else await this.refresh(profile, 'schedule')
    } catch (error) {
      this.#deps.tools.ports.log.warn('a planned renewal could not run', {
        profile: id,
        error: messageOf(error),
      })
      this.#deps.attempts.pace.stumbled(id)
      this.lookLater()
    }
  }

  #afterLook(): void {
    this.#planAll()
    if (!this.#leader.isKept && !this.#closed) void this.#mendUnfinished()
  }

  /** What an earlier process received and did not live to store. Never throws. */
  async #mendUnfinished(): Promise<void> {
    const { profiles, tools } = this.#deps
    for (const id of profiles.snapshot.unfinished.keys()) {
      const profile = profiles.snapshot.profiles.get(id)
      const plan = profile && this.#repairer.planOf(profile)
      if (!profile || !plan || plan.atMs > tools.ports.clock.now()) continue
      await this.#refresher.mend(profile, tools.ports.process.label).catch((error: unknown) => {
        tools.ports.log.warn('a renewal could not be finished', { profile: id, error: messageOf(error) })
      })
    }
  }

  lookLater(): void {
    if (!this.#closed) this.#scanner.lookLater()
  }

  #replan(): void {
    this.#planAll()
    this.#leader.wake()
  }

  #planAll(): void {
    this.#deps.bus.emit('changed')
    this.#leader.plan()
  }
}
