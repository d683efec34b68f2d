// `lamplighter token PROFILE` and a helper with a fresh token, against a Node.js that does nothing.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { ensureBuilt } from '../../built.mjs'
import { makeHome, PROFILE } from '../home.mjs'
import { inTurns, median, short } from '../stats.mjs'

export const title = 'The command line, fresh token'
const TARGET = 1.25
/** A helper finds the login first; its vault may be sealed. */
const HELPER_TARGET = { plain: 1.25, sealed: 2 }
const GIT = 'protocol=https\nhost=git.example.test\npath=team/tools.git\n\n'
const HOUR = 3_600_000
const LAUNCHER = join(dirname(dirname(dirname(import.meta.dirname))), 'dist', 'cli', 'lamplighter.cjs')

export async function measure({ endpoint, isQuick }) {
  await ensureBuilt()
  const plain = makeHome(endpoint)
  const sealed = makeHome(endpoint)
  const alone = makeHome(endpoint)
  const empty = join(plain.root, 'empty.cjs')
  writeFileSync(empty, '')
  plain.toOpenClaw(await endpoint.mint(), Date.now() + HOUR)
  await sealed.toVault(await endpoint.mint(), Date.now() + HOUR)
  await alone.toVault(await endpoint.mint(), Date.now() + HOUR)
  const hosts = []
  try {
    for (const home of [plain, sealed]) hosts.push(await serve(home.env))
    const token = [LAUNCHER, 'token', PROFILE]
    const git = [LAUNCHER, 'helper', 'git', 'get']
    const variants = {
      empty: () => run([empty], plain.env),
      plain: () => run(token, plain.env),
      sealed: () => run(token, sealed.env),
      alone: () => run(token, alone.env),
      gitPlain: () => run(git, plain.env, GIT),
      gitSealed: () => run(git, sealed.env, GIT),
      gitAlone: () => run(git, alone.env, GIT),
    }
    await inTurns(2, variants)
    const numbers = await inTurns(isQuick ? 9 : 41, variants)
    const base = median(numbers.empty)
    const row = (what, name) => ({
      what,
      baseline: `node empty.cjs ${short(base)} ms`,
      measured: `${short(median(numbers[name]))} ms`,
      ratio: `${short(median(numbers[name]) / base)}×`,
    })
    const fast = (what, name, target = TARGET) => ({
      ...row(what, name),
      target: `≤ ${target}×`,
      met: median(numbers[name]) / base <= target,
    })
    return {
      rows: [
        fast("from a running host, out of another program's plain file", 'plain'),
        fast('from a running host, out of the sealed vault', 'sealed'),
        row('from the sealed vault, with no host running', 'alone'),
        fast("git's helper, from a running host, out of a plain file", 'gitPlain', HELPER_TARGET.plain),
        fast("git's helper, from a running host, out of the sealed vault", 'gitSealed', HELPER_TARGET.sealed),
        row("git's helper, from the sealed vault, with no host running", 'gitAlone'),
      ],
    }
  } finally {
    for (const stop of hosts) await stop()
    for (const home of [plain, sealed, alone]) home.remove()
  }
}

/** @returns what ends it, once it answers */
async function serve(env) {
  const host = spawn(process.execPath, [LAUNCHER, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => host.on('close', resolve))
  await new Promise((resolve, reject) => {
    createInterface({ input: host.stdout }).once('line', resolve)
    host.once('exit', (code) => reject(new Error(`the host ended with ${code}`)))
  })
  return () => {
    host.kill('SIGTERM')
    return ended
  }
}

/** From the start of the process to its end, milliseconds. */
function run(args, env, input) {
  return new Promise((resolve, reject) => {
    const startedAtMs = performance.now()
    const stdin = input === undefined ? 'ignore' : 'pipe'
    const child = spawn(process.execPath, args, { env, stdio: [stdin, 'pipe', 'pipe'] })
    child.stdin?.end(input)
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
