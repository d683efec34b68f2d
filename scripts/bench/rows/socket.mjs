// A token over the socket of a running host, from a process that lives and has said hello before.
import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { ensureBuilt } from '../../built.mjs'
import { makeHome, PROFILE } from '../home.mjs'
import { loadProduct } from '../product.mjs'
import { against, inTurns, median, short, timed } from '../stats.mjs'

export const title = 'Over the socket of a running host, fresh token'
const AT_MOST = 2.5 // of a few bytes there and back, which nobody has to understand
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
    const echo = await startEcho(home)
    const variants = {
      bare: each(echo.ask),
      near: each(() => core.token(PROFILE)),
      socket: each(() => asked.ask('token', { profile: PROFILE })),
    }
    await inTurns(3, variants)
    const numbers = await inTurns(isQuick ? 9 : 41, variants)
    asked.peer.close()
    await echo.close()
    await core.close()
    const bare = median(numbers.bare)
    const ms = median(numbers.socket)
    return {
      rows: [
        {
          what: 'one call after the other',
          baseline: `a few bytes there and back over a bare socket ${short(bare)} ms`,
          measured: `${short(ms)} ms`,
          ...against(bare, ms, AT_MOST),
        },
        { what: 'in the same process', measured: `${short(median(numbers.near) * 1000)} µs` },
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

/** Another process that says back what it is told, over the same kind of socket. */
async function startEcho(home) {
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\bench-${process.pid}` : join(home.root, 'echo')
  const child = fork(join(import.meta.dirname, '..', 'echo-process.mjs'), [path])
  await once(child, 'message')
  const socket = connect(path)
  await once(socket, 'connect')
  return {
    ask: () =>
      new Promise((resolve) => {
        socket.once('data', resolve)
        socket.write('{"method":"token"}\n')
      }),
    async close() {
      socket.destroy()
      child.disconnect()
      await once(child, 'exit')
    },
  }
}
