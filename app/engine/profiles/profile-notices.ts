/** What is to be said loudly of a profile, besides what happened to it last: features write it, views read it. */

import type { CoreEvents } from '../../base/core-events.ts'
import type { EventBus } from '../../base/event-bus.ts'
import type { Failure } from '../../contract/failure.ts'

/** By profile id. */
export type Notices = ReadonlyMap<string, readonly Failure[]>

export class ProfileNotices {
  readonly #bus: EventBus<CoreEvents>
  readonly #bySource = new Map<string, Notices>()

  constructor(bus: EventBus<CoreEvents>) {
    this.#bus = bus
  }

  /** All that one source has to say from now on, in place of what it said before. */
  put(source: string, notices: Notices): void {
    const before = this.#bySource.get(source) ?? new Map()
    this.#bySource.set(source, notices)
    if (JSON.stringify([...before]) !== JSON.stringify([...notices])) this.#bus.emit('changed')
  }

  of(profileId: string): readonly Failure[] {
    return [...this.#bySource.values()].flatMap((notices) => notices.get(profileId) ?? [])
  }
}
