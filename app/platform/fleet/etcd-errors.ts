/** What a member of an etcd cluster says instead of an answer -> what it means for whoever asked. */
import { z } from 'zod'
import { parseJson } from '../../base/json.ts'
import { RegisterFailure, type RegisterFailureReason } from '../../base/register.ts'
import { TransportError, type TransportReply } from './etcd-transport.ts'

/** grpc/status codes, as the gateway passes them on. */
const INVALID_ARGUMENT = 3
const PERMISSION_DENIED = 7
const RESOURCE_EXHAUSTED = 8
const FAILED_PRECONDITION = 9
const OUT_OF_RANGE = 11
const UNAVAILABLE = 14
const UNAUTHENTICATED = 16

const inner = z.object({ message: z.string(), code: z.number().optional(), grpc_code: z.number().optional() })
/** A stream names the code within `error`, under another name in 3.4; a reply beside the message, which 3.4 calls `error`. */
const errorSchema = z.union([
  z.object({ error: inner }).transform(({ error }) => error),
  z
    .object({ error: z.string(), code: z.number() })
    .transform(({ error, code }) => ({ message: error, code })),
  z.object({ message: z.string(), code: z.number() }),
])

export interface EtcdError {
  readonly code: number | undefined
  readonly message: string
}

/** Undefined when the text names no error. */
export function errorIn(text: string): EtcdError | undefined {
  const found = errorSchema.safeParse(parseJson(text)).data
  if (!found) return undefined
  return { code: found.code ?? ('grpc_code' in found ? found.grpc_code : undefined), message: found.message }
}

/** The token lapsed, or the member forgot it, or users changed meanwhile: nothing was done, and a new token helps. */
export function wantsToken({ code, message }: EtcdError): boolean {
  return (
    code === UNAUTHENTICATED || /user name is empty|revision (in header|of auth store) is old/.test(message)
  )
}

/** @param isWrite whether what was asked for may have been done */
export function failureOf(error: EtcdError, isWrite: boolean): RegisterFailure {
  // Nothing was done: whose word it is was not found out.
  const reason = wantsToken(error) ? 'unreachable' : reasonOf(error, isWrite)
  return new RegisterFailure(reason, true, error.message)
}

function reasonOf({ code, message }: EtcdError, isWrite: boolean): RegisterFailureReason {
  switch (code) {
    case PERMISSION_DENIED:
    case INVALID_ARGUMENT: // a wrong name or password
    case FAILED_PRECONDITION: // it does not know users at all
      return 'denied'
    case RESOURCE_EXHAUSTED:
      return 'full'
    case OUT_OF_RANGE:
      return 'gone-back'
    case UNAVAILABLE:
      if (message.includes('no leader')) return 'no-quorum'
      break
  }
  return isWrite ? 'unknown' : 'unreachable'
}

/** A reply that is none of etcd's: a proxy's page, a gateway that is switched off. */
export function strangeReply({ status }: TransportReply, isWrite: boolean): RegisterFailure {
  const isElsewhere = status === 404 || (status >= 300 && status < 400)
  const message = isElsewhere
    ? `HTTP ${status}: etcd’s JSON gateway is not there.`
    : `HTTP ${status}: this is not an answer of etcd.`
  return new RegisterFailure(isElsewhere || !isWrite ? 'unreachable' : 'unknown', true, message)
}

export function unreached(error: unknown, isWrite: boolean): RegisterFailure {
  if (error instanceof RegisterFailure) return error
  const left = !(error instanceof TransportError) || error.left
  const message = error instanceof Error ? error.message : String(error)
  return new RegisterFailure(left && isWrite ? 'unknown' : 'unreachable', left, message, { cause: error })
}
