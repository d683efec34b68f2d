/** A child process as a channel: its standard input and output are the lines, and how it ended tells why they stopped. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { PassThrough } from 'node:stream'
import type { LineChannel } from '../../base/ports.ts'
import { codeOf } from '../files/system-error.ts'
import { streamChannel } from './stream-channel.ts'

const KEPT_WORDS = 4_096 // what a program says fits; what a far shell prints may be endless
const LINGER_MS = 2_000

/** @param name what a person calls the program */
export function childChannel(child: ChildProcessWithoutNullStreams, name: string): LineChannel {
  // Held open until the process has ended: only then is it known why.
  const output = new PassThrough()
  child.stdout.pipe(output, { end: false })
  const wire = streamChannel(output, child.stdin)
  let words = ''
  child.stderr.setEncoding('utf8')
  child.stderr.on('data', (text: string) => {
    words = (words + text).slice(-KEPT_WORDS)
  })
  child.on('error', (error) => wire.end({ why: `${name}: ${codeOf(error) ?? error.message}` }))
  child.on('close', (code, signal) => {
    const why = words.trim() || (signal ? `${name} was ended (${signal})` : '')
    const end = { ...(code === null ? {} : { code }), ...(why === '' ? {} : { why }) }
    whenRead(output, () => wire.end(end))
  })
  void wire.closed.then(() => {
    // What was said last still has to get there; then it ends by itself, unless nobody is there any more.
    const cut = setTimeout(() => child.kill(), LINGER_MS)
    child.once('close', () => clearTimeout(cut))
    cut.unref()
  })
  return wire
}

/** Every line that came has been taken. */
function whenRead(stream: PassThrough, then: () => void): void {
  if (stream.destroyed || stream.readableLength + stream.writableLength === 0) setImmediate(then)
  else setImmediate(() => whenRead(stream, then))
}
