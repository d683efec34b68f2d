/** What has had its time goes, once a day: backups, and entries of the journal but for those of tokens that a file still holds. */
import { messageOf } from '../../base/errors.ts'
import type { ProfileRegistry } from '../profiles/profile-registry.ts'
import { isSomethingOutOfSight } from '../profiles/rescan.ts'
import type { RefreshContext } from '../refresh/context.ts'

const DAY_MS = 24 * 60 * 60_000

export class JournalPruner {
  readonly #tools: RefreshContext
  readonly #profiles: ProfileRegistry
  readonly #besides: (() => Promise<void>)[] = []
  #tidiedMs = 0

  constructor(tools: RefreshContext, profiles: ProfileRegistry) {
    this.#tools = tools
    this.#profiles = profiles
  }

  /** What else has a lifetime. */
  also(work: () => Promise<void>): void {
    this.#besides.push(work)
  }

  /**
   * Does nothing when it was done today, or when not everything could be looked at.
   * Never throws: what a disk refuses now, it may allow tomorrow.
   */
  async daily(): Promise<void> {
    const { journal, ports } = this.#tools
    const nowMs = ports.clock.now()
    if (Math.abs(nowMs - this.#tidiedMs) < DAY_MS) return // either way: a clock can be set back
    const { snapshot } = this.#profiles
    if (isSomethingOutOfSight(snapshot)) return // it may hold any of them
    this.#tidiedMs = nowMs
    const entries = [...snapshot.profiles.values()].flatMap(({ grant }) => grant.entries)
    const held = new Set(entries.map(({ fingerprint }) => fingerprint))
    try {
      await journal.prune((fingerprint) => held.has(fingerprint))
      for (const work of this.#besides) await work()
    } catch (error) {
      ports.log.warn('old entries could not be removed', { error: messageOf(error) })
    }
  }
}
