/** Writes down what happened, and has everybody here learn of it, whichever process it happened in. */

import type { CoreEvents } from '../../base/core-events.ts'
import { messageOf } from '../../base/errors.ts'
import type { EventBus } from '../../base/event-bus.ts'
import type { Ports, Unwatch } from '../../base/ports.ts'
import type { HistoryEventView } from '../../contract/views.ts'
import { EventFold } from '../../history/event-fold.ts'
import type { HistoryLog } from '../../history/history-log.ts'
import type { NewEvent } from '../../history/new-event.ts'
import type { ProfileRegistry } from './profile-registry.ts'

/** Enough to know when the tokens of today were issued, and what happened last. */
const REMEMBERED_EVENTS = 5_000

export interface HistoryRecorderDeps {
  readonly history: HistoryLog
  readonly profiles: ProfileRegistry
  readonly process: Ports['process']
  readonly log: Ports['log']
  readonly bus: EventBus<CoreEvents>
  /** Another process of ours did something: its verdicts are in the journal. */
  readonly onForeign: () => void
}

export class HistoryRecorder {
  readonly #deps: HistoryRecorderDeps
  readonly #fold = new EventFold()
  #subscribed = false

  constructor(deps: HistoryRecorderDeps) {
    this.#deps = deps
  }

  /** What happened before this process began. Logins are kept alive without knowing it, too. */
  async remember(): Promise<void> {
    const { history, profiles, log } = this.#deps
    try {
      for (const event of (await history.query({ limit: REMEMBERED_EVENTS })).toReversed())
        profiles.learn(event)
    } catch (error) {
      log.warn('the history could not be read', { error: messageOf(error) })
    }
  }

  subscribe(): Unwatch {
    this.#subscribed = true
    return this.#deps.history.subscribe((event) => this.#hear(event))
  }

  /** Writes one event to the history and tells everyone. One that only repeats the last is counted, and told later. */
  async record(event: NewEvent): Promise<HistoryEventView> {
    let last: HistoryEventView | undefined
    for (const one of this.#fold.add(event)) {
      last = await this.#deps.history.append(one)
      if (!this.#subscribed) this.#hear(last)
    }
    if (last) return last
    const repeat = unrecorded(event)
    this.#deps.profiles.learn(repeat)
    return repeat
  }

  /** What was refreshed stays refreshed, although the history's disk is full. */
  async recordOrWarn(event: NewEvent): Promise<HistoryEventView> {
    try {
      return await this.record(event)
    } catch (error) {
      this.#deps.log.warn('the history could not be written', { error: messageOf(error) })
      const unwritten = unrecorded(event)
      this.#hear(unwritten)
      return unwritten
    }
  }

  #hear(event: HistoryEventView): void {
    this.#deps.profiles.learn(event)
    this.#deps.bus.emit('history', event)
    if (event.pid !== this.#deps.process.pid) this.#deps.onForeign()
  }
}

/** An event that is not in the history: it could not be written, or is no news. */
export function unrecorded(event: NewEvent): HistoryEventView {
  return { ...event, id: `unwritten-${event.atMs}` }
}
