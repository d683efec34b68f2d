/**
 * Requests and replies over a wire: one JSON object on each line, either side may ask.
 *   {"id":7,"call":"token","params":{...}}            asks
 *   {"id":7,"result":{...}}  {"id":7,"failure":{...}}  answers
 *   {"event":"history","payload":{...}}               tells
 */
import { z } from 'zod'
import type { Failure } from '../contract/failure.ts'
import { AppError, type ErrorCode, toFailure } from '../errors.ts'
import type { Wire } from '../ports.ts'

/** Takes what came over the wire, unparsed; what it returns goes back as JSON. */
export type Answer = (params: unknown, peer: Peer) => Promise<unknown>
export type Answers = ReadonlyMap<string, Answer>

export interface Peer {
  /** @throws AppError with the other side's code; HOST_GONE when the wire closed before the reply */
  call(name: string, params?: unknown): Promise<unknown>
  /** @returns false when the other end is gone */
  tell(event: string, payload: unknown): boolean
  /** What the other side tells. One listener for each event. */
  on(event: string, listener: (payload: unknown) => void): void
  readonly closed: Promise<{ readonly code?: number; readonly why?: string }>
  close(): void
}

const failureSchema = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string().optional(),
  detail: z.string().optional(),
  path: z.string().optional(),
})
const messageSchema = z.union([
  z.object({ id: z.number(), call: z.string(), params: z.unknown() }),
  z.object({ id: z.number(), failure: failureSchema }),
  z.object({ id: z.number(), result: z.unknown() }),
  z.object({ event: z.string(), payload: z.unknown() }),
])
type Message = z.infer<typeof messageSchema>

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: AppError) => void
}

export function converse(wire: Wire, answers: Answers = new Map()): Peer {
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, (payload: unknown) => void>()
  let lastId = 0
  let gone: AppError | undefined

  const say = (message: object): boolean => wire.send(JSON.stringify(message))

  async function answer(id: number, name: string, params: unknown): Promise<void> {
    try {
      const found = answers.get(name)
      if (!found) {
        throw new AppError('ARGUMENT_INVALID', `There is no call "${name.slice(0, 40)}" here.`, {
          hint: 'The two sides may be of different versions: update the older one.',
        })
      }
      say({ id, result: (await found(params, peer)) ?? null })
    } catch (error) {
      say({ id, failure: toFailure(error) })
    }
  }

  function hear(line: string): void {
    const message = parse(line)
    if (!message) return void peer.close() // not our protocol: nothing after it can be trusted either
    if ('call' in message) return void answer(message.id, message.call, message.params)
    if ('event' in message) return listeners.get(message.event)?.(message.payload)
    const waiter = waiting.get(message.id)
    waiting.delete(message.id)
    if ('failure' in message) waiter?.reject(toError(message.failure as Failure))
    else waiter?.resolve(message.result)
  }

  const peer: Peer = {
    call(name, params) {
      if (gone) return Promise.reject(gone)
      const id = ++lastId
      const reply = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
      say(params === undefined ? { id, call: name } : { id, call: name, params })
      return reply
    },
    tell: (event, payload) => say({ event, payload }),
    on: (event, listener) => void listeners.set(event, listener),
    closed: wire.closed,
    close: () => wire.close(),
  }
  void wire.closed.then(({ why }) => {
    gone = new AppError(
      'HOST_GONE',
      'The other side went away before it answered.',
      why ? { cause: why } : {},
    )
    for (const { reject } of waiting.values()) reject(gone)
    waiting.clear()
  })
  wire.onLine(hear)
  return peer
}

function parse(line: string): Message | undefined {
  try {
    return messageSchema.safeParse(JSON.parse(line)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The other side's failure as ours, so that callers branch on the same codes. */
function toError({ code, message, hint, detail }: Failure): AppError {
  return new AppError(code as ErrorCode, message, {
    ...(hint === undefined ? {} : { hint }),
    ...(detail === undefined ? {} : { cause: detail }),
  })
}
