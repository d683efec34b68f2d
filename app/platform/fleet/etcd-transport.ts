/** One request to one member of an etcd cluster, through its JSON gateway. Over TLS only, with the fleet's own authority. */
import { Agent, request } from 'node:https'
import type { TLSSocket } from 'node:tls'

/** A whole fleet's records are a few MB; a member that sends more is no member. */
const MOST_BYTES = 64 * 1024 * 1024
/** Of a watch: one change is a few KB, and a batch of them comes as one line. */
const LONGEST_LINE = 16 * 1024 * 1024

export interface TransportReply {
  readonly status: number
  readonly body: string
}

/**
 * What went wrong below HTTP. `left`: bytes of the request may have reached the member. `gaveUp`: nothing broke, it was
 * waited for no longer.
 */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly left: boolean
  readonly gaveUp: boolean

  constructor(left: boolean, gaveUp: boolean, message: string, options?: ErrorOptions) {
    super(message, options)
    this.left = left
    this.gaveUp = gaveUp
  }
}

export interface TransportRequest {
  readonly member: string
  readonly path: string
  readonly body: unknown
  readonly token: string | undefined
  readonly timeoutMs: number
}

export interface Streaming {
  readonly signal: AbortSignal
  readonly onLine: (line: string) => void
}

export class EtcdTransport {
  readonly #agent: Agent

  /** @param ca PEM; absent: whom this system trusts */
  constructor(ca?: string) {
    this.#agent = new Agent({ keepAlive: true, ...(ca === undefined ? {} : { ca }) })
  }

  /** @throws TransportError */
  async post(asked: TransportRequest): Promise<TransportReply> {
    const chunks: Buffer[] = []
    let bytes = 0
    const late = new AbortController()
    // A process that was held up for so long first reads what has come meanwhile.
    const timer = setTimeout(() => setImmediate(() => late.abort(noAnswer(asked.timeoutMs))), asked.timeoutMs)
    try {
      const status = await this.#send(asked, late.signal, (chunk) => {
        bytes += chunk.length
        if (bytes > MOST_BYTES) throw new Error('the reply is too large')
        chunks.push(chunk)
      })
      return { status, body: Buffer.concat(chunks).toString('utf8') }
    } finally {
      clearTimeout(timer)
    }
  }

  /** Until the member ends it, or `signal`. @throws TransportError */
  async stream(asked: Omit<TransportRequest, 'timeoutMs'>, { signal, onLine }: Streaming): Promise<void> {
    const decoder = new TextDecoder()
    let rest = ''
    await this.#send(asked, signal, (chunk) => {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > LONGEST_LINE) throw new Error('a line is too long')
      for (const line of lines) if (line.trim() !== '') onLine(line)
    })
    if (rest.trim() !== '') onLine(rest)
  }

  close(): void {
    this.#agent.destroy()
  }

  #send(
    { member, path, body, token }: Omit<TransportRequest, 'timeoutMs'>,
    signal: AbortSignal,
    onData: (chunk: Buffer) => void,
  ): Promise<number> {
    return new Promise((resolve, reject) => {
      let left = false
      const fail = (caught: unknown): void => {
        out.destroy()
        const error: unknown = signal.aborted ? signal.reason : caught
        const words = error instanceof Error ? error.message : String(error)
        reject(new TransportError(left, signal.aborted, `${member}: ${words}`, { cause: error }))
      }
      const text = JSON.stringify(body)
      const out = request(new URL(path, member), {
        method: 'POST',
        agent: this.#agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
          'grpc-metadata-hasleader': 'true', // a watch ends when its member loses the others
          ...(token === undefined ? {} : { authorization: token }),
        },
        signal,
      })
      out.on('socket', (socket) => {
        // Nothing is written before the handshake is over; on a connection that stands, at once.
        if ((socket as TLSSocket).getCipher() !== undefined && !socket.connecting) left = true
        else socket.once('secureConnect', () => (left = true))
      })
      out.on('error', fail)
      out.on('response', (incoming) => {
        incoming.on('data', (chunk: Buffer) => {
          try {
            onData(chunk)
          } catch (error) {
            fail(error)
          }
        })
        incoming.on('error', fail)
        incoming.on('end', () => resolve(incoming.statusCode ?? 0))
        incoming.on('close', () => {
          if (!incoming.complete) fail(new Error('the reply was cut off'))
        })
      })
      out.end(text)
    })
  }
}

function noAnswer(afterMs: number): Error {
  return new Error(`no answer within ${afterMs / 1000} s`)
}
