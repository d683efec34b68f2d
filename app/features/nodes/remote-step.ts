/** What another machine says of a sign-in that runs there: one line of JSON for each step, or why it could not begin. Pure. */
import { z } from 'zod'
import { AppError } from '../../base/errors.ts'
import { isRecord, parseJson } from '../../base/json.ts'
import { isHarmless, shownLine, shownWords } from '../../base/outside-text.ts'
import type { Failure } from '../../contract/failure.ts'
import type { LoginView } from '../../contract/views.ts'

const said = z.string().transform((text) => shownLine(text))
const words = z.string().transform((text) => shownWords(text))
/** An authorization URL that brings a signed request along is long. */
const LONGEST_ADDRESS = 8192

/** Ids and addresses: of one that is not what it looks like, nothing is known. */
const exact = z.string().refine((text) => isHarmless(text, LONGEST_ADDRESS))

const failure = z.object({
  code: exact,
  message: words,
  hint: words.exactOptional(),
  detail: words.exactOptional(),
})

const step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('starting') }),
  z.object({ kind: z.literal('browser'), url: exact, listening: z.boolean(), redirectUri: exact }),
  z.object({
    kind: z.literal('device'),
    userCode: exact,
    verificationUri: exact,
    verificationUriComplete: exact.exactOptional(),
    expiresAtMs: z.number(),
  }),
  z.object({
    kind: z.literal('program'),
    program: said,
    command: exact,
    terminal: said.exactOptional(),
    warning: words.exactOptional(),
  }),
  z.object({ kind: z.literal('exchanging') }),
  z.object({
    kind: z.literal('done'),
    profileId: exact,
    account: said,
    remains: z.array(z.object({ what: words, command: exact.exactOptional() })).exactOptional(),
  }),
  z.object({ kind: z.literal('failed'), failure }),
])

const view = z.object({
  id: exact,
  providerId: exact,
  providerName: said,
  profileId: exact.exactOptional(),
  account: said.exactOptional(),
  startedAtMs: z.number(),
  ways: z.array(z.enum(['browser', 'device'])).exactOptional(),
  step,
})

export type RemoteLine =
  /** A banner of the shell there, or the end that follows the last step. */
  | { readonly kind: 'other' }
  | { readonly kind: 'step'; readonly view: LoginView }
  | { readonly kind: 'refused'; readonly failure: Failure }

/** @param name what a person calls that machine. @throws AppError NODE_LACKS for a step that is not understood */
export function readRemoteLine(line: string, name: string): RemoteLine {
  const told = parseJson(line)
  if (!isRecord(told)) return { kind: 'other' }
  if (isRecord(told['failure'])) {
    return { kind: 'refused', failure: checked(failure, told['failure'], name) }
  }
  // The end says the last step alone; each step before it comes with what it is a step of.
  if (!isRecord(told['step']) || !isRecord(told['step']['step'])) return { kind: 'other' }
  return { kind: 'step', view: checked(view, told['step'], name) }
}

function checked<T>(schema: z.ZodType<T>, told: unknown, name: string): T {
  const parsed = schema.safeParse(told)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.map(String).join('.') || 'its answer'
  throw new AppError(
    'NODE_LACKS',
    `${name} says something of the sign-in that is not understood here: ${where}.`,
    {
      hint: 'Bring Lamplighter to the same version on both machines, or sign in there.',
    },
  )
}
