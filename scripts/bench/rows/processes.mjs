// 16 processes of 50 callers each, one login in one file, all at the same moment.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeHome, PROFILE } from '../home.mjs'
import { against, inTurns, median, short } from '../stats.mjs'
import { startWorkers } from '../workers.mjs'

export const title = '16 processes × 50 callers'
const PROCESSES = 16
const CALLERS = 50
const AT_MOST = 2.2
const HOUR = 3_600_000

/** Those that keep the tokens where another process finds them. */
const WITH_FILES = ['refresh-guard', 'mcp-remote']

export async function measure({ endpoint, peers, isQuick }) {
  const workers = await startWorkers(PROCESSES)
  const counts = {}
  const variants = {
    floor: () => fresh(),
    vault: () => lapsed('vault', 'toVault'),
    openclaw: () => lapsed('openclaw', 'toOpenClaw'),
  }
  for (const { name } of peers.filter((peer) => WITH_FILES.includes(peer.name)))
    variants[name] = () => peer(name)

  async function fresh() {
    const home = makeHome(endpoint)
    home.toOpenClaw(await endpoint.mint(), Date.now() + HOUR)
    await workers.all({ order: 'openFile', path: home.file, profile: PROFILE })
    return run('floor', () => home.remove())
  }

  async function lapsed(name, where) {
    const home = makeHome(endpoint)
    await home[where](await endpoint.mint(), Date.now() - 60_000)
    await workers.all({ order: 'open', env: home.env })
    return run(name, () => home.remove())
  }

  async function peer(name) {
    const folder = mkdtempSync(join(tmpdir(), 'lamplighter-bench-'))
    const login = {
      port: endpoint.port,
      tokens: await endpoint.mint(),
      expiresAtMs: Date.now() - 60_000,
      folder,
    }
    await workers.all({ order: 'openPeer', name, login })
    return run(name, () => rmSync(folder, { recursive: true, force: true }))
  }

  async function run(name, remove) {
    await endpoint.counts()
    const { answers, wallMs } = await workers.together({ order: 'ask', profile: PROFILE, callers: CALLERS })
    const { requests, refused, revoked } = await endpoint.counts()
    const failures = answers.reduce((sum, answer) => sum + answer.failures, 0)
    const tokens = new Set(answers.flatMap((answer) => answer.tokens)).size
    counts[name] ??= { requests: 0, refused: 0, revoked: 0, failures: 0, tokens: 0 }
    for (const [key, value] of Object.entries({ requests, refused, revoked, failures, tokens }))
      counts[name][key] = Math.max(counts[name][key], value)
    await workers.all({ order: 'close' })
    remove()
    return wallMs
  }

  let numbers
  try {
    await inTurns(1, variants) // warm
    numbers = await inTurns(isQuick ? 3 : 9, variants)
  } finally {
    await workers.close()
  }
  const base = median(numbers.floor)
  const row = (what, name, atMost) => {
    const { requests, failures, tokens, revoked } = counts[name]
    const dead = revoked > 0 ? ', login revoked' : ''
    const holds = requests === 1 && failures === 0 && tokens === 1
    return {
      what,
      baseline: `reading a fresh file ${short(base)} ms`,
      measured: `${short(median(numbers[name]))} ms, ${requests} request${requests === 1 ? '' : 's'}, ${failures} failures${dead}`,
      ...against(base, median(numbers[name]), atMost, { words: '1 request', holds }),
    }
  }
  return {
    rows: [
      row('Lamplighter, own vault', 'vault', AT_MOST),
      row("Lamplighter, OpenClaw's file under its locks", 'openclaw', AT_MOST),
      ...WITH_FILES.filter((name) => counts[name]).map((name) => row(name, name)),
    ],
    notes: ['the worst count of all rounds; everybody is up and has looked before the start'],
  }
}
