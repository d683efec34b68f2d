/**
 * What a guest hears at a door: `POST /v1/token` with `{login, validFor}` brings `{accessToken, expiresAt, refreshAfter}`,
 * anything else a problem (RFC 9457). docs/door.openapi.json describes it. A guest cannot tell a login that is not for this door
 * from one that does not exist.
 */
import { z } from 'zod'
import { AppError, toFailure } from '../base/errors.ts'
import { parseJson } from '../base/json.ts'
import type { LocalReply, LocalRequest } from '../base/local-http.ts'
import type { Ports } from '../base/ports.ts'
import type { Core } from '../core.ts'
import { guestOf } from '../features/consent/consent-ask.ts'
import type { Door } from '../features/doors/door-file.ts'
import { isOpen } from '../features/doors/doors.ts'

const DAY_SECONDS = 24 * 60 * 60
/** Of what is left, so that the next one is there before. */
const REFRESH_AFTER = 0.8

const wishSchema = z.strictObject({
  login: z.string().min(1),
  /** Seconds. */
  validFor: z.number().min(0).max(DAY_SECONDS).optional(),
})

type AnswerPorts = Pick<Ports, 'clock' | 'random'>
type AnswerCore = Pick<Core, 'handOut' | 'namesOf' | 'token'>

export async function answerGuest(
  core: AnswerCore,
  ports: AnswerPorts,
  door: Door,
  request: LocalRequest,
): Promise<LocalReply> {
  if (!isOpen(door, ports.clock.now())) return problem(410, 'This door is closed.', 'Its time is up.')
  if (!hasKey(ports, door, request)) {
    const reply = problem(401, 'This door wants its key.', 'Send it as: Authorization: Bearer KEY')
    return { ...reply, headers: { 'www-authenticate': 'Bearer' } }
  }
  if (request.path !== '/v1/token') return problem(404, 'There is no such page.', 'Ask at /v1/token.')
  if (request.method !== 'POST') {
    return { ...problem(405, 'A token is asked for with POST.'), headers: { allow: 'POST' } }
  }
  const wish = wishSchema.safeParse(parseJson(request.body))
  if (!wish.success) {
    const issue = wish.error.issues[0]
    const where = issue?.path.map(String).join('.') || 'the body'
    return problem(400, 'The request is not understood.', `${where}: ${issue?.message ?? 'no JSON'}`)
  }
  try {
    return await tokenFor(core, ports, door, wish.data)
  } catch (error) {
    return failure(error)
  }
}

async function tokenFor(
  core: AnswerCore,
  { clock }: AnswerPorts,
  door: Door,
  { login, validFor = 0 }: z.infer<typeof wishSchema>,
): Promise<LocalReply> {
  const id = door.logins.find((one) => one === login || isNamed(core, one, login))
  if (id === undefined)
    return problem(404, 'This door has no such login.', `It has: ${door.logins.join(', ')}`)
  const program = guestOf(door.name)
  const askedBy = program.name
  const ask = { program, login: id, askedBy }
  const wish = { validForMs: validFor * 1000, askedBy }
  const { accessToken, expiresAtMs } = await core.handOut(ask, () => core.token(id, wish))
  const nowMs = clock.now()
  const times =
    expiresAtMs === undefined
      ? {}
      : { expiresAt: iso(expiresAtMs), refreshAfter: iso(nowMs + (expiresAtMs - nowMs) * REFRESH_AFTER) }
  return json(200, { accessToken: accessToken.expose(), ...times })
}

/** A login of the door that is gone meanwhile has no names. */
function isNamed(core: AnswerCore, id: string, name: string): boolean {
  try {
    return core.namesOf(id).includes(name)
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

function hasKey({ random }: AnswerPorts, { at }: Door, { headers }: LocalRequest): boolean {
  if ('socket' in at) return true // whoever has it in front of them
  const given = /^Bearer +(\S+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? ''
  return random.sha256Hex(given) === at.keySha256 // of a digest nobody learns by the time it takes
}

/** What only somebody at the machine can mend. */
const FOR_A_PERSON: readonly string[] = [
  'NEEDS_LOGIN',
  'NOT_REFRESHABLE',
  'CLIENT_REJECTED',
  'PROVIDER_CHANGED',
  'PROFILE_UNKNOWN',
  'CONFIG_INVALID',
  'CONSENT_NEEDED',
  'HOST_REFUSED',
]

/** By what a guest can do about it; where files lie and what they are called is not for a guest. */
function failure(error: unknown): LocalReply {
  const { code } = toFailure(error)
  if (FOR_A_PERSON.includes(code)) {
    return problem(
      409,
      'Only a person can help.',
      'Somebody has to look at this login on the machine that has it.',
      code,
    )
  }
  const later = problem(503, 'There is no token just now.', 'Ask again a little later.', code)
  return { ...later, headers: { 'retry-after': '30' } }
}

function problem(status: number, title: string, detail?: string, code?: string): LocalReply {
  const body = {
    status,
    title,
    ...(detail === undefined ? {} : { detail }),
    ...(code === undefined ? {} : { code }),
  }
  return { ...json(status, body), type: 'application/problem+json' }
}

function json(status: number, body: Readonly<Record<string, unknown>>): LocalReply {
  return { status, type: 'application/json', body: `${JSON.stringify(body)}\n` }
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
