// Runs another program to its end. Its output is kept, and shown only when it fails.
import { spawn } from 'node:child_process'

const KEPT_CHARS = 4000 // the end of the output is what explains a failure

/** Never throws: the caller decides what an exit code means. `code` is null when a signal ended it. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.on('close', (code, signal) => resolve({ code, signal, output }))
  })
}

/** @throws when the program does not end with 0; the message carries the end of what it printed. */
export async function mustRun(command, args, options = {}) {
  const { code, signal, output } = await run(command, args, options)
  if (code === 0) return output
  throw new Error(
    `${command} ${args.join(' ')} ended with ${signal ?? code}:\n${output.slice(-KEPT_CHARS).trim()}`,
  )
}
