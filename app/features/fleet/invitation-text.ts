/** An invitation as one word, to be carried to the other machine: where the register is, and what opens its door once. */
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { AppError } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import type { RegisterAddress } from '../../base/register.ts'
import { Secret } from '../../model/secret.ts'
import type { Invitation } from './enrol.ts'

/** With what whoever joins needs to speak to the register, as a guest. */
export interface FullInvitation extends Invitation {
  /** What a person calls the fleet. */
  readonly name: string
  readonly address: RegisterAddress
}

const BEGINS = 'lamplighter-fleet:'

const schema = z.object({
  v: z.literal(1),
  fleet: z.string(),
  name: z.string(),
  id: z.string(),
  secret: z.string(),
  administrator: z.string(),
  role: z.enum(['keeper', 'reader']),
  until: z.number(),
  members: z.array(z.string()).min(1),
  ca: z.string().optional(),
  cluster: z.string(),
  user: z.string(),
  password: z.string(),
})

export function invitationText({ address, ...about }: FullInvitation): Secret {
  const { fleet, name, id, secret, administrator, role, untilMs: until } = about
  const { members, ca, cluster, user, password } = address
  const text = JSON.stringify({
    ...{ v: 1, fleet, name, id, secret: secret.expose(), administrator, role, until },
    ...{ members, ca, cluster, user, password: password.expose() },
  })
  const binary = String.fromCharCode(...utf8ToBytes(text))
  return new Secret(BEGINS + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''))
}

/** @throws AppError ARGUMENT_INVALID */
export function parseInvitation(text: string): FullInvitation {
  const word = text.replace(/\s/g, '') // a terminal, or a mail, breaks long lines
  const found = word.startsWith(BEGINS) ? schema.safeParse(parseJson(decoded(word))).data : undefined
  if (!found) {
    throw new AppError('ARGUMENT_INVALID', 'This is not a whole invitation to a fleet.', {
      hint: `It is one word that begins with ${BEGINS}. Ask for it with: lamplighter fleet invite`,
    })
  }
  const { v: _, secret, until: untilMs, members, ca, cluster, user, password, ...about } = found
  const address = {
    members,
    cluster,
    user,
    password: new Secret(password),
    ...(ca === undefined ? {} : { ca }),
  }
  return { ...about, untilMs, secret: new Secret(secret), address }
}

function decoded(word: string): string {
  try {
    const binary = atob(word.slice(BEGINS.length).replaceAll('-', '+').replaceAll('_', '/'))
    return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)))
  } catch {
    return '' // not base64: said by whoever parses it
  }
}
