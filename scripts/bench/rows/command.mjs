// `lamplighter token PROFILE` with a fresh token, against a Node.js that does nothing.
import { spawn } from 'node:child_process'
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensureBuilt } from '../../built.mjs'
import { makeHome, PROFILE } from '../home.mjs'
import { inTurns, median, short } from '../stats.mjs'

export const title = 'The command line, fresh token'
const TARGET = 1.25
const HOUR = 3_600_000
const LAUNCHER = join(dirname(dirname(dirname(import.meta.dirname))), 'dist', 'cli', 'lamplighter.cjs')

export async function measure({ endpoint, isQuick }) {
  await ensureBuilt()
  const plain = makeHome(endpoint)
  const sealed = makeHome(endpoint)
  const empty = join(plain.root, 'empty.cjs')
  writeFileSync(empty, '')
  plain.toOpenClaw(await endpoint.mint(), Date.now() + HOUR)
  await sealed.toVault(await endpoint.mint(), Date.now() + HOUR)
  const token = [LAUNCHER, 'token', PROFILE]
  // Nobody has written for a while, and somebody has looked: the second time, our own folders are there already.
  for (const home of [plain, sealed]) {
    for (let look = 0; look < 2; look++) {
      settle(home.root)
      await run(token, home.env)
    }
  }
  const variants = {
    empty: () => run([empty], plain.env),
    plain: () => run(token, plain.env),
    sealed: () => run(token, sealed.env),
    whole: () => run([...token, '--for', '1s', '--for', '1s'], plain.env), // said twice: for the whole program
  }
  await inTurns(2, variants)
  const numbers = await inTurns(isQuick ? 9 : 41, variants)
  plain.remove()
  sealed.remove()
  const base = median(numbers.empty)
  const row = (what, name) => ({
    what,
    baseline: `node empty.cjs ${short(base)} ms`,
    measured: `${short(median(numbers[name]))} ms`,
    ratio: `${short(median(numbers[name]) / base)}×`,
  })
  const met = median(numbers.plain) / base <= TARGET
  return {
    rows: [
      {
        ...row("from another program's plain file, unchanged since the last look", 'plain'),
        target: `≤ ${TARGET}×`,
        met,
      },
      row('from the sealed vault', 'sealed'),
      row('from the plain file, after a change', 'whole'),
    ],
  }
}

function settle(path) {
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) settle(join(path, name))
  const then = Date.now() / 1000 - 60
  utimesSync(path, then, then)
}

/** From the start of the process to its end, milliseconds. */
function run(args, env) {
  return new Promise((resolve, reject) => {
    const startedAtMs = performance.now()
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.resume()
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(performance.now() - startedAtMs)
      else reject(new Error(`${args.join(' ')} ended with ${code}: ${said}`))
    })
  })
}
