/**
 * The one place that decides whether a program gets a token of a login, by whatever way it asks, and remembers that it
 * did, or why not.
 */
import { AppError, toFailure } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import { assertApproved, assertNotWithheld, type ConsumerRules } from '../../config/consumer-rules.ts'
import { namesOf, type ProfileRegistry } from '../../engine/profiles/profile-registry.ts'
import type { NewEvent } from '../../history/new-event.ts'
import { labelOf } from '../../model/profile-view.ts'
import type { Consent } from '../consent/consent.ts'
import { type ConsentAsk, keyOf } from '../consent/consent-ask.ts'
import type { Askers } from './askers.ts'

/** A program that tries all the time shall not fill the history. */
const RECORD_AGAIN_MS = 60 * 60_000
const MOST_REMEMBERED = 500

export interface HandOutsDeps {
  readonly ports: Pick<Ports, 'clock' | 'process'>
  readonly profiles: ProfileRegistry
  readonly askers: Askers
  readonly consent: Consent
  readonly rules: () => ConsumerRules
  readonly stopsWhileLocked: () => boolean
  readonly record: (event: NewEvent) => Promise<unknown>
}

/** Who asks for what. */
export interface HandOutAsk extends ConsentAsk {
  /** "my-agent (pid 4711)": for the history. */
  readonly askedBy: string
  /** Another machine: whether the screen of this one is locked says nothing about it. */
  readonly isElsewhere?: true
}

export class HandOuts {
  readonly #deps: HandOutsDeps
  /** When a refusal was last recorded. */
  readonly #recorded = new Map<string, number>()
  #isScreenLocked = false

  constructor(deps: HandOutsDeps) {
    this.#deps = deps
  }

  setScreenLocked(isLocked: boolean): void {
    this.#isScreenLocked = isLocked
  }

  /** @param work makes the token. @throws AppError HOST_REFUSED, CONSENT_NEEDED, SCREEN_LOCKED, as work() */
  async give<T>(ask: HandOutAsk, work: () => T | Promise<T>): Promise<T> {
    const { askers } = this.#deps
    const { program, login, use } = ask
    try {
      await this.#assertGiven(ask)
      const given = await work()
      askers.given(program, login, use)
      return given
    } catch (error) {
      askers.refused(program, login, use, error)
      throw error
    }
  }

  /**
   * What a person has set up to have tokens (a kept file, a loan to a machine of theirs), they allowed by that. What they
   * withhold from it, or said "never" to, holds.
   * @returns AppError HOST_REFUSED, or why nobody can say
   */
  async standingRefusal(ask: HandOutAsk): Promise<AppError | undefined> {
    const { rules, profiles, consent } = this.#deps
    const { program, login } = ask
    try {
      assertNotWithheld(rules(), login, program.name, () => [login, ...namesOf(profiles.find(login))])
      await consent.assertNotRefused(ask)
      return undefined
    } catch (error) {
      if (error instanceof AppError) return error
      throw error
    }
  }

  /** @throws AppError as standingRefusal() says */
  async assertStanding(ask: HandOutAsk): Promise<void> {
    const refusal = await this.standingRefusal(ask)
    if (!refusal) return
    await this.recordRefusal(ask, refusal)
    throw refusal
  }

  async #assertGiven(ask: HandOutAsk): Promise<void> {
    const { rules, profiles, consent, stopsWhileLocked } = this.#deps
    const { program, login } = ask
    try {
      assertApproved(rules(), login, program.name, () => [login, ...namesOf(profiles.find(login))])
      if (this.#isScreenLocked && !ask.isElsewhere && stopsWhileLocked()) throw screenLocked(login)
      await consent.assertAllowed(ask)
    } catch (error) {
      await this.recordRefusal(ask, error)
      throw error
    }
  }

  /** In the history, once an hour. */
  async recordRefusal(ask: HandOutAsk, error: unknown): Promise<void> {
    const { ports, profiles, record } = this.#deps
    const profile = profiles.snapshot.profiles.get(ask.login)
    const { code, message } = toFailure(error)
    const atMs = ports.clock.now()
    if (!profile || ask.signal?.aborted || !this.#isNews(`${keyOf(ask)} ${code}`, atMs)) return
    await record({
      atMs,
      kind: 'withheld',
      cause: code,
      profileId: profile.id,
      providerId: profile.provider,
      account: labelOf(profile),
      message,
      askedBy: ask.askedBy,
      process: ports.process.label,
      pid: ports.process.pid,
    })
  }

  #isNews(key: string, nowMs: number): boolean {
    const lastMs = this.#recorded.get(key)
    if (lastMs !== undefined && Math.abs(nowMs - lastMs) < RECORD_AGAIN_MS) return false
    this.#recorded.delete(key)
    this.#recorded.set(key, nowMs)
    const [oldest] = this.#recorded.keys()
    if (this.#recorded.size > MOST_REMEMBERED && oldest !== undefined) this.#recorded.delete(oldest)
    return true
  }
}

function screenLocked(login: string): AppError {
  return new AppError('SCREEN_LOCKED', `No token of ${login} is handed out while the screen is locked.`, {
    hint: 'Unlock it; or let programs have tokens then, too: lamplighter settings whileLocked give',
  })
}
