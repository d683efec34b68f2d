/** The command that a person wants run after each change of a kept file. It is told whose it is, and no token. */
import { AppError } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import type { PathParts } from './path-parts.ts'

const TIMEOUT_MS = 30_000
const MOST_OUTPUT_BYTES = 4_096

/** @throws AppError COMMAND_FAILED */
export async function tellOfChange(
  commands: Ports['commands'],
  command: readonly string[],
  { path, parts }: PathParts,
  signal: AbortSignal,
): Promise<void> {
  const profile = [...new Set(parts.map(({ login }) => login))].join(' ')
  const end = await commands.run(command, {
    input: `${JSON.stringify({ version: 1, event: 'kept-file', profile, path })}\n`,
    timeoutMs: TIMEOUT_MS,
    mostBytes: MOST_OUTPUT_BYTES,
    signal,
  })
  if (end.code === 0 && end.why === undefined) return
  const why = end.why ?? (end.signal ? `was ended by ${end.signal}` : `ended with ${end.code}`)
  throw new AppError('COMMAND_FAILED', `The command after ${path} failed: ${command[0]} ${why}.`, {
    hint: 'The file itself is as it should be. Try the command by hand.',
  })
}
