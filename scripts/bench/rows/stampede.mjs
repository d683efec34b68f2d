// 1,000 callers in one process on an expired token: what it takes beyond the endpoint's own latency.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeHome, PROFILE, passingTime } from '../home.mjs'
import { inTurns, median, short, timed } from '../stats.mjs'

export const title = '1,000 callers in one process, expired token'
const CALLERS = 1000
const TARGET_MS = 6
const HOUR_MS = 60 * 60_000 // how long the endpoint's tokens live

export async function measure({ endpoint, peers, isQuick }) {
  const requests = {}
  const failed = new Map()
  const asked = async (name, open) => {
    const one = await open()
    await pause(20) // what opening it began is over
    await endpoint.counts()
    const ms = await timed(() => Promise.all(Array.from({ length: CALLERS }, () => one.token())))
    const { requests: sent, refused } = await endpoint.counts()
    requests[name] = Math.max(requests[name] ?? 0, sent + refused)
    await one.close()
    return ms - endpoint.delayMs
  }
  const vault = await lamplighter(endpoint, 'toVault')
  const openclaw = await lamplighter(endpoint, 'toOpenClaw')
  for (const one of [vault, openclaw]) await one.token()
  const variants = {
    floor: () => asked('floor', () => sharedPromise(endpoint)),
    vault: () => asked('vault', () => vault.again()),
    openclaw: () => asked('openclaw', () => openclaw.again()),
    first: () => asked('first', () => lamplighter(endpoint, 'toVault')),
  }
  for (const peer of peers) variants[peer.name] = () => tried(peer)

  /** A peer that fails now and then is measured by the rounds in which it does not. */
  async function tried(peer) {
    try {
      return await asked(peer.name, () => openPeer(peer, endpoint))
    } catch (error) {
      failed.set(peer.name, [...(failed.get(peer.name) ?? []), error.message.split('\n')[0].slice(0, 100)])
      return undefined
    }
  }

  await inTurns(3, variants) // warm
  failed.clear()
  const rounds = isQuick ? 7 : 25
  const all = await inTurns(rounds, variants)
  const numbers = Object.fromEntries(
    Object.entries(all).map(([name, ms]) => [name, ms.filter((one) => one !== undefined)]),
  )
  await Promise.all([vault.close(), openclaw.close()])
  const base = median(numbers.floor)
  const row = (what, name) => ({
    what,
    baseline: `a bare shared promise ${short(base)} ms`,
    measured: `${short(median(numbers[name]))} ms, ${requests[name]} request${requests[name] === 1 ? '' : 's'}`,
    ratio: `${short(median(numbers[name]) / base)}×`,
  })
  const met = (name) => median(numbers[name]) <= TARGET_MS && requests[name] === 1
  const target = `≤ ${TARGET_MS} ms, 1 request`
  return {
    rows: [
      { ...row('Lamplighter, own vault, everything durable', 'vault'), target, met: met('vault') },
      row('Lamplighter, own vault, the first refresh of a process', 'first'),
      row("Lamplighter, OpenClaw's file under its locks", 'openclaw'),
      ...peers.filter(({ name }) => numbers[name].length > 0).map(({ name }) => row(name, name)),
    ],
    notes: [
      `milliseconds are those beyond the endpoint's ${endpoint.delayMs} ms`,
      ...inWords(failed, rounds),
    ],
  }
}

function inWords(failed, rounds) {
  return [...failed].map(([name, why]) => `${name} failed in ${why.length} of ${rounds} rounds: ${why[0]}`)
}

/** The least there is: one request, nothing kept. */
async function sharedPromise(endpoint) {
  const { refresh_token } = await endpoint.mint()
  let shared
  const ask = async () => (await endpoint.refresh(refresh_token)).access_token
  return {
    token: async () => {
      shared ??= ask()
      return shared
    },
    close: async () => undefined,
  }
}

async function lamplighter(endpoint, where) {
  const home = makeHome(endpoint)
  await home[where](await endpoint.mint(), Date.now() - 60_000)
  const time = passingTime()
  const core = await home.openCore(false, time.change)
  return {
    token: () => core.token(PROFILE),
    close: async () => {
      await core.close()
      home.remove()
    },
    /** The same process, when the token has lapsed again. */
    again: async () => {
      time.pass(2 * HOUR_MS)
      await core.look()
      return { token: () => core.token(PROFILE), close: async () => undefined }
    },
  }
}

async function openPeer(peer, endpoint) {
  const folder = mkdtempSync(join(tmpdir(), 'lamplighter-bench-'))
  const login = { endpoint, tokens: await endpoint.mint(), expiresAtMs: Date.now() - 60_000, folder }
  const one = await peer.open(login)
  return {
    token: one.token,
    close: async () => {
      await one.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
