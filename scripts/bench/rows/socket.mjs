// A token over the socket of a running host, from a process that lives and has said hello before.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { ensureBuilt } from '../../built.mjs'
import { makeHome, PROFILE } from '../home.mjs'
import { loadProduct } from '../product.mjs'
import { inTurns, median, short, timed } from '../stats.mjs'

export const title = 'Over the socket of a running host, fresh token'
const TARGET_MS = 0.15
const CALLS = 200
const HOUR = 3_600_000
const LAUNCHER = join(dirname(dirname(dirname(import.meta.dirname))), 'dist', 'cli', 'lamplighter.cjs')

export async function measure({ endpoint, isQuick }) {
  await ensureBuilt()
  const home = makeHome(endpoint)
  home.toOpenClaw(await endpoint.mint(), Date.now() + HOUR)
  const env = { ...home.env, XDG_RUNTIME_DIR: home.root }
  const host = spawn(process.execPath, [LAUNCHER, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => host.on('close', resolve))
  try {
    await new Promise((resolve, reject) => {
      createInterface({ input: host.stdout }).once('line', resolve)
      host.once('exit', (code) => reject(new Error(`the host ended with ${code}`)))
    })
    const { createNodePorts, findHost } = await loadProduct()
    const asked = await findHost(createNodePorts({ label: 'bench', env, logLevel: 'silent' }))
    if (!asked) throw new Error('no host answers')
    const core = await home.openCore()
    const each = (ask) => async () => (await timed(() => times(CALLS, ask))) / CALLS
    const variants = {
      near: each(() => core.token(PROFILE)),
      socket: each(() => asked.ask('token', { profile: PROFILE })),
    }
    await inTurns(3, variants)
    const numbers = await inTurns(isQuick ? 9 : 41, variants)
    asked.peer.close()
    await core.close()
    const ms = median(numbers.socket)
    return {
      rows: [
        {
          what: 'one call after the other',
          baseline: `in the same process ${short(median(numbers.near) * 1000)} µs`,
          measured: `${short(ms)} ms`,
          target: `≤ ${TARGET_MS} ms`,
          met: ms <= TARGET_MS,
        },
      ],
    }
  } finally {
    host.kill('SIGTERM')
    await ended
    home.remove()
  }
}

async function times(count, work) {
  for (let n = 0; n < count; n++) await work()
}
