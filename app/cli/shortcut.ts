/**
 * `lamplighter token PROFILE` while nothing has changed since somebody looked: answered from shortcuts.json and the
 * file it points at. Everything else, and every doubt, is for the whole program; both print the same.
 */
import { readFileSync, type Stats, statSync, writeSync } from 'node:fs'
import { VERSION } from '../base/version.ts'
import { type Shortcut, type Shortcuts, shortcutsPath } from '../engine/shortcuts/shortcuts.ts'
import { isStillSo } from '../engine/shortcuts/signature.ts'
import { fileStatOf } from '../platform/files/file-stat.ts'
import { createPaths } from '../platform/paths.ts'
import { accessTokenIn } from '../stores/openclaw/field-names.ts'
import { parseDuration } from './io/duration.ts'
import { EXIT } from './io/exit-codes.ts'

/** What is printed as it is: anything else the whole program makes harmless first. */
const PLAIN = /^[\x20-\x7e]+$/

/** @returns false when this is for the whole program */
export function answerAtOnce(): boolean {
  const line = shortcut(process.argv.slice(2), process.env, Date.now())
  return line !== undefined && printNow(`${line}\n`)
}

/** The line to print; undefined: ask the whole program. */
export function shortcut(argv: readonly string[], env: NodeJS.ProcessEnv, nowMs: number): string | undefined {
  try {
    const asked = read(argv)
    const found = asked && find(asked.name, env, nowMs)
    if (!asked || !found) return undefined
    if (found.untilMs !== undefined && found.untilMs <= nowMs + asked.validForMs) return undefined
    const profiles = JSON.parse(readFileSync(found.path, 'utf8')).profiles
    const accessToken = accessTokenIn(profiles[found.entry])
    if (accessToken === undefined || !PLAIN.test(accessToken) || !PLAIN.test(found.id)) return undefined
    if (!asked.json) return accessToken
    const expiresAt = found.untilMs === undefined ? null : new Date(found.untilMs).toISOString()
    return JSON.stringify({ version: 1, profile: found.id, accessToken, expiresAt })
  } catch {
    return undefined // the whole program meets the same trouble, and says what it is
  }
}

interface Asked {
  readonly name: string
  readonly json: boolean
  readonly validForMs: number
}

/** @throws AppError ARGUMENT_INVALID */
function read(argv: readonly string[]): Asked | undefined {
  const [command, name, ...flags] = argv
  if (command !== 'token' || name === undefined || name.startsWith('-')) return undefined
  let json = false
  let validForMs: number | undefined
  for (let at = 0; at < flags.length; at++) {
    const flag = flags[at]
    if (flag === '--json') json = true
    else if (flag === '--for' && validForMs === undefined) validForMs = parseDuration(flags[++at] ?? '')
    else return undefined
  }
  return { name, json, validForMs: validForMs ?? 0 }
}

/** @throws SyntaxError; AppError UNSAFE_HOME; the system's errors */
function find(name: string, env: NodeJS.ProcessEnv, nowMs: number): Shortcut | undefined {
  const paths = createPaths(env)
  const path = shortcutsPath(paths)
  if (!isOurAlone(statSync(path))) return undefined
  const shortcuts: Shortcuts = JSON.parse(readFileSync(path, 'utf8'))
  const { version, program, lookedAtMs, files } = shortcuts
  if (version !== 1 || program !== VERSION || nowMs < lookedAtMs) return undefined
  if (!Object.hasOwn(shortcuts.names, name)) return undefined
  // What else decides: elsewhere there may be other names and other rules.
  if (!Object.hasOwn(files, paths.config) || !Object.hasOwn(files, paths.vault)) return undefined
  for (const [variable, value] of Object.entries(shortcuts.env)) {
    if ((env[variable] ?? null) !== value) return undefined
  }
  const found = shortcuts.names[name]
  if (!found || !Object.hasOwn(files, found.path)) return undefined
  for (const [file, signature] of Object.entries(files)) {
    const stat = statSync(file, { bigint: true, throwIfNoEntry: false })
    if (!isStillSo(signature, stat && fileStatOf(stat))) return undefined
  }
  return found
}

/** Whoever could write it could have us print a token of theirs. */
function isOurAlone({ uid, mode }: Stats): boolean {
  return process.platform === 'win32' || (uid === process.getuid?.() && (mode & 0o022) === 0)
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
