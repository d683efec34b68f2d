// Rounds that begin with a lock left by a killed process and eight waiters: nobody spends a token twice.
import { makeHome, PROFILE } from '../home.mjs'
import { startWorkers } from '../workers.mjs'

export const title = 'A lock left by a killed process, 8 waiters'
const WAITERS = 8
const AT_ONCE = 20 // homes whose locks one victim holds when it dies

export async function measure({ endpoint, isQuick }) {
  const rounds = isQuick ? 20 : 300
  const waiters = await startWorkers(WAITERS)
  let done = 0
  let doubles = 0
  let failures = 0
  try {
    while (done < rounds) {
      const homes = await withDeadLocks(endpoint, Math.min(AT_ONCE, rounds - done))
      for (const home of homes) {
        await waiters.all({ order: 'open', env: home.env })
        await endpoint.counts()
        const { answers } = await waiters.together({ order: 'ask', profile: PROFILE, callers: 1 })
        const { requests, refused } = await endpoint.counts()
        doubles += Math.max(0, requests - 1) + refused
        failures += answers.reduce((sum, answer) => sum + answer.failures, 0)
        await waiters.all({ order: 'close' })
        home.remove()
        done++
      }
    }
  } finally {
    await waiters.close()
  }
  return {
    rows: [
      {
        what: 'Lamplighter',
        baseline: `${rounds} rounds`,
        measured: `${doubles} double spends, ${failures} failures`,
        target: '0 and 0',
        met: doubles === 0 && failures === 0,
      },
    ],
  }
}

async function withDeadLocks(endpoint, count) {
  const homes = []
  for (let n = 0; n < count; n++) {
    const home = makeHome(endpoint)
    await home.toVault(await endpoint.mint(), Date.now() - 60_000)
    homes.push(home)
  }
  const victim = await startWorkers(1)
  const envs = homes.map(({ env }) => env)
  await victim.one(0, { order: 'lock', envs, provider: 'acme', profile: PROFILE, die: true })
  await victim.close()
  return homes
}
