/** Whose turn is it by the schedule? One host on a machine keeps the rota; the others wait to take over. */

import { messageOf } from '../../base/errors.ts'
import type { HeldLock, Ports } from '../../base/ports.ts'
import type { OverviewView } from '../../contract/views.ts'
import type { Provider } from '../../model/provider.ts'
import { tokenEndpointOf } from '../../model/token-endpoint-of.ts'
import type { ProfileRegistry } from '../profiles/profile-registry.ts'
import type { Repairer } from '../refresh/repairer.ts'
import type { Pause, PauseStore } from './pause.ts'
import { Scheduler } from './scheduler.ts'

export interface ScheduleLeaderDeps {
  readonly ports: Pick<Ports, 'clock' | 'lock' | 'log'>
  readonly profiles: ProfileRegistry
  readonly repairer: Repairer
  readonly pause: PauseStore
  readonly findProvider: (name: string) => Provider | undefined
  readonly maxConcurrent: () => number
  /** Whatever came of the last try, no request before then. */
  readonly notBeforeMs: (profileId: string) => number | undefined
  readonly isBusy: (profileId: string) => boolean
  readonly run: (profileId: string) => Promise<void>
  readonly onTick: () => void
}

export class ScheduleLeader {
  readonly #deps: ScheduleLeaderDeps
  readonly #scheduler: Scheduler
  #lock: HeldLock | undefined
  /** Another host of this machine had it when we last tried. */
  #isElsewhere = false
  #closed = false
  #lastTickMs = 0

  constructor(deps: ScheduleLeaderDeps) {
    this.#deps = deps
    this.#scheduler = new Scheduler({
      clock: deps.ports.clock,
      run: deps.run,
      endpointOf: (id) => this.#endpointOf(id),
      maxConcurrent: deps.maxConcurrent,
      onTick: () => this.#onTick(),
    })
  }

  async start(): Promise<void> {
    await this.#takeOver()
    this.#scheduler.start()
  }

  /** Is it this host that keeps the rota? */
  get isKept(): boolean {
    return this.#lock?.held === true
  }

  get view(): OverviewView['scheduler'] {
    const next = this.#scheduler.next()
    const running = this.isKept
    const paused = this.#deps.pause.current
    return {
      running,
      ...(!running && this.#isElsewhere ? { elsewhere: true as const } : {}),
      ...(paused ? { paused } : {}),
      ...(next && running ? { next: { profileId: next.id, atMs: next.atMs } } : {}),
    }
  }

  plan(): void {
    if (!this.isKept) return
    const { profiles } = this.#deps.profiles.snapshot
    this.#scheduler.keepOnly((id) => profiles.has(id))
    for (const id of profiles.keys()) this.#scheduler.plan(id, this.#planAtMs(id))
  }

  wake(): void {
    this.#scheduler.wake()
  }

  /** Starts nothing more. */
  async stop(): Promise<void> {
    this.#closed = true
    await this.#scheduler.stop()
  }

  /** Another host may keep the rota from here on. */
  async handOver(): Promise<void> {
    await this.#lock?.release()
  }

  #planAtMs(id: string): number | undefined {
    const { profiles, repairer, pause, isBusy, notBeforeMs } = this.#deps
    const profile = profiles.snapshot.profiles.get(id)
    if (!profile || isBusy(id)) return undefined
    const mending = repairer.planOf(profile)
    if (mending?.kind === 'unfinished') return mending.atMs // a pause holds back requests; this one was answered
    const { planAtMs } = profiles.assessment(profile)
    const refreshAtMs = planAtMs === undefined ? undefined : Math.max(planAtMs, notBeforeMs(id) ?? 0)
    const planned = [refreshAtMs, mending?.atMs].filter((atMs) => atMs !== undefined)
    return planned.length === 0 ? undefined : notBefore(Math.min(...planned), pause.current)
  }

  #onTick(): void {
    const { clock, log } = this.#deps.ports
    const nowMs = clock.now()
    if (nowMs < this.#lastTickMs) this.plan() // the clock was set back: what was planned is by another time
    this.#lastTickMs = nowMs
    this.#deps.onTick()
    if (this.isKept || this.#closed) return
    this.#takeOver().catch((error: unknown) => {
      log.warn('the scheduler lock could not be taken', { error: messageOf(error) })
    })
  }

  /** At most one host on a machine runs the scheduler. */
  async #takeOver(): Promise<void> {
    await this.#lock?.release() // lost: while we do not let go of it, this process cannot have it again
    const lock = await this.#deps.ports.lock.tryAcquire('scheduler')
    this.#isElsewhere = lock === undefined
    if (!lock) return
    if (this.#closed) return lock.release()
    this.#lock = lock
    this.plan()
  }

  #endpointOf(id: string): string {
    const profile = this.#deps.profiles.snapshot.profiles.get(id)
    return profile ? tokenEndpointOf(profile, this.#deps.findProvider(profile.provider)) : id
  }
}

/** A pause puts off, and without an end it puts off for good. */
function notBefore(atMs: number, pause: Pause | undefined): number | undefined {
  if (!pause) return atMs
  return pause.untilMs === undefined ? undefined : Math.max(atMs, pause.untilMs)
}
