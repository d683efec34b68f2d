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

/**
 * Cells of a row whose target is a ratio to a baseline of the same run: milliseconds mean little on another machine.
 * @param atMost undefined for a row without a target
 * @param asWell what else must hold, in words and whether it does
 */
export function against(base, ms, atMost, asWell = { holds: true }) {
  const ratio = ms / base
  if (atMost === undefined) return { ratio: `${short(ratio)}×` }
  const target = [`≤ ${atMost}×`, ...(asWell.words ? [asWell.words] : [])].join(', ')
  // Two decimals: 1.02 misses a target of 1, and the table must not say "1".
  return { ratio: `${ratio.toFixed(2)}×`, target, met: ratio <= atMost && asWell.holds }
}

/** 0.1234 -> "0.12", 12.34 -> "12.3", 1234 -> "1,234" */
export function short(value) {
  if (value >= 100) return Math.round(value).toLocaleString('en-US')
  return value.toPrecision(value >= 10 ? 3 : 2).replace(/\.0+$/, '')
}
