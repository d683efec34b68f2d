/**
 * `lamplighter token PROFILE` while a host runs and the token lasts: asked over its socket, without loading the rest of
 * the program. Everything else, and every doubt, is for the whole program; both print the same.
 */
import { shown } from '../base/outside-text.ts'
import type { TokenResult } from '../rpc/protocol.ts'
import { isoOrNull, printJson } from './io/command.ts'
import { parseDuration } from './io/duration.ts'
import { EXIT } from './io/exit-codes.ts'
import { leave, printNow } from './io/print-now.ts'
import { runningHost } from './io/running-host.ts'

/** What the history calls the whole program too, and what a person approves. */
const LABEL = 'lamplighter token'

/** @returns false when this is for the whole program */
export async function fastToken(): Promise<boolean> {
  const asked = read(process.argv.slice(2))
  if (!asked) return false
  try {
    const line = await lineFor(asked, process.env)
    if (line === undefined || !printNow(`${line}\n`)) return false
    leave(EXIT.ok)
    return true
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
  const host = await runningHost(LABEL, env)
  if (!host) return undefined
  try {
    const { accessExpiresAtMs } = await host.ask('profile', { profile: wish.profile })
    if (accessExpiresAtMs !== undefined && accessExpiresAtMs <= Date.now() + wish.validForMs) return undefined
    const { profile, accessToken, expiresAtMs }: TokenResult = await host.ask('token', wish)
    const lines: string[] = []
    const io = { out: (line: string) => void lines.push(shown(line)) }
    if (json) printJson(io, { profile, accessToken, expiresAt: isoOrNull(expiresAtMs) })
    else io.out(accessToken)
    return lines[0]
  } finally {
    host.letGo()
  }
}
