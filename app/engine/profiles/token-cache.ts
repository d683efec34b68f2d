/**
 * Answers to "a valid token, please" that need no thought: kept until anything they rest on changes, and given only
 * while the clock is past the moment they were worked out and the token lasts.
 */
import type { UsableToken } from '../../model/usable-token.ts'

interface Ready {
  /** The promise itself is kept: handing it out again costs nothing. */
  readonly answer: Promise<UsableToken>
  /** Before that, a clock was set back, and what was believed of the expiry is to be worked out anew. */
  readonly sinceMs: number
  readonly untilMs: number
}

export class TokenCache {
  readonly #ready = new Map<string, Ready>()

  /** @param name as the caller spelled it: whatever names a profile names the same one until forget() */
  find(name: string, nowMs: number, validForMs: number): Promise<UsableToken> | undefined {
    const ready = this.#ready.get(name)
    if (ready === undefined || nowMs < ready.sinceMs || ready.untilMs <= nowMs + validForMs) return undefined
    return ready.answer
  }

  keep(name: string, token: UsableToken, nowMs: number): void {
    const untilMs = token.expiresAtMs ?? Number.POSITIVE_INFINITY
    this.#ready.set(name, { answer: Promise.resolve(token), sinceMs: nowMs, untilMs })
  }

  /** Something was learned: of the stores, of when tokens were issued. */
  forget(): void {
    this.#ready.clear()
  }
}
