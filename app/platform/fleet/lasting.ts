/** What goes on until a register is closed: watches, and presences. */
import type { Unwatch } from '../../base/ports.ts'
import type { Presence } from '../../base/register.ts'

interface Watch {
  start(): void
  stop(): void
}

export class Lasting {
  readonly #watches = new Set<Watch>()
  readonly #presences = new Set<Presence>()

  watch(watch: Watch): Unwatch {
    this.#watches.add(watch)
    watch.start()
    return () => {
      this.#watches.delete(watch)
      watch.stop()
    }
  }

  present(leave: () => Promise<void>): Presence {
    const presence = {
      leave: () => {
        this.#presences.delete(presence)
        return leave()
      },
    }
    this.#presences.add(presence)
    return presence
  }

  async close(): Promise<void> {
    for (const watch of this.#watches) watch.stop()
    await Promise.all([...this.#presences].map((presence) => presence.leave()))
  }
}
