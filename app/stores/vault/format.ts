/** The text of vault.json: plain metadata and one sealed credential for each profile. Pure: text in, text out. */
import { z } from 'zod'
import { AppError } from '../../base/errors.ts'
import { BACKUP_ADVICE } from '../../model/backup-advice.ts'
import type { Account } from '../../model/credential.ts'
import type { Lender } from '../../model/holder.ts'

const VERSION = 1

const accountSchema = z.object({
  id: z.string().optional(),
  email: z.string().optional(),
  name: z.string().optional(),
})

const entrySchema = z.object({
  provider: z.string().min(1),
  account: accountSchema.optional(),
  label: z.string().optional(),
  createdAtMs: z.number(),
  /** Another node refreshes it. A version that does not know this finds no refresh token, and does nothing. */
  borrowed: z
    .object({
      machine: z.string(),
      name: z.string(),
      profile: z.string(),
      destination: z.string().optional(),
      fleet: z.string().optional(),
      reads: z.boolean().optional(),
      ended: z.string().optional(),
    })
    .optional(),
  /** Random.seal over encodeCredential, context `vault <profile>`. */
  sealed: z.string().min(1),
})

export interface VaultEntry {
  readonly provider: string
  readonly account?: Account
  readonly label?: string
  readonly createdAtMs: number
  /** Undefined takes the mark away. */
  readonly borrowed?: Lender | undefined
  readonly sealed: string
}

export interface Vault {
  /** Everything as it was read, known or not: the next text is made from it. */
  readonly raw: Readonly<Record<string, unknown>>
  readonly entries: ReadonlyMap<string, VaultEntry>
  /** Entries that are there and not understood, with what is wrong: kept as they are. */
  readonly damaged: ReadonlyMap<string, string>
  /** Written by a newer version: to be read as far as it goes, never written. */
  readonly newer: number | undefined
}

export const EMPTY: Vault = { raw: {}, entries: new Map(), damaged: new Map(), newer: undefined }

/** @throws AppError STORE_CORRUPT */
export function parseVault(text: string, path: string): Vault {
  const raw = record(parseJson(text, path))
  const profiles = record(raw?.['profiles'])
  const version = raw?.['version']
  const newer = typeof version === 'number' && version > VERSION ? version : undefined
  if (!raw || typeof version !== 'number' || (!profiles && !newer)) {
    throw corrupt(path, 'it is not a vault: version or profiles are missing')
  }
  const entries = new Map<string, VaultEntry>()
  const damaged = new Map<string, string>()
  for (const [id, value] of Object.entries(profiles ?? {})) {
    const parsed = entrySchema.safeParse(value)
    if (parsed.success) entries.set(id, parsed.data as VaultEntry)
    else damaged.set(id, parsed.error.issues.map((issue) => issue.path.join('.') || 'entry').join(', '))
  }
  return { raw, entries, damaged, newer }
}

/** The text with one entry added, changed or (undefined) removed. What else is in the file stays, and so do unknown keys of the entry. */
export function withEntry(vault: Vault, id: string, entry: VaultEntry | undefined): string {
  const { [id]: before, ...others } = record(vault.raw['profiles']) ?? {}
  const mine = entry && { [id]: laidOver(record(before) ?? {}, entry) }
  const profiles =
    mine && before !== undefined ? { ...record(vault.raw['profiles']), ...mine } : { ...others, ...mine }
  return `${JSON.stringify({ version: VERSION, ...vault.raw, profiles }, null, 2)}\n`
}

/** A member that is there and undefined is taken away; unknown ones stay. */
function laidOver(
  before: Readonly<Record<string, unknown>>,
  entry: VaultEntry,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries({ ...before, ...entry }).filter(([, value]) => value !== undefined),
  )
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // Some versions of Node.js quote the text in this error: only its kind is kept.
    throw corrupt(path, error instanceof SyntaxError ? 'it is not JSON' : String(error))
  }
}

function corrupt(path: string, why: string): AppError {
  return new AppError('STORE_CORRUPT', `Lamplighter’s vault ${path} cannot be understood: ${why}.`, {
    hint: `It is left untouched. Move it away and sign in again. ${BACKUP_ADVICE}`,
  })
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}
