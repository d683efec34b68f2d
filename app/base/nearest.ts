/** What somebody meant who typed a name that does not exist: the ones with the fewest letters to change. Pure. */

/** Longer names are compared by their beginnings: somebody's whole clipboard costs no time. */
const LONGEST = 64

/** The most similar first; equally similar ones stay in their order. */
export function nearestFirst(wanted: string, names: readonly string[]): readonly string[] {
  const scored = names.map((name) => ({ name, score: score(wanted, name) }))
  return scored.sort((a, b) => a.score - b.score).map(({ name }) => name)
}

/** The one that was surely meant: a third of its letters may be wrong. */
export function nearest(wanted: string, names: readonly string[]): string | undefined {
  const [first] = nearestFirst(wanted, names)
  const isNear =
    first !== undefined &&
    score(wanted, first) <= Math.max(1, Math.floor(Math.min(wanted.length, LONGEST) / 3))
  return isNear ? first : undefined
}

/** For a hint: the one that was surely meant, and what to do where none was. */
export function didYouMean(wanted: string, names: readonly string[], otherwise: string): string {
  const near = nearest(wanted, names)
  return near === undefined ? otherwise : `Did you mean "${near}"?`
}

/** A beginning counts as half a letter: "hist" is "history", whatever else is four letters long. */
function score(wanted: string, name: string): number {
  const [typed, known] = [wanted, name].map((one) => one.slice(0, LONGEST).toLowerCase())
  if (typed === undefined || known === undefined || typed === known) return 0
  return typed.length > 1 && known.startsWith(typed) ? 0.5 : distance(typed, known)
}

/** Letters to insert, leave out, change, or swap with their neighbour ("optimal string alignment"). */
function distance(a: string, b: string): number {
  let before: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + change,
        swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = last
    last = row
  }
  return at(last, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
