/** A conversation with another machine's Lamplighter, whoever began it. */
import type { z } from 'zod'
import { AppError } from '../../../base/errors.ts'
import type { Clock } from '../../../base/ports.ts'
import type { Peer } from '../../../rpc/peer.ts'

export interface NodeConnection {
  readonly peer: Peer
  /** The other machine's id. */
  readonly machine: string
  /** What a person here calls it. */
  readonly name: string
  /** Where we reached it; absent when it came to us. */
  readonly destination?: string
  /** Theirs: what their journal knows tokens by. */
  readonly fingerprintKey: string
  /** A person has trusted it, or it came to us: it knows who we are. */
  readonly isTrusted: boolean
  /** It certainly is that machine, and not one that claims the id of another: it came to us, or is where it was trusted first. */
  readonly isItself: boolean
}

/** The owner may have to wait for its own turn and then for its provider: 45 s and 30 s. */
export const ANSWER_WITHIN_MS = 90_000

/**
 * One question, its answer parsed.
 * @throws AppError with the other side's code; NODE_UNREACHABLE when it went away or says nothing; NODE_LACKS when it
 * speaks another dialect
 */
export async function ask<T>(
  clock: Clock,
  link: Pick<NodeConnection, 'peer' | 'name'>,
  call: string,
  params: unknown,
  schema: z.ZodType<T>,
  withinMs: number = ANSWER_WITHIN_MS,
): Promise<T> {
  const answered = new AbortController()
  const late = clock.sleep(withinMs, answered.signal).then((): unknown => {
    if (!answered.signal.aborted) link.peer.close() // whatever it still does, it does alone
    return SILENCE
  })
  let reply: unknown
  try {
    reply = await Promise.race([link.peer.call(call, params), late])
  } catch (error) {
    throw error instanceof AppError && error.code === 'HOST_GONE' ? cutOff(link.name, error) : error
  } finally {
    answered.abort()
  }
  if (reply === SILENCE) throw silent(link.name, withinMs)
  const parsed = schema.safeParse(reply)
  if (parsed.success) return parsed.data
  throw new AppError('NODE_LACKS', `${link.name} answered in a way this version does not understand.`, {
    hint: 'Update Lamplighter on the machine where it is older.',
  })
}

const SILENCE = Symbol('silence')

function silent(name: string, ms: number): AppError {
  return new AppError('NODE_UNREACHABLE', `${name} did not answer for ${Math.round(ms / 1000)} s.`, {
    hint: 'It may be asleep.',
  })
}

function cutOff(name: string, error: AppError): AppError {
  return new AppError('NODE_UNREACHABLE', `The connection to ${name} was cut.`, {
    hint: 'What was begun goes on from where it was at the next contact: lamplighter node look',
    ...(error.cause === undefined ? {} : { cause: error.cause }),
  })
}
