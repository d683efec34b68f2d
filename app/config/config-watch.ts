/** config.json while we run: who edits it is heard, and a file that cannot be used is a problem to show. */

import type { CoreEvents } from '../base/core-events.ts'
import { AppError, toFailure } from '../base/errors.ts'
import type { EventBus } from '../base/event-bus.ts'
import type { Unwatch } from '../base/ports.ts'
import type { Failure } from '../contract/failure.ts'
import type { SettingsChange, SettingsView } from '../contract/views.ts'
import type { Config } from './config.ts'
import { toSettingsView } from './settings.ts'
import { notUnderstoodProblems } from './unknown-fields.ts'

export class ConfigWatch {
  readonly #config: Config
  readonly #bus: EventBus<CoreEvents>
  #problem: Failure | undefined
  /** Why it is not written that the person has begun. */
  #unwritten: Failure | undefined

  constructor(config: Config, bus: EventBus<CoreEvents>) {
    this.#config = config
    this.#bus = bus
  }

  /** What was usable before, or is built in, goes on to work. */
  get problems(): readonly Failure[] {
    const { notUnderstood, welcomed = false } = this.#config.current()
    return [
      ...(this.#problem ? [this.#problem] : []),
      ...(this.#unwritten && !welcomed ? [this.#unwritten] : []),
      ...notUnderstoodProblems(this.#config.path, notUnderstood),
    ]
  }

  get settings(): SettingsView {
    const written = toSettingsView(this.#config.current())
    return { ...written, welcomed: written.welcomed || this.#unwritten !== undefined }
  }

  async read(): Promise<void> {
    try {
      await this.#config.read()
      this.#problem = undefined
    } catch (error) {
      this.#problem = this.#about(error)
    }
  }

  /** @param onRead the file was read again, whether it can be used or not */
  watch(onRead: () => void): Unwatch {
    return this.#config.watch((_settings, problem) => {
      this.#problem = problem && this.#about(problem)
      // What stays as it was is no news; after a start with a broken file it is not even what the person has set.
      if (!problem) this.#bus.emit('settings', this.settings)
      onRead()
    })
  }

  /** @throws AppError CONFIG_INVALID, STORE_LOCKED, STORE_UNWRITABLE */
  async change(change: SettingsChange): Promise<SettingsView> {
    await this.#config.change(change).catch((error: unknown) => this.#beginUnwritten(change, error))
    this.#bus.emit('settings', this.settings)
    return this.settings
  }

  #about(error: unknown): Failure {
    return { ...toFailure(error), path: this.#config.path }
  }

  /** Where somebody else writes config.json, whoever begins has begun, until the next start. */
  #beginUnwritten(change: SettingsChange, error: unknown): void {
    const isBegin = change.welcomed === true && Object.keys(change).length === 1
    if (!isBegin || !(error instanceof AppError) || error.code !== 'STORE_UNWRITABLE') throw error
    const { code, message } = toFailure(error)
    this.#unwritten = {
      code,
      path: this.#config.path,
      message: `${message} So the next start is a first one again.`,
      hint: `Whoever writes ${this.#config.path} can put "welcomed": true in it.`,
    }
  }
}
