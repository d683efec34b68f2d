// Says what a long step is doing and for how long, so that nobody wonders whether it hangs.
// Everything goes to stderr: stdout belongs to the program that is started afterwards.
const TICK_MS = 10_000 // often enough to look alive, seldom enough for a CI log

export function say(line) {
  process.stderr.write(`lamplighter: ${line}\n`)
}

export async function step(label, work) {
  const startedAtMs = performance.now()
  const seconds = () => `${((performance.now() - startedAtMs) / 1000).toFixed(1)} s`
  say(`${label} …`)
  const ticker = setInterval(() => say(`${label} … still at it after ${seconds()}`), TICK_MS)
  try {
    const result = await work()
    say(`${label}: done in ${seconds()}`)
    return result
  } finally {
    clearInterval(ticker)
  }
}
