/**
 * `lamplighter token PROFILE` while a host runs and the token lasts: asked over its socket, without loading the rest of
 * the program. Everything else, and every doubt, is for the whole program; both print the same.
 */
import { writeSync } from 'node:fs'
import { shown } from '../base/outside-text.ts'
import { createClock } from '../platform/clock.ts'
import { createPaths } from '../platform/paths.ts'
import { type Dialled, dialHost } from '../platform/socket/host-dial.ts'
import { streamChannel } from '../platform/socket/stream-channel.ts'
import { handshake } from '../rpc/handshake-client.ts'
import type { TokenResult } from '../rpc/protocol.ts'
import { isoOrNull, printJson } from './io/command.ts'
import { parseDuration } from './io/duration.ts'
import { EXIT } from './io/exit-codes.ts'

/** For each of the two: to be let in, and to be greeted. */
const HOST_WITHIN_MS = 1_000
/** What the history calls the whole program too, and what a person approves. */
const LABEL = 'lamplighter token'

/** @returns false when this is for the whole program */
export async function fastToken(): Promise<boolean> {
  const asked = read(process.argv.slice(2))
  if (!asked) return false
  try {
    const line = await lineFor(asked, process.env)
    return line !== undefined && printNow(`${line}\n`)
  } catch {
    return false // the whole program meets the same trouble, and says what it is
  }
}

interface Asked {
  readonly profile: string
  readonly json: boolean
  readonly validForMs: number
}

/** @returns undefined for what only the whole program understands */
function read(argv: readonly string[]): Asked | undefined {
  const [command, profile, ...flags] = argv
  if (command !== 'token' || !profile || profile.startsWith('-')) return undefined
  let json = false
  let life: string | undefined
  for (let at = 0; at < flags.length; at++) {
    if (flags[at] === '--json') json = true
    else if (flags[at] === '--for' && life === undefined) life = flags[++at] ?? ''
    else return undefined
  }
  try {
    return { profile, json, validForMs: life === undefined ? 0 : parseDuration(life) }
  } catch {
    return undefined
  }
}

/**
 * @returns undefined when no host runs, or the token has to be refreshed first. Whoever asks for that asks once: the whole
 *   program would have the provider asked again after a failure
 * @throws AppError and the system's errors: there is no such answer
 */
async function lineFor({ json, ...wish }: Asked, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const dialled = await dialInTime(createPaths(env).state)
  if (!dialled) return undefined
  const { socket, key } = dialled
  try {
    const me = { key, process: LABEL, pid: process.pid }
    const host = await handshake(streamChannel(socket, socket), me, createClock(), HOST_WITHIN_MS)
    const { accessExpiresAtMs } = await host.ask('profile', { profile: wish.profile })
    if (accessExpiresAtMs !== undefined && accessExpiresAtMs <= Date.now() + wish.validForMs) return undefined
    const { profile, accessToken, expiresAtMs }: TokenResult = await host.ask('token', wish)
    const lines: string[] = []
    const io = { out: (line: string) => void lines.push(shown(line)) }
    if (json) printJson(io, { profile, accessToken, expiresAt: isoOrNull(expiresAtMs) })
    else io.out(accessToken)
    return lines[0]
  } finally {
    socket.destroy() // nothing of it shall keep the process
  }
}

/** @returns undefined when nobody listens, or lets us in */
async function dialInTime(stateFolder: string): Promise<Dialled | undefined> {
  const dialling = dialHost(stateFolder)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), HOST_WITHIN_MS)
  })
  const first = await Promise.race([dialling, late]).finally(() => clearTimeout(timer))
  if (!first) {
    dialling.then(
      (dialled) => dialled?.socket.destroy(),
      () => undefined, // the whole program asks again
    )
  }
  return first
}

/**
 * Without process.stdout, which takes a new process longer to make than everything above.
 * @returns false when nothing could be printed: nobody reads, or the disk is full
 */
function printNow(text: string): boolean {
  const whole = Buffer.from(text)
  let rest = whole
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(1, rest))
  } catch (error) {
    if (rest.length === whole.length && (error as NodeJS.ErrnoException).code !== 'EAGAIN') return false
    process.stdout.on('error', () => {
      process.exitCode = EXIT.transient
    })
    process.stdout.write(rest) // a pipe that is full for the moment: that one waits
  }
  return true
}
