// From one process to the next: after a refresh, and after a death.
import { DURABLE_WRITE, durableWrites } from '../durable-write.mjs'
import { makeHome, PROFILE } from '../home.mjs'
import { against, inTurns, median, short, timed } from '../stats.mjs'
import { now, startWorkers } from '../workers.mjs'

export const title = 'From one process to the next'
const HANDOFF_AT_MOST = 1 // of a durable write
const RECOVERY_AT_MOST = 2.5 // of the bare request

export async function measure({ endpoint, isQuick }) {
  const pair = await startWorkers(2)
  let tokens = await endpoint.mint()
  const disk = durableWrites()
  const variants = {
    durable: disk.once,
    bare: () =>
      timed(async () => {
        tokens = await endpoint.refresh(tokens.refresh_token)
      }),
    vault: () => handoff(endpoint, pair, 'toVault'),
    openclaw: () => handoff(endpoint, pair, 'toOpenClaw'),
  }
  let numbers
  try {
    await inTurns(2, variants)
    numbers = await inTurns(isQuick ? 9 : 41, variants)
  } finally {
    await pair.close()
    disk.remove()
  }
  const deaths = []
  for (let n = 0; n < (isQuick ? 5 : 21); n++) deaths.push(await death(endpoint))
  const bare = median(numbers.bare)
  const durable = median(numbers.durable)
  const row = (what, name) => ({
    what,
    baseline: `one durable write ${short(durable)} ms`,
    measured: `${short(median(numbers[name]))} ms`,
    ...against(durable, median(numbers[name]), HANDOFF_AT_MOST),
  })
  return {
    rows: [
      row('a waiter has the token after the one who refreshed it, own vault', 'vault'),
      row("the same in OpenClaw's file", 'openclaw'),
      {
        what: 'a waiter has a token after the holder of the lock was killed (kill -9)',
        baseline: `the bare request ${short(bare)} ms`,
        measured: `${short(median(deaths))} ms`,
        ...against(bare, median(deaths), RECOVERY_AT_MOST),
      },
      { what: DURABLE_WRITE, measured: `${short(durable)} ms` },
    ],
    notes: ['below zero: the waiter read the new file before the other had told its caller'],
  }
}

/** The second one comes while the first one's request is on its way. */
async function handoff(endpoint, pair, where) {
  const home = makeHome(endpoint)
  await home[where](await endpoint.mint(), Date.now() - 60_000)
  await pair.all({ order: 'open', env: home.env })
  const ask = { order: 'ask', profile: PROFILE, callers: 1 }
  const startAt = now() + 30
  const [first, second] = await Promise.all([
    pair.one(0, { ...ask, startAt }),
    pair.one(1, { ...ask, startAt: startAt + 10 }),
  ])
  await pair.all({ order: 'close' })
  home.remove()
  return second.endedAt - first.endedAt
}

async function death(endpoint) {
  const home = makeHome(endpoint)
  await home.toVault(await endpoint.mint(), Date.now() - 60_000)
  const pair = await startWorkers(2)
  await pair.one(0, { order: 'lock', envs: [home.env], provider: 'acme', profile: PROFILE })
  await pair.one(1, { order: 'open', env: home.env })
  const startAt = now() + 10
  const waiting = pair.one(1, { order: 'ask', profile: PROFILE, callers: 1, startAt })
  await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 50))
  const killedAt = now()
  process.kill(pair.pids[0], 'SIGKILL')
  const { endedAt, failures } = await waiting
  await pair.one(1, { order: 'close' })
  await pair.close()
  home.remove()
  if (failures > 0) throw new Error('the waiter got no token')
  return endedAt - killedAt
}
