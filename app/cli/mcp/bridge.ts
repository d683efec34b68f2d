/**
 * A program that starts an MCP server on standard input and output, and a server that lies behind streamable HTTP and a login:
 * messages pass as they are, in both directions, and each request carries a token that works.
 */

import type { Readable, Writable } from 'node:stream'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { FetchLike } from '@modelcontextprotocol/sdk/shared/transport.js'
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js'
import { AppError, messageOf } from '../../base/errors.ts'
import type { ServerAccess } from './server-access.ts'

export interface BridgeParts {
  readonly url: string
  readonly access: ServerAccess
  readonly input: Readable
  readonly output: Writable
  readonly fetch: FetchLike
  /** Ends it. */
  readonly signal: AbortSignal
  readonly warn: (line: string) => void
}

/** Of JSON-RPC 2.0, for a server that failed. */
const INTERNAL_ERROR = -32603

/** Until the program closes its end, or the signal. */
export async function bridge(parts: BridgeParts): Promise<void> {
  const { url, access, input, output, signal, warn } = parts
  const near = new StdioServerTransport(input, output)
  const far = new StreamableHTTPClientTransport(new URL(url), { fetch: withToken(access, parts.fetch) })
  let under = 0
  const idle = new Set<() => void>()

  near.onmessage = async (message) => {
    under++
    try {
      await far.send(message)
    } catch (error) {
      await refuse(near, message, error)
      warn(wordsOf(error))
    } finally {
      under--
      if (under === 0) for (const go of idle) go()
    }
  }
  far.onmessage = (message) => {
    const version = protocolIn(message)
    if (version !== undefined) far.setProtocolVersion(version)
    void near.send(message)
  }
  near.onerror = (error) => warn(wordsOf(error))
  await far.start()
  await near.start()

  await new Promise<void>((resolve) => {
    input.once('end', resolve)
    input.once('close', resolve)
    signal.addEventListener('abort', () => resolve(), { once: true })
    if (signal.aborted) resolve()
  })
  // What was asked before the end is still answered.
  if (!signal.aborted && under > 0) await new Promise<void>((resolve) => idle.add(resolve))
  await far.terminateSession().catch((error: unknown) => warn(wordsOf(error)))
  await far.close()
  await near.close()
}

/** A refused token is replaced once for each request; a server that goes on refusing is believed. */
function withToken(access: ServerAccess, send: FetchLike): FetchLike {
  return async (address, init) => {
    const token = await access.token()
    const first = await send(address, authorized(init, token))
    if (first.status !== 401) return first
    await first.body?.cancel()
    return send(address, authorized(init, await access.afterRefusal(token)))
  }
}

function authorized(init: RequestInit | undefined, token: string | undefined): RequestInit {
  const headers = new Headers(init?.headers)
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  return { ...init, headers }
}

async function refuse(near: StdioServerTransport, message: JSONRPCMessage, error: unknown): Promise<void> {
  if (!('method' in message) || !('id' in message)) return // nobody waits for an answer to it
  await near.send({
    jsonrpc: '2.0',
    id: message.id,
    error: { code: INTERNAL_ERROR, message: wordsOf(error) },
  })
}

function wordsOf(error: unknown): string {
  if (error instanceof AppError) return [error.message, error.hint].filter(Boolean).join(' ')
  return messageOf(error)
}

/** Agreed on in the answer to `initialize`; every request afterwards names it. */
function protocolIn(message: JSONRPCMessage): string | undefined {
  if (!('result' in message)) return undefined
  const { protocolVersion } = message.result as { readonly protocolVersion?: unknown }
  return typeof protocolVersion === 'string' ? protocolVersion : undefined
}
