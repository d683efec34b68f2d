/** A binary heap of due times with a place index: set, move and remove in O(log n). */

interface Item {
  readonly id: string
  readonly atMs: number
}

export class DueHeap {
  readonly #items: Item[] = []
  readonly #places = new Map<string, number>()

  peek(): Item | undefined {
    return this.#items[0]
  }

  timeOf(id: string): number | undefined {
    const place = this.#places.get(id)
    return place === undefined ? undefined : this.#items[place]?.atMs
  }

  ids(): readonly string[] {
    return [...this.#places.keys()]
  }

  /** Undefined removes. */
  set(id: string, atMs: number | undefined): void {
    const place = this.#places.get(id)
    if (place !== undefined) this.#removeAt(place)
    if (atMs === undefined) return
    this.#items.push({ id, atMs })
    this.#places.set(id, this.#items.length - 1)
    this.#up(this.#items.length - 1)
  }

  #removeAt(place: number): void {
    const last = this.#items.length - 1
    this.#swap(place, last)
    const removed = this.#items.pop()
    if (removed) this.#places.delete(removed.id)
    if (place < last) {
      this.#up(place)
      this.#down(place)
    }
  }

  #up(from: number): void {
    for (let place = from; place > 0; ) {
      const parent = (place - 1) >> 1
      if (this.#at(parent) <= this.#at(place)) return
      this.#swap(place, parent)
      place = parent
    }
  }

  #down(from: number): void {
    for (let place = from; ; ) {
      const left = 2 * place + 1
      const smaller = this.#at(left + 1) < this.#at(left) ? left + 1 : left
      if (this.#at(place) <= this.#at(smaller)) return
      this.#swap(place, smaller)
      place = smaller
    }
  }

  /** Past the end counts as never. */
  #at(place: number): number {
    return this.#items[place]?.atMs ?? Number.POSITIVE_INFINITY
  }

  #swap(a: number, b: number): void {
    const x = this.#items[a]
    const y = this.#items[b]
    if (!x || !y || a === b) return
    this.#items[a] = y
    this.#items[b] = x
    this.#places.set(y.id, a)
    this.#places.set(x.id, b)
  }
}
