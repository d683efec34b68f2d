/** Who listens to what. A listener that throws does not silence the others: its error goes to the log. */
import { messageOf } from './errors.ts'
import type { Log } from './ports.ts'

export class EventBus<E extends Record<string, unknown>> {
  readonly #log: Log
  readonly #all = new Map<keyof E, Set<(payload: never) => void>>()

  constructor(log: Log) {
    this.#log = log
  }

  on<N extends keyof E>(name: N, listener: (payload: E[N]) => void): () => void {
    const set = this.#all.get(name) ?? new Set()
    this.#all.set(name, set)
    set.add(listener)
    return () => set.delete(listener)
  }

  /** To each in the order in which they began to listen. */
  emit<N extends keyof E>(name: N, ...told: E[N] extends undefined ? [] : [payload: E[N]]): void {
    const [payload] = told as [payload: E[N]]
    for (const listener of this.#all.get(name) ?? []) {
      try {
        ;(listener as (payload: E[N]) => void)(payload)
      } catch (error) {
        this.#log.warn('a listener failed', { event: String(name), error: messageOf(error) })
      }
    }
  }
}
