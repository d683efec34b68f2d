/** What a file from another machine holds, as profiles like our own. Reads only; knows OpenClaw's file and our bundle. */

import { parseJson } from '../../../base/json.ts'
import { nameOf } from '../../../base/path.ts'
import type { Ports } from '../../../base/ports.ts'
import type { Failure } from '../../../contract/failure.ts'
import type { ImportPlanView } from '../../../contract/views.ts'
import { groupIntoGrants } from '../../../model/grant.ts'
import type { HeldEntry } from '../../../model/holder.ts'
import { nameProfiles, type Profile } from '../../../model/profile.ts'
import { entryOf, IN_OPENCLAW, OPENCLAW } from '../../../stores/openclaw/entry.ts'
import { parseStore, type StoreFile } from '../../../stores/openclaw/format.ts'
import type { FindProvider } from '../../../stores/openclaw/scan-agent.ts'
import { isAge } from '../bundle/age-header.ts'
import { type Bundle, type BundleLogin, readBundle } from '../bundle/bundle-format.ts'
import type { Opening } from '../bundle/decrypt.ts'
import { decode, readChosen, readKeys, unknown } from './read-file.ts'
import { type AgentFile, readFolder } from './read-folder.ts'

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

export interface SourceDeps {
  readonly ports: Pick<Ports, 'files' | 'random'>
  readonly findProvider: FindProvider
  /** The journal of this machine knows the refresh token as used up. */
  readonly isSpent: (fingerprint: string) => Promise<boolean>
}

/** What a person chose to open an encrypted file with. */
export interface Keys {
  readonly passphrase?: string
  /** Of a file of age identities, or an SSH private key. */
  readonly identityPath?: string
}

/** @throws AppError IMPORT_UNREADABLE, PASSPHRASE_NEEDED, IDENTITY_NEEDED, STORE_UNREADABLE */
export async function readSource(parts: SourceDeps, path: string, keys: Keys = {}): Promise<Source> {
  const { files } = parts.ports
  if ((await files.stat(path))?.kind === 'directory') return fromFolder(parts, path)
  const bytes = await readChosen(files, path)
  const text = isAge(bytes) ? await opened(bytes, openingOf(files, keys), path) : decode(bytes)
  const raw = text === undefined ? undefined : parseJson(text)
  const bundle = readBundle(raw, path)
  if (bundle) return fromBundle(parts, bundle, path)
  const store = text === undefined ? undefined : parseStore(text)
  if (!store) throw unknown(path)
  return { kind: 'openclaw', path, logins: await grouped(parts, entriesOf(parts, store, path, undefined)) }
}

async function opened(...file: [bytes: Uint8Array, opening: Opening, path: string]): Promise<string> {
  const { decryptText } = await import('../bundle/decrypt.ts') // with its library
  return decryptText(...file)
}

function openingOf(files: Ports['files'], { passphrase, identityPath }: Keys): Opening {
  return {
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(identityPath === undefined
      ? {}
      : { identity: { path: identityPath, read: () => readKeys(files, identityPath) } }),
  }
}

/** An OpenClaw's folder: every agent's file, copies of one login taken as one. A bad file costs the others nothing. */
async function fromFolder(parts: SourceDeps, folder: string): Promise<Source> {
  return sourceOfAgents(parts, await readFolder(parts.ports.files, folder), folder)
}

/** @param path where they are, as a person would say it */
export async function sourceOfAgents(
  parts: Pick<SourceDeps, 'findProvider' | 'isSpent'> & { readonly ports: Pick<Ports, 'random'> },
  found: readonly AgentFile[],
  path: string,
): Promise<Source> {
  const entries = found.flatMap((one) =>
    one.store
      ? entriesOf(parts, one.store, one.path, one.agent)
      : [badFile(one.path, one.agent, one.problem)],
  )
  return { kind: 'openclaw', path, logins: await grouped(parts, entries) }
}

function entriesOf(
  { findProvider }: Pick<SourceDeps, 'findProvider'>,
  { profiles, unknownVersion }: StoreFile,
  path: string,
  agent: string | undefined,
): readonly HeldEntry[] {
  return profiles.map((profile) => {
    const label = agent === undefined ? nameOf(path) : `OpenClaw · ${agent}`
    const id = `openclaw:${agent ?? 'file'}:${profile.id}`
    const holder = { store: 'openclaw', id, label, path, entry: profile.id } as const
    const provider = findProvider(profile.provider)
    const primary = agent === 'main'
    const entry = entryOf(profile, { holder, provider, writable: true, unknownVersion, primary })
    return { ...entry, provider: provider?.id ?? profile.provider, spent: false }
  })
}

function badFile(path: string, agent: string, problem: Failure): HeldEntry {
  const entry = `${nameOf(path)} of ${agent}`
  const holder = {
    store: 'openclaw',
    id: `openclaw:${agent}:file`,
    label: `OpenClaw · ${agent}`,
    path,
    entry,
  } as const
  return {
    holder,
    provider: 'openclaw',
    account: {},
    mode: 'watched',
    owner: OPENCLAW,
    ...IN_OPENCLAW,
    problem,
    spent: false,
  }
}

async function fromBundle(parts: SourceDeps, { from, logins }: Bundle, path: string): Promise<Source> {
  const entries = logins.map((login) => entryOfBundle(parts, login, path))
  const source = { kind: 'vault-export', path, logins: await grouped(parts, entries) } as const
  return from === '' ? source : { ...source, from }
}

function entryOfBundle({ findProvider }: SourceDeps, login: BundleLogin, path: string): HeldEntry {
  const { id, provider, account, credential } = login
  const holder = { store: 'vault', id: `vault:${id}`, label: nameOf(path), path, entry: id } as const
  const plain = { holder, provider: findProvider(provider)?.id ?? provider, account, spent: false } as const
  const mode = { mode: 'own', owner: 'Lamplighter' } as const
  if (credential) return { ...plain, ...mode, credential }
  const problem = { code: 'IMPORT_UNREADABLE', message: `"${id}" in the file is not understood.` }
  return { ...plain, ...mode, problem }
}

async function grouped(
  { ports, isSpent }: Pick<SourceDeps, 'isSpent'> & { readonly ports: Pick<Ports, 'random'> },
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
