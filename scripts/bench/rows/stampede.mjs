// 1,000 callers in one process on an expired token: what it takes beyond the endpoint's own latency.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { DURABLE_WRITE, durableWrites } from '../durable-write.mjs'
import { against, inTurns, median, short } from '../stats.mjs'

export const title = '1,000 callers in one process, expired token'
const CALLERS = 1000
const WRITES = 3 // that keep a refresh through a power cut: the ticket, the successor, the store
const AT_MOST = 2.5
const WARM_ROUNDS = 3

export async function measure({ endpoint, peers, isQuick }) {
  const names = ['floor', 'vault', 'openclaw', 'first refresh', ...peers.map(({ name }) => name)]
  const up = await Promise.all(names.map((name) => start(name, endpoint.port)))
  const requests = {}
  const failed = new Map()
  const disk = durableWrites()
  const variants = {
    ...Object.fromEntries(names.map((name, index) => [name, () => round(name, up[index])])),
    durable: disk.once,
  }

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
  disk.remove()
  const numbers = Object.fromEntries(
    Object.entries(all).map(([name, ms]) => [name, ms.filter((one) => one !== undefined)]),
  )
  const floor = median(numbers.floor)
  const durable = median(numbers.durable)
  const row = (what, name, baseline, base, atMost) => ({
    what,
    baseline,
    measured: `${short(median(numbers[name]))} ms, ${requests[name]} request${requests[name] === 1 ? '' : 's'}`,
    ...against(base, median(numbers[name]), atMost, { words: '1 request', holds: requests[name] === 1 }),
  })
  const bare = `a bare shared promise ${short(floor)} ms`
  const kept = `${bare} and ${WRITES} durable writes of ${short(durable)} ms`
  const ours = (what, name, atMost) => row(what, name, kept, floor + WRITES * durable, atMost)
  return {
    rows: [
      ours('Lamplighter, own vault, everything durable', 'vault', AT_MOST),
      ours('Lamplighter, own vault, the first refresh of a core', 'first refresh'),
      ours("Lamplighter, OpenClaw's file under its locks", 'openclaw'),
      ...peers.filter(({ name }) => numbers[name].length > 0).map(({ name }) => row(name, name, bare, floor)),
      { what: DURABLE_WRITE, measured: `${short(durable)} ms` },
    ],
    notes: [
      `milliseconds are those beyond the endpoint's ${endpoint.delayMs} ms; each in a process of its own, in turns`,
      'the worst count of requests of all rounds; the peers flush nothing, so they stand beside the bare promise',
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
