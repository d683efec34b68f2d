/** Out at once, by a process that does little else: process.stdout takes it longer to make than all the rest. */
import { writeSync } from 'node:fs'
import { EXIT, type ExitCode } from './exit-codes.ts'

let isWaiting = false

/** Ends the process at once where nothing waits to be printed: letting it come to its end takes longer. */
export function leave(code: ExitCode): void {
  if (isWaiting) process.exitCode = code
  else process.exit(code)
}

/** @returns false when nothing could be printed: nobody reads, or the disk is full */
export function printNow(text: string): boolean {
  const whole = Buffer.from(text)
  let rest = whole
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(1, rest))
  } catch (error) {
    if (rest.length === whole.length && (error as NodeJS.ErrnoException).code !== 'EAGAIN') return false
    isWaiting = true
    process.stdout.on('error', () => {
      process.exitCode = EXIT.transient
    })
    process.stdout.write(rest) // a pipe that is full for the moment: that one waits
  }
  return true
}
