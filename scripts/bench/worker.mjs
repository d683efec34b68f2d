// One process of many; workers.mjs tells it what to do.
import { readFile } from 'node:fs/promises'
import { openPeerHere } from './peers.mjs'
import { loadProduct } from './product.mjs'
import { now } from './workers.mjs'

const { createCore, createNodePorts, grantLockName } = await loadProduct()
let source // { token(), close() }

const orders = {
  /** Our own core on a home. */
  async open({ env }) {
    const core = createCore(createNodePorts({ label: 'worker', env, logLevel: 'silent' }))
    await core.start({ schedule: false })
    source = {
      token: async (profile) => (await core.token(profile)).accessToken.expose(),
      close: () => core.close(),
    }
  },
  async openPeer({ name, login }) {
    source = await openPeerHere(name, login)
  },
  /** The least there is: the file is read, and the token in it taken. */
  async openFile({ path, profile }) {
    source = {
      token: async () => JSON.parse(await readFile(path, 'utf8')).profiles[profile].access,
      close: async () => undefined,
    }
  },
  async ask({ profile, callers, startAt }) {
    while (now() < startAt - 2) await new Promise((resolve) => setTimeout(resolve, 1))
    while (now() < startAt);
    const results = await Promise.allSettled(Array.from({ length: callers }, () => source.token(profile)))
    const endedAt = now()
    const tokens = [
      ...new Set(results.flatMap(({ status, value }) => (status === 'fulfilled' ? [value] : []))),
    ]
    return { endedAt, tokens, failures: results.filter(({ status }) => status === 'rejected').length }
  },
  async close() {
    await source?.close()
    source = undefined
  },
  /** Takes the grant's lock in each home. Who tells it to holds on, or is killed. */
  async lock({ envs, provider, profile, die }) {
    for (const env of envs) {
      const ports = createNodePorts({ label: 'worker', env, logLevel: 'silent' })
      const held = await ports.lock.tryAcquire(grantLockName(ports, { provider, id: profile }))
      if (!held) throw new Error('somebody has the lock')
    }
    if (die) process.kill(process.pid, 'SIGKILL')
  },
}

process.on('message', async ({ order, ...rest }) => {
  try {
    process.send((await orders[order](rest)) ?? {})
  } catch (error) {
    process.send({ error: error.stack })
  }
})
process.on('disconnect', () => process.exit(0))
process.send({})
