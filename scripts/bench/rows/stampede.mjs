// 1,000 callers in one process on an expired token: what it takes beyond the endpoint's own latency.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { inTurns, median, short } from '../stats.mjs'

export const title = '1,000 callers in one process, expired token'
const CALLERS = 1000
const TARGET_MS = 6
const WARM_ROUNDS = 3

export async function measure({ endpoint, peers, isQuick }) {
  const names = ['floor', 'vault', 'openclaw', 'first refresh', ...peers.map(({ name }) => name)]
  const up = await Promise.all(names.map((name) => start(name, endpoint.port)))
  const requests = {}
  const failed = new Map()
  const variants = Object.fromEntries(names.map((name, index) => [name, () => round(name, up[index])]))

  /** Who fails now and then is measured by the rounds in which it does not. */
  async function round(name, contender) {
    const answer = await contender.round()
    if (answer.error) failed.set(name, [...(failed.get(name) ?? []), answer.error])
    if (answer.error) return undefined
    requests[name] = Math.max(requests[name] ?? 0, answer.requests)
    return answer.ms - endpoint.delayMs
  }

  await inTurns(WARM_ROUNDS, variants)
  failed.clear()
  const rounds = isQuick ? 7 : 61
  const all = await inTurns(rounds, variants)
  await Promise.all(up.map((contender) => contender.close()))
  const numbers = Object.fromEntries(
    Object.entries(all).map(([name, ms]) => [name, ms.filter((one) => one !== undefined)]),
  )
  const base = median(numbers.floor)
  const row = (what, name) => ({
    what,
    baseline: `a bare shared promise ${short(base)} ms`,
    measured: `${short(median(numbers[name]))} ms, ${requests[name]} request${requests[name] === 1 ? '' : 's'}`,
    ratio: `${short(median(numbers[name]) / base)}×`,
  })
  const met = median(numbers.vault) <= TARGET_MS && requests.vault === 1
  return {
    rows: [
      {
        ...row('Lamplighter, own vault, everything durable', 'vault'),
        target: `≤ ${TARGET_MS} ms, 1 request`,
        met,
      },
      row('Lamplighter, own vault, the first refresh of a core', 'first refresh'),
      row("Lamplighter, OpenClaw's file under its locks", 'openclaw'),
      ...peers.filter(({ name }) => numbers[name].length > 0).map(({ name }) => row(name, name)),
    ],
    notes: [
      `milliseconds are those beyond the endpoint's ${endpoint.delayMs} ms; each in a process of its own, in turns`,
      ...[...failed].map(([name, why]) => `${name} failed in ${why.length} of ${rounds} rounds: ${why[0]}`),
    ],
  }
}

/** A process that does nothing but this. */
async function start(name, port) {
  const child = fork(join(import.meta.dirname, '..', 'contender.mjs'), [name, port, CALLERS].map(String))
  await once(child, 'message')
  return {
    async round() {
      child.send('round')
      const [answer] = await once(child, 'message')
      return answer
    },
    async close() {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}
