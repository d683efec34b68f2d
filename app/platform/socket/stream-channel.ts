/** Streams as a Wire: UTF-8 lines both ways. */
import type { Readable, Writable } from 'node:stream'
import type { LineChannel } from '../../base/ports.ts'
import { codeOf } from '../files/system-error.ts'

const LONGEST_LINE_BYTES = 8 * 1024 * 1024
/** What waits for somebody who does not read. Some answers of the longest kind; then they are taken for gone. */
const LONGEST_UNREAD_BYTES = 4 * LONGEST_LINE_BYTES
/** How long what was said last may take to leave. */
const LINGER_MS = 2_000

export interface ChannelEnd {
  readonly code?: number
  readonly why?: string
}

/** The one who made the streams tells when a process behind them ended, and with which code. */
export interface StreamChannel extends LineChannel {
  end(end: ChannelEnd): void
}

/** @param input and `output` may be one and the same: a socket */
export function streamChannel(input: Readable, output: Writable): StreamChannel {
  const kept: string[] = []
  let listener: ((line: string) => void) | undefined
  let isClosed = false
  let settle: (end: ChannelEnd) => void = () => undefined
  const closed = new Promise<ChannelEnd>((resolve) => {
    settle = resolve
  })

  function end(how: ChannelEnd): void {
    if (isClosed) return
    isClosed = true
    input.destroy()
    output.destroy()
    settle(how)
  }

  const take = lineSplitter(
    (line) => {
      if (isClosed || output.writableEnded) return // what comes after we let go is not for us
      if (listener) listener(line)
      else kept.push(line)
    },
    () => end({ why: 'a line was too long' }),
  )
  input.setEncoding('utf8')
  input.on('data', take)
  // Two streams: what was asked before standard input ended is still answered. The owner closes the wire.
  const onInputEnd = (): void => (input === (output as unknown) ? end({}) : settle({}))
  input.on('end', onInputEnd)
  input.on('close', onInputEnd)
  for (const stream of new Set([input, output])) {
    stream.on('error', (error: Error) => end({ why: codeOf(error) ?? error.message }))
  }

  return {
    closed,
    end,
    send(line) {
      if (isClosed || output.writableEnded) return false
      output.write(`${line}\n`)
      if (output.writableLength <= LONGEST_UNREAD_BYTES) return true
      end({ why: 'the other side does not read' })
      return false
    },
    onLine(next) {
      listener = next
      for (const line of kept.splice(0)) next(line)
    },
    close() {
      if (isClosed || output.writableEnded) return
      const cut = setTimeout(() => end({}), LINGER_MS)
      output.end(() => {
        clearTimeout(cut)
        end({})
      })
    },
  }
}

/** Chunks in, whole lines out. Pieces of a long line are joined once, at its end. */
function lineSplitter(onLine: (line: string) => void, onTooLong: () => void): (chunk: string) => void {
  let pieces: string[] = []
  let bytes = 0
  return (chunk) => {
    let from = 0
    for (let to = chunk.indexOf('\n'); to >= 0; to = chunk.indexOf('\n', from)) {
      const piece = chunk.slice(from, to)
      from = to + 1
      const line = pieces.length === 0 ? piece : [...pieces, piece].join('')
      pieces = []
      bytes = 0
      onLine(line)
    }
    if (from === chunk.length) return
    const rest = from === 0 ? chunk : chunk.slice(from)
    pieces.push(rest)
    bytes += Buffer.byteLength(rest)
    if (bytes > LONGEST_LINE_BYTES) onTooLong()
  }
}
