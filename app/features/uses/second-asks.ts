/**
 * Programs that keep a token until a server refuses it tell nobody: they ask again. The same process that asks for the
 * same thing within seconds of a hand-out says so that the token was refused.
 */
import type { Clock } from '../../base/ports.ts'
import type { Secret } from '../../model/secret.ts'

export const SECOND_ASK_MS = 10_000
/** Of processes that asked lately. */
const MOST_KEPT = 1_000

export class SecondAsks {
  readonly #clock: Pick<Clock, 'now'>
  readonly #handed = new Map<string, { readonly atMs: number; readonly token: Secret }>()

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock
  }

  /** @param ask which process asks for what. @returns the token that is refused, it seems; told once for each hand-out */
  refused(ask: string): Secret | undefined {
    const handed = this.#handed.get(ask)
    this.#handed.delete(ask)
    return handed && this.#isRecent(handed.atMs) ? handed.token : undefined
  }

  handed(ask: string, token: Secret): void {
    for (const [key, { atMs }] of this.#handed) {
      if (this.#isRecent(atMs) && this.#handed.size < MOST_KEPT) break
      this.#handed.delete(key) // the oldest stand first
    }
    this.#handed.set(ask, { atMs: this.#clock.now(), token })
  }

  #isRecent(atMs: number): boolean {
    return Math.abs(this.#clock.now() - atMs) < SECOND_ASK_MS
  }
}
