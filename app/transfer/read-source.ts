/** What a file from another machine holds, as profiles like our own. Reads only; knows OpenClaw's file and our bundle. */
import type { ImportPlanView } from '../contract/views.ts'
import { AppError } from '../errors.ts'
import type { Ports } from '../ports.ts'
import { groupIntoGrants, type HeldEntry } from '../profiles/grant.ts'
import { nameProfiles, type Profile } from '../profiles/profile.ts'
import { entryOf } from '../stores/openclaw/entry.ts'
import { parseJson, parseStore, type StoreFile } from '../stores/openclaw/format.ts'
import type { FindProvider } from '../stores/openclaw/look.ts'
import { join, nameOf } from '../stores/openclaw/path.ts'
import { decryptText, isAge } from './age.ts'
import { type Bundle, type BundleLogin, readBundle } from './bundle-format.ts'

/** Thousands of logins fit; more is no file of ours, and is not read into memory. */
export const MAX_BYTES = 8 * 1024 * 1024

const STORE = 'auth-profiles.json'
/** Names become keys in files and parts of messages. */
const SAFE_NAME = /^[^\p{Cc}\p{Cs}]{1,256}$/u

export interface Source {
  readonly kind: ImportPlanView['kind']
  readonly path: string
  /** The machine it was written on, where the file says so. */
  readonly from?: string
  /** One for each login; an entry that was not understood carries a problem. */
  readonly logins: readonly Profile[]
}

export interface SourceParts {
  readonly ports: Pick<Ports, 'files' | 'random'>
  readonly findProvider: FindProvider
  /** The journal of this machine knows the refresh token as used up. */
  readonly isSpent: (fingerprint: string) => Promise<boolean>
}

/** @throws AppError IMPORT_UNREADABLE, PASSPHRASE_NEEDED, STORE_UNREADABLE */
export async function readSource(parts: SourceParts, path: string, passphrase?: string): Promise<Source> {
  const found = await parts.ports.files.stat(path)
  if (found?.kind === 'directory') return readFolder(parts, path)
  const bytes = await readLimited(parts, path)
  const text = isAge(bytes) ? await decryptText(bytes, passphrase, path) : decode(bytes)
  const raw = text === undefined ? undefined : parseJson(text)
  const bundle = readBundle(raw, path)
  if (bundle) return fromBundle(parts, bundle, path)
  const store = text === undefined ? undefined : parseStore(text)
  if (!store) throw unknown(path)
  return { kind: 'openclaw', path, logins: await grouped(parts, entriesOf(parts, store, path, 'file')) }
}

/** An OpenClaw state folder or an agent's: every auth-profiles.json in it, copies of one login taken as one. */
async function readFolder(parts: SourceParts, folder: string): Promise<Source> {
  const entries: HeldEntry[] = []
  let files = 0
  for (const { agent, path } of await storesIn(parts.ports.files, folder)) {
    const text = decode(await readLimited(parts, path))
    const store = text === undefined ? undefined : parseStore(text)
    if (!store) throw unknown(path)
    entries.push(...entriesOf(parts, store, path, agent))
    files++
  }
  if (files === 0) {
    throw new AppError('IMPORT_UNREADABLE', `There is no ${STORE} in ${folder}.`, {
      hint: 'Choose the folder of an OpenClaw, an auth-profiles.json, or a file that Lamplighter exported. A newer OpenClaw keeps its logins in a database, which cannot be read.',
    })
  }
  return { kind: 'openclaw', path: folder, logins: await grouped(parts, entries) }
}

async function storesIn(
  files: Ports['files'],
  folder: string,
): Promise<readonly { readonly agent: string; readonly path: string }[]> {
  const agents = await files.list(join(folder, 'agents'))
  const candidates = [
    { agent: 'main', path: join(folder, STORE) },
    { agent: 'main', path: join(folder, 'agent', STORE) },
    ...agents.map((agent) => ({ agent, path: join(folder, 'agents', agent, 'agent', STORE) })),
  ]
  const found = await Promise.all(candidates.map(({ path }) => files.stat(path)))
  return candidates.filter((_, index) => found[index]?.kind === 'file')
}

async function readLimited({ ports: { files } }: SourceParts, path: string): Promise<Uint8Array> {
  const found = await files.stat(path)
  if (!found) throw new AppError('IMPORT_UNREADABLE', `${path} is not there.`)
  if (found.kind !== 'file') throw new AppError('IMPORT_UNREADABLE', `${path} is not a file.`) // a pipe would never end
  const bytes = found.size > MAX_BYTES ? undefined : await files.readBytes(path)
  if (bytes === undefined || bytes.length > MAX_BYTES) {
    throw new AppError('IMPORT_UNREADABLE', `${path} is larger than 8 MiB; that is no file of logins.`)
  }
  return bytes
}

/** Undefined when it is not UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function entriesOf(
  { findProvider }: SourceParts,
  { profiles, newerVersion }: StoreFile,
  path: string,
  agent: string,
): readonly HeldEntry[] {
  return profiles.map((profile) => {
    const label = agent === 'file' ? nameOf(path) : `OpenClaw · ${agent}`
    const id = `openclaw:${agent}:${profile.id}`
    const holder = { store: 'openclaw', id, label, path, entry: profile.id } as const
    const provider = findProvider(profile.provider)
    const entry = entryOf(profile, { holder, provider, writable: true, newerVersion })
    return { ...entry, provider: provider?.id ?? profile.provider, spent: false }
  })
}

async function fromBundle(parts: SourceParts, { from, logins }: Bundle, path: string): Promise<Source> {
  const entries = logins.map((login) => entryOfBundle(parts, login, path))
  const source = { kind: 'vault-export', path, logins: await grouped(parts, entries) } as const
  return from === '' ? source : { ...source, from }
}

function entryOfBundle({ findProvider }: SourceParts, login: BundleLogin, path: string): HeldEntry {
  const { id, provider, account, credential } = login
  const holder = { store: 'vault', id: `vault:${id}`, label: nameOf(path), path, entry: id } as const
  const plain = { holder, provider: findProvider(provider)?.id ?? provider, account, spent: false } as const
  const mode = { mode: 'own', owner: 'Lamplighter' } as const
  if (credential) return { ...plain, ...mode, credential }
  const problem = { code: 'IMPORT_UNREADABLE', message: `"${id}" in the file is not understood.` }
  return { ...plain, ...mode, problem }
}

async function grouped(
  { ports, isSpent }: SourceParts,
  entries: readonly HeldEntry[],
): Promise<readonly Profile[]> {
  const held: HeldEntry[] = []
  for (const entry of entries) {
    if (!SAFE_NAME.test(entry.holder.entry)) {
      held.push(unnamed(entry))
      continue
    }
    const token = entry.credential?.refreshToken ?? entry.credential?.accessToken
    const fingerprint = token && ports.random.fingerprint(token.expose())
    if (fingerprint === undefined) held.push(entry)
    else held.push({ ...entry, fingerprint, spent: await isSpent(fingerprint) })
  }
  return nameProfiles(groupIntoGrants(held, (fingerprint) => fingerprint))
}

function unnamed({ credential: _, ...entry }: HeldEntry): HeldEntry {
  const name = 'an entry without a usable name'
  const problem = { code: 'IMPORT_UNREADABLE', message: `The file holds ${name}.` }
  return { ...entry, account: {}, holder: { ...entry.holder, entry: name }, problem }
}

function unknown(path: string): AppError {
  return new AppError('IMPORT_UNREADABLE', `${path} is not a file Lamplighter can import from.`, {
    hint: "Choose another machine's auth-profiles.json, or a file that Lamplighter exported.",
  })
}
