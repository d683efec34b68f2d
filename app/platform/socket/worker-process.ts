/**
 * A small process of our own in which an exchange goes on, whatever becomes of the one who wanted it: in a session of
 * its own (no Ctrl-C, no hang-up of the terminal reaches it), and its pipes may break. It ends when it is asked
 * nothing more: when its standard input ends, and what was asked is stored.
 */
import { spawn } from 'node:child_process'
import type { LineChannel } from '../../base/ports.ts'
import { withoutDebugger } from '../process/no-debugger.ts'
import { streamChannel } from './stream-channel.ts'

/** @param script what Node.js runs as the command line: process.argv[1] */
export function startExchange(script: string): LineChannel {
  const child = spawn(process.execPath, [...withoutDebugger(), script, 'exchange'], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  })
  const wire = streamChannel(child.stdout, child.stdin)
  child.on('error', (error) => wire.end({ why: error.message })) // it could not be started
  child.on('close', (code) => wire.end(code === null ? {} : { code }))
  child.stderr.on('data', (chunk: Buffer) => process.stderr.write(chunk))
  return wire
}
