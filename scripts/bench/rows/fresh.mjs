// A fresh token in one process, against an async function that returns a cached string while that is fresh.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeHome, PROFILE } from '../home.mjs'
import { inTurns, median, short } from '../stats.mjs'

export const title = 'A fresh token in one process'
const HOUR = 3_600_000
const TARGET = 1
const NOISE = 0.05 // what two runs of one and the same function differ by

export async function measure({ endpoint, peers, isQuick }) {
  const home = makeHome(endpoint)
  const folder = mkdtempSync(join(tmpdir(), 'lamplighter-bench-'))
  home.toOpenClaw(await endpoint.mint(), Date.now() + HOUR)
  const core = await home.openCore()
  const cached = { token: 'at-'.padEnd(40, 'x'), expiresAtMs: Date.now() + HOUR }
  const floor = async () => (Date.now() < cached.expiresAtMs ? cached.token : undefined)
  const blind = async () => cached.token
  const notes = []
  const asks = { floor, blind, ours: () => core.token(PROFILE) }
  const open = []
  for (const peer of peers) {
    try {
      const login = { endpoint, tokens: await endpoint.mint(), expiresAtMs: Date.now() + HOUR, folder }
      const one = await peer.open(login)
      await one.token()
      open.push(one)
      asks[peer.name] = () => one.token()
    } catch (error) {
      notes.push(`${peer.name} could not be measured: ${error.message.split('\n')[0].slice(0, 120)}`)
    }
  }
  const variants = Object.fromEntries(
    Object.entries(asks).map(([name, ask]) => [
      name,
      () =>
        perCall(ask).catch((error) => {
          if (!peers.some((peer) => peer.name === name)) throw error
          return undefined // a peer that fails now and then is measured by the rounds in which it does not
        }),
    ]),
  )
  await inTurns(2, variants) // warm
  const all = await inTurns(isQuick ? 5 : 21, variants)
  const numbers = Object.fromEntries(
    Object.entries(all)
      .map(([name, ms]) => [name, ms.filter((one) => one !== undefined)])
      .filter(([, ms]) => ms.length > 0),
  )
  for (const one of open) await one.close()
  await core.close()
  home.remove()
  rmSync(folder, { recursive: true, force: true })

  const base = median(numbers.floor)
  const row = (what, name) => {
    const ratio = median(numbers[name]) / base
    return {
      what,
      baseline: `cached property with an expiry ${short(base * 1000)} µs`,
      measured: `${short(median(numbers[name]) * 1000)} µs`,
      ratio: `${short(ratio)}×`,
      number: ratio,
    }
  }
  const ours = row('Lamplighter', 'ours')
  return {
    rows: [
      { ...ours, target: `≤ ${TARGET}×`, met: ours.number <= TARGET + NOISE },
      row('a cached property that never looks at the clock', 'blind'),
      ...peers.filter(({ name }) => numbers[name]).map(({ name }) => row(name, name)),
    ],
    notes,
  }
}

/** Milliseconds for one call; slow ones are asked less often. */
async function perCall(ask) {
  const probe = await loop(ask, 50)
  return loop(ask, Math.max(100, Math.min(50_000, Math.round(15 / probe))))
}

async function loop(ask, times) {
  const startedAtMs = performance.now()
  for (let n = 0; n < times; n++) await ask()
  return (performance.now() - startedAtMs) / times
}
