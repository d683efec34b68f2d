/** OpenClaw's own command line: the only way in which its configuration is changed, and its gateway told something. */
import { AppError } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import { redact } from '../../model/redact.ts'

const TIMEOUT_MS = 180_000 // ten seconds for most things, and five times that on a busy machine
const MOST_OUTPUT_BYTES = 65_536
const SHOWN_OUTPUT = 500
/** Its words when no gateway runs on this machine. */
const NOBODY = /Gateway not reachable|ECONNREFUSED/

export type OpenClawPorts = Pick<Ports, 'commands' | 'programs'>

/** @returns what it printed. @throws AppError COMMAND_FAILED */
export async function runOpenClaw(
  ports: OpenClawPorts,
  words: readonly string[],
  signal?: AbortSignal,
): Promise<string> {
  const end = await ports.commands.run([ports.programs.find('openclaw') ?? 'openclaw', ...words], {
    input: '',
    timeoutMs: TIMEOUT_MS,
    mostBytes: MOST_OUTPUT_BYTES,
    ...(signal ? { signal } : {}),
  })
  if (end.code === 0 && end.why === undefined) return end.printed ?? ''
  const why = end.why ?? (end.signal ? `was ended by ${end.signal}` : `ended with ${end.code}`)
  throw new AppError('COMMAND_FAILED', `openclaw ${words.slice(0, 3).join(' ')} ${why}.`, {
    hint: `Try it in a terminal: openclaw ${words.join(' ')}`,
    cause: new Error(redact(end.output.trim()).slice(0, SHOWN_OUTPUT)),
  })
}

/**
 * A running gateway keeps what it read of its logins and secrets in memory: this has it read them again. No request to
 * a provider was seen to come of it (2026.9.6). @throws AppError COMMAND_FAILED
 */
export async function reloadGateway(
  ports: OpenClawPorts,
  signal?: AbortSignal,
): Promise<'told' | 'not-running'> {
  try {
    await runOpenClaw(ports, ['secrets', 'reload', '--json'], signal)
    return 'told'
  } catch (error) {
    if (error instanceof AppError && error.cause instanceof Error && NOBODY.test(error.cause.message))
      return 'not-running'
    throw error
  }
}
