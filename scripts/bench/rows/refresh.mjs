// One refresh from end to end against the bare request, and where the rest goes.
import { closeSync, fsyncSync, mkdtempSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeHome, PROFILE, passingTime } from '../home.mjs'
import { loadProduct } from '../product.mjs'
import { inTurns, median, short, timed } from '../stats.mjs'

export const title = 'One refresh, end to end'
const TARGET_MS = 5
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
  const scratch = mkdtempSync(join(tmpdir(), 'lamplighter-bench-'))
  const up = { toVault: await open('toVault'), toOpenClaw: await open('toOpenClaw') }
  const variants = {
    durable: async () => timed(() => durableWrite(scratch)),
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
  rmSync(scratch, { recursive: true })
  for (const { home, plain, counted } of Object.values(up)) {
    await Promise.all([plain.close(), counted.close()])
    home.remove()
  }
  const base = median(numbers.bare)
  const row = (what, name) => ({
    what,
    baseline: `the bare request ${short(base)} ms`,
    measured: `+${short(median(numbers[name]) - base)} ms`,
    ratio: `${short(median(numbers[name]) / base)}×`,
  })
  const added = median(numbers.toVault) - base
  return {
    rows: [
      { ...row('Lamplighter, own vault', 'toVault'), target: `≤ +${TARGET_MS} ms`, met: added <= TARGET_MS },
      row("Lamplighter, OpenClaw's file under its locks", 'toOpenClaw'),
    ],
    notes: [
      `one durable write of 4 KB (file and folder flushed) in the same run: ${short(median(numbers.durable))} ms`,
      `own vault: ${inWords(parts.toVault)}`,
      `OpenClaw's file: ${inWords(parts.toOpenClaw)}`,
    ],
  }
}

/** Beside the file, flushed, renamed over it, the folder flushed: as little as a program can do. */
function durableWrite(folder) {
  const [path, temporary] = [join(folder, 'file'), join(folder, 'temporary')]
  const file = openSync(temporary, 'w', 0o600)
  writeSync(file, 'x'.repeat(4096))
  fsyncSync(file)
  closeSync(file)
  renameSync(temporary, path)
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
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
