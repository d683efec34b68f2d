// One that is measured with 1,000 callers, in a process of its own: nobody's garbage is collected on another's time.
// `contender.mjs NAME PORT CALLERS`, fork()ed: says {} once it is up, and at each message runs
// two rounds and says of the second {ms, requests}.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endpointAt } from './endpoint.mjs'
import { makeHome, PROFILE, passingTime } from './home.mjs'
import { openPeerHere } from './peers.mjs'
import { timed } from './stats.mjs'

const [name, port, callers] = process.argv.slice(2)
const endpoint = endpointAt(Number(port))
const HOUR_MS = 60 * 60_000 // how long the endpoint's tokens live
const PAUSE_MS = 20

/** Each gives something whose token has lapsed: { token(), close() }. */
const contenders = {
  floor: async () => sharedPromise,
  vault: async () => lapsingAgain(await lamplighter('toVault')),
  openclaw: async () => lapsingAgain(await lamplighter('toOpenClaw')),
  'first refresh': async () => () => lamplighter('toVault'),
}

let last // what is closed at the end only
const next = (await contenders[name]?.()) ?? (() => peer(name))

process.on('message', async () => {
  try {
    await round() // comes back from having stood still while the others had their turns
    process.send(await round())
  } catch (error) {
    process.send({ error: error.message.split('\n')[0].slice(0, 100) })
  }
})
process.on('disconnect', async () => {
  await last?.close()
  process.exit(0)
})
process.send({})

async function round() {
  const one = await next()
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS)) // what opening it began is over
  await endpoint.counts()
  const ms = await timed(() => Promise.all(Array.from({ length: Number(callers) }, () => one.token())))
  const { requests, refused } = await endpoint.counts()
  await one.close()
  return { ms, requests: requests + refused }
}

/** The least there is: one request, nothing kept. */
async function sharedPromise() {
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

async function lamplighter(where) {
  const home = makeHome(endpoint)
  await home[where](await endpoint.mint(), Date.now() - 60_000)
  const time = passingTime()
  const core = await home.openCore(false, time.change)
  return {
    core,
    time,
    token: () => core.token(PROFILE),
    close: async () => {
      await core.close()
      home.remove()
    },
  }
}

/** The same core, whose token has lapsed again each time. */
async function lapsingAgain({ core, time, token, close }) {
  await token()
  last = { close }
  return async () => {
    time.pass(2 * HOUR_MS)
    await core.look()
    return { token, close: async () => undefined }
  }
}

async function peer(peerName) {
  const folder = mkdtempSync(join(tmpdir(), 'lamplighter-bench-'))
  const tokens = await endpoint.mint()
  const login = { port: endpoint.port, tokens, expiresAtMs: Date.now() - 60_000, folder }
  const one = await openPeerHere(peerName, login)
  return {
    token: one.token,
    close: async () => {
      await one.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
