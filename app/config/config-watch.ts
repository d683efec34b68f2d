/** config.json while we run: who edits it is heard, and a file that cannot be used is a problem to show. */

import type { CoreEvents } from '../base/core-events.ts'
import { toFailure } from '../base/errors.ts'
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

  constructor(config: Config, bus: EventBus<CoreEvents>) {
    this.#config = config
    this.#bus = bus
  }

  /** What was usable before, or is built in, goes on to work. */
  get problems(): readonly Failure[] {
    const { notUnderstood } = this.#config.current()
    return [
      ...(this.#problem ? [this.#problem] : []),
      ...notUnderstoodProblems(this.#config.path, notUnderstood),
    ]
  }

  get settings(): SettingsView {
    return toSettingsView(this.#config.current())
  }

  async read(): Promise<void> {
    try {
      await this.#config.read()
      this.#problem = undefined
    } catch (error) {
      this.#problem = toFailure(error)
    }
  }

  /** @param onRead the file was read again, whether it can be used or not */
  watch(onRead: () => void): Unwatch {
    return this.#config.watch((_settings, problem) => {
      this.#problem = problem && toFailure(problem)
      // What stays as it was is no news; after a start with a broken file it is not even what the person has set.
      if (!problem) this.#bus.emit('settings', this.settings)
      onRead()
    })
  }

  /** @throws AppError CONFIG_INVALID, STORE_LOCKED, STORE_UNWRITABLE */
  async change(change: SettingsChange): Promise<SettingsView> {
    await this.#config.change(change)
    this.#bus.emit('settings', this.settings)
    return this.settings
  }
}
