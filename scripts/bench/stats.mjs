// Numbers that can be compared although the machine is noisy: taken in turns, and the middle one.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * @param variants functions that measure themselves and resolve with a number, by name
 * @returns all numbers by name; in each round everybody has a turn, another one first each time
 */
export async function inTurns(rounds, variants) {
  const names = Object.keys(variants)
  const numbers = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length]
      numbers[name].push(await variants[name]())
    }
  }
  return numbers
}

export async function timed(work) {
  const startedAtMs = performance.now()
  await work()
  return performance.now() - startedAtMs
}

/** 0.1234 -> "0.12", 12.34 -> "12.3", 1234 -> "1,234" */
export function short(value) {
  if (value >= 100) return Math.round(value).toLocaleString('en-US')
  return value.toPrecision(value >= 10 ? 3 : 2).replace(/\.0+$/, '')
}
