/** One entry of the journal: its shape, and what its state says about the token. Pure. */
import { z } from 'zod'
import { AppError } from '../base/errors.ts'
import type { Failure } from '../contract/failure.ts'
import type { Holder } from './holder.ts'

const LAST_DATE_MS = 8.64e15 // ECMA-262 §21.4.1.1

const ticketSchema = z.object({
  version: z.literal(1),
  state: z.enum(['asking', 'unknown', 'answered', 'superseded', 'spent', 'rejected', 'moved']),
  profileId: z.string(),
  attempt: z.number().int(),
  pid: z.number().int(),
  startedAt: z.string(),
  hostname: z.string(),
  atMs: z.number().min(0).max(LAST_DATE_MS),
  successor: z.string().optional(),
  sealed: z.string().optional(),
  /** Of the access tokens that stood beside the refresh token when it was sent: these the successor replaces. */
  seen: z.array(z.string()).optional(),
  /** Where the successor belongs, for the case that the place is gone when it is to be stored. */
  home: z
    .object({
      provider: z.string(),
      holders: z.array(
        z.object({
          store: z.string(),
          id: z.string(),
          label: z.string(),
          path: z.string(),
          entry: z.string(),
        }),
      ),
    })
    .optional(),
  /** Given away: only the machine it went to may send it. */
  movedTo: z.object({ move: z.string(), machine: z.string(), name: z.string() }).optional(),
  /** Of a refusal that may pass: when it may be sent once more, to see. */
  againAtMs: z.number().optional(),
  failure: z
    .object({
      code: z.string(),
      message: z.string(),
      hint: z.string().optional(),
      detail: z.string().optional(),
    })
    .optional(),
})

export type JournalEntryBody = Omit<
  z.infer<typeof ticketSchema>,
  'failure' | 'againAtMs' | 'successor' | 'sealed' | 'seen' | 'home' | 'movedTo'
> & {
  readonly failure?: Failure
  readonly againAtMs?: number
  readonly successor?: string
  readonly sealed?: string
  readonly seen?: readonly string[]
  readonly home?: SuccessorHome
  readonly movedTo?: MovedTo
}
export type JournalEntry = JournalEntryBody & { readonly fingerprint: string }

/** Where a refresh token went that was moved to another machine. */
export interface MovedTo {
  /** The move's id, the same on both machines. */
  readonly move: string
  readonly machine: string
  /** What a person calls that machine. */
  readonly name: string
}

export interface SuccessorHome {
  readonly provider: string
  readonly holders: readonly Holder[]
}

export const OUTCOME_UNKNOWN: Failure = {
  code: 'OUTCOME_UNKNOWN',
  message: 'A renewal was sent and no reply came back, so nobody knows yet whether it counted.',
  hint: 'After a minute it is looked at again, and tried once more.',
}

/** Was the token sent and another one came for it, or was it given away? Then it is of no more use, wherever it is stored. */
export function isUsedUp(ticket: JournalEntry | undefined): boolean {
  if (ticket?.state === 'spent' || ticket?.state === 'moved') return true
  const answered = ticket?.state === 'answered' || ticket?.state === 'superseded'
  return answered && ticket.successor !== ticket.fingerprint
}

/** It was refused, which may pass, and it is time to see whether it has. */
export function mayTryAgain({ state, againAtMs }: JournalEntryBody, nowMs: number): boolean {
  return state === 'rejected' && againAtMs !== undefined && againAtMs <= nowMs
}

/** Nothing more will be written to it. */
export function isFinal({ state, againAtMs }: JournalEntryBody): boolean {
  return state === 'spent' || (state === 'rejected' && againAtMs === undefined) || state === 'superseded'
}

/** Once the successor is stored, nobody needs it here. */
export function withoutSecret(body: JournalEntryBody): JournalEntryBody {
  if (body.state === 'answered' || body.state === 'superseded') return body
  const { sealed: _, seen: __, home: ___, ...rest } = body
  return rest
}

/** Created, and its text never reached the disk: the power went while the request was leaving, or about to. */
export function isBlank(text: string): boolean {
  return /^[\0\s]*$/.test(text)
}

export function blankEntry(attempt: number, atMs: number): JournalEntryBody {
  const nobody = { profileId: '', pid: 0, startedAt: '', hostname: '' }
  return { version: 1, state: 'unknown', attempt, atMs, ...nobody }
}

/** The last line counts; one that a crash cut short does not. @throws AppError STORE_CORRUPT */
export function parseJournalEntry(text: string, path: string): JournalEntryBody {
  try {
    return ticketSchema.parse(lastWhole(text.split('\n'))) as JournalEntryBody // JSON has no undefined: absent is absent
  } catch (error) {
    throw new AppError('STORE_CORRUPT', `The journal entry ${path} cannot be understood.`, {
      cause: error,
      hint: 'Lamplighter will not send that refresh token. Sign in again, or move the file away if you know the token was never used.',
    })
  }
}

/** @throws SyntaxError when not even the first line is whole */
function lastWhole(lines: readonly string[]): unknown {
  const last = lines.at(-1) ?? ''
  try {
    return JSON.parse(last)
  } catch (error) {
    if (!(error instanceof SyntaxError) || lines.length < 2) throw error
    return lastWhole(lines.slice(0, -1))
  }
}
