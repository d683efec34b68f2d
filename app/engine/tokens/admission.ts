/**
 * Who is let in when many consumers come back at once: at most `maxConcurrent` hold a place at each provider, first
 * come first served. A place is given back when its consumer calls again, says so, or after a moment.
 */

import type { Clock } from '../../base/ports.ts'
import type { QueuedView } from '../../contract/views.ts'

/** An agent that got its token sends its first requests within this; forty agents are through in 2.5 s, four at a time. */
export const HOLD_MS = 250
/** After a login came back its consumers hear of it and ask, each in its own time: so long all are let in in turn. */
export const PACED_MS = 5_000
/** And longer while there is a queue, but not for good: whoever asks all day long would keep it up. */
export const MOST_PACED_MS = 60_000

export interface Arrival {
  /** What shares a pace: the token endpoint, or the provider. */
  readonly pace: string
  readonly profileId: string
  readonly providerId: string
  readonly askedBy: string
  /** Would it be of any use to let it in now? Those behind it are not held up meanwhile. */
  readonly ready: () => boolean
}

export interface QueueSlot {
  /** Resolves when its turn has come: true; or when it was given up: false. */
  turn(signal?: AbortSignal): Promise<boolean>
  /** Let in for nothing: gives the place back and waits again, where it stood before. */
  stepBack(): void
  /** It has its token: the place is kept for a moment. */
  handed(): void
  /** Out of the queue, and of its place unless it was handed something. */
  leave(): void
}

export interface AdmissionDeps {
  readonly clock: Clock
  /** Asked each time: it may be changed while consumers wait. */
  readonly maxConcurrent: () => number
  /** The queue is another than before. */
  readonly onChange: () => void
}

interface Waiter {
  readonly arrival: Arrival
  readonly number: number
  readonly sinceMs: number
  /** Undefined while nobody waits for its turn. */
  enter: ((place: Place) => void) | undefined
}

interface Place {
  readonly pace: string
  readonly askedBy: string
  /** Its consumer has the token; aborted when it needs the place no longer. */
  handed: AbortController | undefined
}

export class Admission {
  readonly #deps: AdmissionDeps
  /** In the order of their numbers. */
  #waiting: Waiter[] = []
  /** In the order in which they were taken. */
  readonly #places = new Set<Place>()
  readonly #paced = new Map<string, { readonly sinceMs: number; untilMs: number }>()
  #lastNumber = 0

  constructor(deps: AdmissionDeps) {
    this.#deps = deps
  }

  /** Nobody waits, nobody holds a place, nobody is expected. */
  get isQuiet(): boolean {
    return this.#waiting.length === 0 && this.#places.size === 0 && this.#paced.size === 0
  }

  /** Many may come now: for a while everybody is let in in turn, whoever would not have to wait as well. */
  expect(pace: string): void {
    const sinceMs = this.#deps.clock.now()
    this.#paced.set(pace, { sinceMs, untilMs: sinceMs + PACED_MS })
  }

  /** Is everybody let in in turn? */
  paces(pace: string): boolean {
    const paced = this.#paced.get(pace)
    if (!paced) return false
    const nowMs = this.#deps.clock.now()
    if (paced.sinceMs <= nowMs && nowMs < paced.untilMs) return true
    this.#paced.delete(pace)
    return false
  }

  arrive(arrival: Arrival): QueueSlot {
    const sinceMs = this.#deps.clock.now()
    const waiter: Waiter = { arrival, number: ++this.#lastNumber, sinceMs, enter: undefined }
    let place: Place | undefined
    const giveBack = (): void => {
      if (place && !place.handed) this.#free(place)
      place = undefined
    }
    this.#enqueue(waiter)
    return {
      turn: async (signal) => {
        place = await this.#turnOf(waiter, signal)
        return place !== undefined
      },
      stepBack: () => {
        this.#enqueue(waiter)
        giveBack()
      },
      handed: () => {
        if (place) void this.#hold(place)
      },
      leave: () => {
        this.#dequeue(waiter)
        giveBack()
      },
    }
  }

  /** This consumer calls again: it does not need the place any longer that it was given first. */
  callBack(askedBy: string): void {
    const isDone = (place: Place) => place.askedBy === askedBy && place.handed?.signal.aborted === false
    ;[...this.#places].find(isDone)?.handed?.abort()
  }

  /** Lets in whoever may come in. Called whenever a login or a setting has changed. */
  pump(): void {
    for (const waiter of [...this.#waiting]) {
      const { enter, arrival } = waiter
      const { pace, askedBy } = arrival
      if (!enter || this.#count(pace) >= this.#deps.maxConcurrent() || !arrival.ready()) continue
      const place: Place = { pace, askedBy, handed: undefined }
      this.#places.add(place)
      this.#dequeue(waiter)
      enter(place)
    }
  }

  queue(): readonly QueuedView[] {
    const positions = new Map<string, number>()
    return this.#waiting.map(({ arrival: { pace, profileId, providerId, askedBy }, sinceMs }) => {
      const position = (positions.get(pace) ?? 0) + 1
      positions.set(pace, position)
      return { profileId, providerId, askedBy, sinceMs, position }
    })
  }

  #turnOf(waiter: Waiter, signal: AbortSignal | undefined): Promise<Place | undefined> {
    return new Promise((resolve) => {
      const surrender = (): void => {
        waiter.enter = undefined
        resolve(undefined)
      }
      if (signal?.aborted) return surrender()
      signal?.addEventListener('abort', surrender, { once: true })
      waiter.enter = (place) => {
        waiter.enter = undefined
        signal?.removeEventListener('abort', surrender)
        resolve(place)
      }
      this.pump()
    })
  }

  async #hold(place: Place): Promise<void> {
    place.handed = new AbortController()
    await this.#deps.clock.sleep(HOLD_MS, place.handed.signal)
    this.#free(place)
  }

  #free(place: Place): void {
    this.#places.delete(place)
    this.pump()
    const paced = this.#paced.get(place.pace)
    if (!paced || this.#count(place.pace) < this.#deps.maxConcurrent()) return
    paced.untilMs = Math.min(this.#deps.clock.now() + PACED_MS, paced.sinceMs + MOST_PACED_MS)
  }

  #enqueue(waiter: Waiter): void {
    const behind = this.#waiting.findIndex(({ number }) => number > waiter.number)
    this.#waiting.splice(behind < 0 ? this.#waiting.length : behind, 0, waiter)
    this.#deps.onChange()
  }

  #dequeue(waiter: Waiter): void {
    const left = this.#waiting.filter((one) => one !== waiter)
    if (left.length === this.#waiting.length) return
    this.#waiting = left
    this.#deps.onChange()
  }

  #count(pace: string): number {
    let count = 0
    for (const place of this.#places) if (place.pace === pace) count++
    return count
  }
}
