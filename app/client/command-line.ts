/** Where no Lamplighter runs: the `lamplighter` command, which does the same with the same locks, more slowly. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError, type ErrorCode } from '../base/errors.ts'
import type { RefusalAnswer } from '../contract/refusal.ts'
import type { TokenTarget } from '../model/token-target.ts'
import type { Token } from './api.ts'

export interface CommandLine {
  /** @throws AppError HOST_ABSENT when there is no such command, and whatever it says went wrong */
  token(profile: string, validForMs: number, target?: TokenTarget): Promise<Token>
  report401(profile: string, accessToken: string): Promise<RefusalAnswer>
}

interface Answer {
  readonly profile?: unknown
  readonly accessToken?: unknown
  readonly expiresAt?: unknown
  readonly scope?: unknown
  readonly answer?: unknown
  readonly failure?: { readonly code: ErrorCode; readonly message: string; readonly hint?: string }
}

export function createCommandLine(
  words: readonly string[] | undefined,
  env: Readonly<Record<string, string | undefined>>,
): CommandLine {
  return {
    async token(profile, validForMs, { scope, audience, resource } = {}) {
      const validFor = validForMs > 0 ? ['--for', `${Math.ceil(validForMs / 1000)}s`] : []
      const target = [
        ...(scope === undefined ? [] : ['--scope', scope.join(' ')]),
        ...(audience === undefined ? [] : ['--audience', audience]),
        ...(resource === undefined ? [] : ['--resource', resource]),
      ]
      const answer = await run(words, ['token', profile, ...validFor, ...target, '--json'], env)
      const { profile: id, accessToken, expiresAt, scope: may } = answer
      if (typeof id !== 'string' || typeof accessToken !== 'string') throw notUnderstood()
      const expiresAtMs = typeof expiresAt === 'string' ? Date.parse(expiresAt) : undefined
      return {
        profile: id,
        accessToken,
        ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
        ...(Array.isArray(may) ? { scope: may.map(String) } : {}),
      }
    },
    async report401(profile, accessToken) {
      const { answer } = await run(
        words,
        ['report-401', profile, '--stdin', '--json'],
        env,
        `${accessToken}\n`,
      )
      if (typeof answer !== 'object' || answer === null) throw notUnderstood()
      return answer as RefusalAnswer
    },
  }
}

async function run(
  words: readonly string[] | undefined,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  input = '',
): Promise<Answer> {
  const [command = '', ...before] = words ?? ours() ?? ['lamplighter']
  const { out, missing } = await ended(command, [...before, ...args], env, input)
  if (missing) {
    throw new AppError('HOST_ABSENT', 'No Lamplighter is running, and there is no `lamplighter` command.', {
      hint: 'Start the application, or: lamplighter serve',
    })
  }
  const answer = parse(out)
  if (!answer) throw notUnderstood()
  const { failure } = answer
  if (failure) throw new AppError(failure.code, failure.message, failure.hint ? { hint: failure.hint } : {})
  return answer
}

/** The one this file was installed with. No shim: on Windows those run in a shell only. */
function ours(): readonly string[] | undefined {
  const script = join(dirname(fileURLToPath(import.meta.url)), '../cli/lamplighter.cjs')
  return existsSync(script) ? [process.execPath, script] : undefined
}

function ended(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  input: string,
): Promise<{ readonly out: string; readonly missing: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...env, ELECTRON_RUN_AS_NODE: '1' }, // inside Electron, execPath is no Node.js otherwise
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    })
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk
    })
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve({ out: '', missing: true })
      else reject(error)
    })
    child.on('close', () => resolve({ out, missing: false }))
    child.stdin.on('error', () => undefined) // it ended without reading: its answer says why
    child.stdin.end(input)
  })
}

function parse(text: string): Answer | undefined {
  try {
    return JSON.parse(text) as Answer
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function notUnderstood(): AppError {
  return new AppError('HOST_ABSENT', 'The `lamplighter` command gave no answer that could be understood.', {
    hint: 'Try it by hand: lamplighter list',
  })
}
