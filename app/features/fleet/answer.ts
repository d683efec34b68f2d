/** What an administrator answers to whoever it admits: the user of the register that this machine is from now on. */
import { armor, Decrypter } from 'age-encryption'
import { z } from 'zod'
import { AppError } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import type { Clock } from '../../base/ports.ts'
import type { Register } from '../../base/register.ts'
import { writeForSure } from '../../engine/fleet/write-for-sure.ts'
import { FleetLayout } from '../../model/fleet-record.ts'
import { Secret } from '../../model/secret.ts'
import { encryptTo } from '../transfer/bundle/encrypt.ts'
import type { Invitation } from './enrol.ts'
import { isSignedBy, type NodeIdentity, sign } from './node-identity.ts'

export interface Answer {
  readonly user: string
  readonly password: Secret
}

const recordSchema = z.object({ wrapped: z.string(), signature: z.string() })
const answerSchema = z.object({ user: z.string(), password: z.string() })

/** Once: asked again, the first answer stays. @returns false when there is one already @throws RegisterFailure */
export async function giveAnswer(
  { register, clock }: { readonly register: Register; readonly clock: Clock },
  administrator: NodeIdentity,
  { fleet, id }: Pick<Invitation, 'fleet' | 'id'>,
  recipient: string,
  { user, password }: Answer,
): Promise<boolean> {
  const wrapped = await encryptTo(JSON.stringify({ user, password: password.expose() }), [recipient])
  const signature = sign(administrator, textOf(fleet, id, wrapped))
  const text = JSON.stringify({ wrapped, signature })
  const key = new FleetLayout(fleet).answer(id)
  return (await writeForSure(clock, text, () => register.create(key, text))).kind === 'written'
}

/** Undefined while there is none. @throws RegisterFailure; AppError FLEET_REFUSED when nobody trusted has given it */
export async function readAnswer(
  register: Register,
  { fleet, id, administrator }: Pick<Invitation, 'fleet' | 'id' | 'administrator'>,
  { ageIdentity }: NodeIdentity,
): Promise<Answer | undefined> {
  const found = await register.read(new FleetLayout(fleet).answer(id))
  if (!found) return undefined
  const record = recordSchema.safeParse(parseJson(found.value)).data
  if (!record || !isSignedBy(administrator, record.signature, textOf(fleet, id, record.wrapped)))
    throw notTheirs()
  const decrypter = new Decrypter()
  decrypter.addIdentity(ageIdentity.expose())
  const text = await decrypter.decrypt(armor.decode(record.wrapped), 'text').catch((error: unknown) => {
    throw notTheirs(error)
  })
  const answer = answerSchema.safeParse(parseJson(text)).data
  if (!answer) throw notTheirs()
  return { user: answer.user, password: new Secret(answer.password) }
}

function textOf(fleet: string, id: string, wrapped: string): string {
  return JSON.stringify(['answer', fleet, id, wrapped])
}

function notTheirs(cause?: unknown): AppError {
  return new AppError('FLEET_REFUSED', 'The answer to this invitation does not come from whoever invited.', {
    hint: 'Ask for a new invitation.',
    ...(cause === undefined ? {} : { cause }),
  })
}
