/** What stands in OpenClaw's files and rows on many machines, looked at all the time. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Home } from './home.ts'
import { lookAtHolders } from './openclaw-holders.ts'

/** Reads every file and row, over and over: each look has to find everything whole, and nothing older than before. */
export class HolderWatch {
  readonly faults: string[] = []
  looks = 0
  readonly #homes: readonly Home[]
  readonly #names: readonly string[]
  readonly #keeper: string
  readonly #newest = new Map<Home, Map<string, number>>()
  readonly #over = new AbortController()
  #looking: Promise<void> = Promise.resolve()

  /** @param keeper what people call the fleet */
  constructor(homes: readonly Home[], names: readonly string[], keeper: string) {
    this.#keeper = keeper
    this.#homes = homes
    this.#names = names
  }

  start(): void {
    this.#looking = this.#lookOn()
  }

  async stop(): Promise<void> {
    this.#over.abort()
    await this.#looking
  }

  /** Files and rows that have less than their machine. @param known what the machine has of a login */
  behind(names: readonly string[], known: (machine: number, name: string) => number): readonly string[] {
    return this.#homes.flatMap((home, at) =>
      [...(this.#newest.get(home) ?? [])]
        .filter(([place, own]) => names.some((name) => place.endsWith(` ${name}`) && own < known(at, name)))
        .map(([place, own]) => `${home.openclaw} ${place}: ${own}`),
    )
  }

  async #lookOn(): Promise<void> {
    while (!this.#over.signal.aborted) {
      for (const home of this.#homes) {
        this.#look(home)
        await pause(5)
      }
    }
  }

  #look(home: Home): void {
    this.looks++
    const { generations, faults } = lookAtHolders(home, this.#names, this.#keeper)
    this.faults.push(...faults)
    const before = this.#newest.get(home)
    for (const [place, generation] of generations) {
      const had = before?.get(place) ?? 0
      if (generation < had) this.faults.push(`${home.openclaw} ${place}: ${generation} after ${had}`)
    }
    this.#newest.set(home, new Map(generations))
  }
}
