/**
 * Requests and replies over a wire: one JSON object on each line, either side may ask.
 *   {"id":7,"call":"token","params":{...}}            asks
 *   {"id":7,"result":{...}}  {"id":7,"failure":{...}}  answers
 *   {"event":"history","payload":{...}}               tells
 */

import { AppError, fromFailure, toFailure } from '../base/errors.ts'
import type { LineChannel } from '../base/ports.ts'
import type { Failure } from '../contract/failure.ts'

/** Takes what came over the wire, unparsed; what it returns goes back as JSON. */
export type RpcHandler = (params: unknown, peer: Peer) => Promise<unknown>
export type RpcHandlers = ReadonlyMap<string, RpcHandler>

/** Who is at the other end, once it has said hello. */
export interface Caller {
  /** As it calls itself. */
  readonly name: string
  /** "my-agent (pid 4711)": for the history. */
  readonly askedBy: string
  /** Another machine, through ssh: it may ask for `node.*`. */
  readonly overSsh: boolean
}

export interface Peer {
  /** Set by the answer to `hello`. */
  caller: Caller | undefined
  /** @throws AppError with the other side's code; HOST_GONE when the wire closed before the reply */
  call(name: string, params?: unknown): Promise<unknown>
  /** @returns false when the other end is gone */
  tell(event: string, payload: unknown): boolean
  /** What the other side tells. One listener for each event. */
  on(event: string, listener: (payload: unknown) => void): void
  /** Resolves when everything that the other side has asked is answered. */
  idle(): Promise<void>
  readonly closed: Promise<{ readonly code?: number; readonly why?: string }>
  close(): void
}

type Message =
  | { readonly kind: 'call'; readonly id: number; readonly call: string; readonly params: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'event'; readonly event: string; readonly payload: unknown }

/** Aborts once whoever is at the other end went away. */
export function goneSignal(peer: Peer): AbortSignal {
  const gone = new AbortController()
  void peer.closed.then(() => gone.abort())
  return gone.signal
}

/** Somebody who asks more at once has a bug, and shall not cost us our memory. */
const MOST_CALLS_AT_ONCE = 1_024

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: AppError) => void
}

export function connectPeer(wire: LineChannel, answers: RpcHandlers = new Map()): Peer {
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, (payload: unknown) => void>()
  let lastId = 0
  let gone: AppError | undefined
  let answering = 0
  let onIdle: (() => void)[] = []

  const say = (message: object): boolean => wire.send(JSON.stringify(message))

  async function answer(id: number, name: string, params: unknown): Promise<void> {
    answering++
    try {
      const found = answers.get(name)
      if (!found) {
        throw new AppError('ARGUMENT_INVALID', `There is no call "${name.slice(0, 40)}" here.`, {
          hint: 'The two sides may be of different versions: update the older one.',
        })
      }
      if (answering > MOST_CALLS_AT_ONCE) {
        throw new AppError('HOST_REFUSED', 'Too many calls at once.', {
          hint: 'Wait for some answers first.',
        })
      }
      say({ id, result: (await found(params, peer)) ?? null })
    } catch (error) {
      say({ id, failure: toFailure(error) })
    } finally {
      answering--
      if (answering === 0) {
        for (const resolve of onIdle) resolve()
        onIdle = []
      }
    }
  }

  function settle(message: Extract<Message, { kind: 'failure' | 'result' }>): void {
    const waiter = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'failure') waiter?.reject(fromFailure(message.failure))
    else waiter?.resolve(message.result)
  }

  function hear(line: string): void {
    const message = parse(line)
    if (!message)
      peer.close() // not our protocol: nothing after it can be trusted either
    else if (message.kind === 'call') void answer(message.id, message.call, message.params)
    else if (message.kind === 'event') listeners.get(message.event)?.(message.payload)
    else settle(message)
  }

  const peer: Peer = {
    caller: undefined,
    call(name, params) {
      if (gone) return Promise.reject(gone)
      const id = ++lastId
      const reply = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
      say(params === undefined ? { id, call: name } : { id, call: name, params })
      return reply
    },
    tell: (event, payload) => say({ event, payload }),
    on: (event, listener) => void listeners.set(event, listener),
    idle: () => (answering === 0 ? Promise.resolve() : new Promise((resolve) => onIdle.push(resolve))),
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

/** By hand: on the way of every token, and of callers that load no schema library. */
function parse(line: string): Message | undefined {
  const message = membersOf(parseJson(line))
  if (!message) return undefined
  const { id, call, event, failure } = message
  if (typeof event === 'string') return { kind: 'event', event, payload: message.payload }
  if (typeof id !== 'number') return undefined
  if (typeof call === 'string') return { kind: 'call', id, call, params: message.params }
  if (failure === undefined) return { kind: 'result', id, result: message.result }
  const told = parseFailure(failure)
  return told && { kind: 'failure', id, failure: told }
}

function parseFailure(value: unknown): Failure | undefined {
  const members = membersOf(value)
  if (!members || typeof members.code !== 'string' || typeof members.message !== 'string') return undefined
  const words = ['code', 'message', 'hint', 'detail', 'path'].filter(
    (name) => typeof members[name] === 'string',
  )
  return Object.fromEntries(words.map((name) => [name, members[name]])) as unknown as Failure
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
