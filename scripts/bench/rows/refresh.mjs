// One refresh from end to end against the bare request, and where the rest goes.
import { DURABLE_WRITE, durableWrites } from '../durable-write.mjs'
import { makeHome, PROFILE, passingTime } from '../home.mjs'
import { loadProduct } from '../product.mjs'
import { against, inTurns, median, short, timed } from '../stats.mjs'

export const title = 'One refresh, end to end'
const WRITES = 4 // that a refresh may add to the request, and nothing else
const AT_MOST = 1
const HOUR_MS = 60 * 60_000 // how long the endpoint's tokens live

/** By the port that is called, and for files by the folder. */
const PARTS = [
  ['the request', (call) => call.startsWith('http')],
  ["the ticket's flush", (call) => call.startsWith('files.flush') && call.includes('/journal/')], // meanwhile
  ['locks', (call) => call.startsWith('lock') || call.includes('.lock') || call.includes('oauth-refresh')],
  ['journal', (call) => call.includes('/journal/')],
  ['history', (call) => call.includes('/history')],
  ['store', (call) => /vault\.json|auth-profiles\.json/.test(call)],
  ['looking around', () => true],
]

export async function measure({ endpoint, isQuick }) {
  const { createCore, createNodePorts } = await loadProduct()
  const parts = { toVault: new Map(), toOpenClaw: new Map() }
  let bareTokens = await endpoint.mint()
  const disk = durableWrites()
  const up = { toVault: await open('toVault'), toOpenClaw: await open('toOpenClaw') }
  const variants = {
    durable: disk.once,
    bare: async () => {
      const tokens = bareTokens
      await idle()
      return timed(async () => {
        bareTokens = await endpoint.refresh(tokens.refresh_token)
      })
    },
    toVault: () => once('toVault'),
    toOpenClaw: () => once('toOpenClaw'),
  }

  async function open(where) {
    const home = makeHome(endpoint)
    await home[where](await endpoint.mint(), Date.now() - 60_000)
    const time = passingTime()
    const ports = time.change(createNodePorts({ label: 'bench', env: home.env, logLevel: 'silent' }))
    const spent = new Map()
    const plain = createCore(ports)
    const counted = createCore({ ...ports, ...watched(ports, spent) })
    for (const core of [plain, counted]) await core.start({ schedule: false })
    await plain.token(PROFILE)
    return { home, plain, counted, spent, time }
  }

  /** In a process that is up and has refreshed before. */
  async function once(where) {
    const { plain, counted, spent, time } = up[where]
    const ms = await timed(await another(plain, time))
    const ask = await another(counted, time)
    spent.clear()
    await ask()
    for (const [part, partMs] of spent) parts[where].set(part, [...(parts[where].get(part) ?? []), partMs])
    return ms
  }

  await inTurns(5, variants)
  for (const one of Object.values(parts)) one.clear()
  const numbers = await inTurns(isQuick ? 15 : 61, variants)
  disk.remove()
  for (const { home, plain, counted } of Object.values(up)) {
    await Promise.all([plain.close(), counted.close()])
    home.remove()
  }
  const bare = median(numbers.bare)
  const durable = median(numbers.durable)
  const row = (what, name, atMost) => ({
    what,
    baseline: `the bare request ${short(bare)} ms and ${WRITES} durable writes of ${short(durable)} ms`,
    measured: `${short(median(numbers[name]))} ms (+${short(median(numbers[name]) - bare)} ms)`,
    ...against(bare + WRITES * durable, median(numbers[name]), atMost),
  })
  return {
    rows: [
      row('Lamplighter, own vault', 'toVault', AT_MOST),
      row("Lamplighter, OpenClaw's file under its locks", 'toOpenClaw'),
      { what: DURABLE_WRITE, measured: `${short(durable)} ms` },
    ],
    notes: [`own vault: ${inWords(parts.toVault)}`, `OpenClaw's file: ${inWords(parts.toOpenClaw)}`],
  }
}

/** A question that takes a refresh: the token that is there has lapsed. */
async function another(core, time) {
  time.pass(2 * HOUR_MS)
  await core.look()
  await idle()
  return () => core.token(PROFILE)
}

/** Whatever went on has ended; and whoever is measured comes out of the same pause. */
function idle() {
  return new Promise((resolve) => setTimeout(resolve, 20))
}

function inWords(parts) {
  const aside = new Set(['the request', "the ticket's flush"])
  const named = PARTS.map(([name]) => name).filter((name) => !aside.has(name) && parts.has(name))
  return named.map((name) => `${name} ${short(median(parts.get(name)))} ms`).join(', ')
}

/** Ports that add up how long each kind of call takes, until the token is there. */
function watched(ports, spent) {
  const add = (call, ms) => {
    const [part] = PARTS.find(([, isIt]) => isIt(call))
    spent.set(part, (spent.get(part) ?? 0) + ms)
  }
  const watch = (port, prefix) =>
    Object.fromEntries(
      Object.entries(port).map(([name, method]) => [
        name,
        name === 'watch' || typeof method !== 'function'
          ? method
          : (...args) => during(`${prefix}.${name}`, method, port, args),
      ]),
    )
  const during = (prefix, method, port, args) => {
    const startedAtMs = performance.now()
    const result = method.apply(port, args)
    const call = `${prefix} ${args[0]?.url ?? args[0]}`
    return result?.finally ? result.finally(() => add(call, performance.now() - startedAtMs)) : result
  }
  return {
    files: watch(ports.files, 'files'),
    lock: watch(ports.lock, 'lock'),
    http: watch(ports.http, 'http'),
  }
}
