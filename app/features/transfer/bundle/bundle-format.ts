/** What is inside a bundle: one versioned JSON of packed credentials. No archive, so no names of files in it. Pure. */
import { z } from 'zod'
import { AppError } from '../../../base/errors.ts'
import type { Account, Credential } from '../../../model/credential.ts'
import { decodeCredential, encodeCredential } from '../../../model/credential-codec.ts'

const FORMAT = 'lamplighter-bundle'
const VERSION = 1

export interface BundleLogin {
  /** The profile's name on the machine it comes from. */
  readonly id: string
  readonly provider: string
  readonly account: Account
  /** Absent when it was not understood. */
  readonly credential?: Credential
}

export interface Bundle {
  /** The machine it was written on. */
  readonly from: string
  readonly atMs: number
  readonly logins: readonly BundleLogin[]
}

const bundleSchema = z.looseObject({
  from: z
    .string()
    .regex(/^[\w.-]{0,253}$/)
    .catch(''), // a host's name: it becomes part of sentences
  atMs: z.number().catch(0),
  logins: z.array(z.unknown()),
})

const loginSchema = z.looseObject({
  id: z.string().min(1),
  provider: z.string().min(1),
  credential: z.looseObject({}),
})

const markSchema = z.looseObject({ format: z.literal(FORMAT), version: z.number().int().positive() })

/** The tokens are in clear in it: for encryption only. */
export function printBundle({ from, atMs, logins }: Bundle): string {
  const packed = logins.flatMap(({ id, provider, credential }) =>
    credential ? [{ id, provider, credential: JSON.parse(encodeCredential(credential)) as unknown }] : [],
  )
  return `${JSON.stringify({ format: FORMAT, version: VERSION, from, atMs, logins: packed }, null, 1)}\n`
}

/** @param raw parsed JSON. Undefined when it is no bundle. @throws AppError IMPORT_UNREADABLE for a newer or broken one */
export function readBundle(raw: unknown, path: string): Bundle | undefined {
  const mark = markSchema.safeParse(raw)
  if (!mark.success) return undefined
  if (mark.data.version > VERSION) {
    throw new AppError(
      'IMPORT_UNREADABLE',
      `${path} was written by a newer Lamplighter (bundle version ${mark.data.version}).`,
      { hint: 'Update Lamplighter on this machine and try again.' },
    )
  }
  const parsed = bundleSchema.safeParse(raw)
  if (!parsed.success) throw new AppError('IMPORT_UNREADABLE', `${path} is a bundle without logins in it.`)
  const { from, atMs, logins } = parsed.data
  return { from, atMs, logins: logins.map(readLogin) }
}

function readLogin(raw: unknown, index: number): BundleLogin {
  const parsed = loginSchema.safeParse(raw)
  if (!parsed.success) return { id: `entry ${index + 1}`, provider: 'unknown', account: {} }
  const { id, provider, credential: packed } = parsed.data
  const credential = unpack(packed)
  return { id, provider, account: credential?.account ?? {}, ...(credential ? { credential } : {}) }
}

function unpack(packed: object): Credential | undefined {
  try {
    const credential = decodeCredential(JSON.stringify(packed))
    return credential.accessToken || credential.refreshToken ? credential : undefined
  } catch (error) {
    if (error instanceof AppError) return undefined // said in the plan, as an entry that is not understood
    throw error
  }
}
