/** One timer for everybody who wants to look: it then wakes an idle machine once, and not once for each. */
export class SharedInterval {
  readonly #everyMs: number
  readonly #looks = new Set<() => void>()
  #timer: NodeJS.Timeout | undefined

  constructor(everyMs: number) {
    this.#everyMs = everyMs
  }

  add(look: () => void): void {
    this.#looks.add(look)
    this.#timer ??= setInterval(() => {
      for (const one of [...this.#looks]) one()
    }, this.#everyMs).unref()
  }

  delete(look: () => void): void {
    this.#looks.delete(look)
    if (this.#looks.size > 0) return
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}
