/**
 * Which program asked for which login, when and how often, and what it was refused. Kept by the host that schedules
 * (askers.json in the state folder, written at most once a minute): what is asked where none runs is not counted.
 */
import { AppError, toFailure } from '../../base/errors.ts'
import { shownLine } from '../../base/outside-text.ts'
import type { Ports } from '../../base/ports.ts'
import { type ConsumerRules, isWithheld } from '../../config/consumer-rules.ts'
import type { AskingProgram } from '../../contract/consent.ts'
import type { AskerView } from '../../contract/consumers.ts'
import { namesOf, type ProfileRegistry } from '../../engine/profiles/profile-registry.ts'
import { labelOf } from '../../model/profile-view.ts'
import { type Asker, readAskers, writeAskers } from './asker-file.ts'

const HOUR_MS = 60 * 60_000
const HOURS = 24
const WRITE_AFTER_MS = 60_000
/** A program that gives itself another name each time shall not fill the memory. */
const MOST_KEPT = 500

export interface AskersDeps {
  readonly ports: Pick<Ports, 'clock' | 'files' | 'log' | 'paths'>
  readonly profiles: ProfileRegistry
  readonly rules: () => ConsumerRules
}

export class Askers {
  readonly #deps: AskersDeps
  #all = new Map<string, Asker>()
  #isKept = false
  #isChanged = false
  #ending = new AbortController()
  #writing: Promise<void> | undefined

  constructor(deps: AskersDeps) {
    this.#deps = deps
  }

  async start(isKept: boolean): Promise<void> {
    this.#isKept = isKept
    const known = await readAskers(this.#deps.ports)
    this.#all = new Map(
      known.map((asker) => [keyOf(asker.program, asker.isKnown, asker.login, asker.use), asker]),
    )
  }

  given(program: AskingProgram, login: string, use: string | undefined): void {
    const asker = this.#asker(program, login, use)
    const hour = Math.floor(asker.lastAtMs / HOUR_MS)
    asker.times++
    asker.hours[hour] = (asker.hours[hour] ?? 0) + 1
    this.#noted()
  }

  refused(program: AskingProgram, login: string, use: string | undefined, error: unknown): void {
    if (error instanceof AppError && error.code === 'HOST_GONE') return // it did not wait for the answer
    const asker = this.#asker(program, login, use)
    asker.refusedTimes++
    asker.refusal = { ...toFailure(error), atMs: asker.lastAtMs }
    this.#noted()
  }

  /** The latest first. */
  list(): readonly AskerView[] {
    const now = Math.floor(this.#deps.ports.clock.now() / HOUR_MS)
    return [...this.#all.values()]
      .map((asker) => this.#view(asker, now))
      .sort((a, b) => b.lastAtMs - a.lastAtMs)
  }

  async close(): Promise<void> {
    this.#ending.abort()
    await this.#writing
    await this.#write()
  }

  #asker({ name, isKnown }: AskingProgram, login: string, use: string | undefined): Asker {
    const program = shownLine(name)
    const key = keyOf(program, isKnown, login, use && shownLine(use))
    const lastAtMs = this.#deps.ports.clock.now()
    const known = this.#all.get(key)
    if (known) {
      known.lastAtMs = lastAtMs
      return known
    }
    const asker: Asker = {
      program,
      isKnown,
      login,
      ...(use ? { use: shownLine(use) } : {}),
      times: 0,
      hours: {},
      lastAtMs,
      refusedTimes: 0,
    }
    this.#all.set(key, asker)
    if (this.#all.size > MOST_KEPT) this.#dropOldest()
    return asker
  }

  #dropOldest(): void {
    const [oldest] = [...this.#all].sort(([, a], [, b]) => a.lastAtMs - b.lastAtMs)
    if (oldest) this.#all.delete(oldest[0])
  }

  #noted(): void {
    if (!this.#isKept) return
    this.#isChanged = true
    this.#writing ??= this.#writeLater().finally(() => {
      this.#writing = undefined
    })
  }

  async #writeLater(): Promise<void> {
    await this.#deps.ports.clock.sleep(WRITE_AFTER_MS, this.#ending.signal)
    await this.#write()
  }

  async #write(): Promise<void> {
    if (!this.#isKept || !this.#isChanged) return
    this.#isChanged = false
    const oldest = Math.floor(this.#deps.ports.clock.now() / HOUR_MS) - HOURS
    for (const asker of this.#all.values())
      for (const hour of Object.keys(asker.hours))
        if (Number(hour) <= oldest) delete asker.hours[Number(hour)]
    await writeAskers(this.#deps.ports, [...this.#all.values()]).catch((error: unknown) => {
      this.#deps.ports.log.warn('who asked for tokens could not be written down', { error })
    })
  }

  #view(
    { program, isKnown, login, use, times, hours, lastAtMs, refusedTimes, refusal }: Asker,
    now: number,
  ): AskerView {
    const profile = this.#deps.profiles.snapshot.profiles.get(login)
    const names = profile ? [login, ...namesOf(profile)] : [login]
    return {
      program,
      ...(isKnown ? { isKnown: true as const } : {}),
      login,
      ...(profile ? { account: labelOf(profile) } : {}),
      ...(use === undefined ? {} : { use }),
      times,
      byHour: Array.from({ length: HOURS }, (_, at) => hours[now - HOURS + 1 + at] ?? 0),
      lastAtMs,
      refusedTimes,
      ...(refusal ? { lastRefusal: refusal } : {}),
      isWithheld: isWithheld(this.#deps.rules(), names, program),
    }
  }
}

function keyOf(...of: readonly (string | boolean | undefined)[]): string {
  return JSON.stringify(of)
}
