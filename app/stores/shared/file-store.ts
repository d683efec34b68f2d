/**
 * A store made from a description: one file of a program that refreshes its own logins, by itself or when asked to.
 * Torn reads are repeated, and a broken file shows its last entries. Nothing is ever written.
 */

import { AppError, toFailure } from '../../base/errors.ts'
import { folderOf, join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import type { OwnershipMode } from '../../contract/views.ts'
import type { Entry, Holder, StoreId } from '../../model/holder.ts'
import type { CredentialStore, Delegation, Scan } from '../store.ts'

type FilePorts = Pick<Ports, 'clock' | 'commands' | 'files' | 'log' | 'paths' | 'process'>

/** One login in the file, as the parser found it. */
export type FileEntry = Pick<Entry, 'account' | 'credential' | 'kind' | 'note' | 'problem'> & {
  /** Its key inside the file; unique there, and the same after a refresh. */
  readonly entry: string
  /** What a person calls the place; absent: the program and the entry. */
  readonly label?: string
}

/** Where a program's file may be told to lie. */
export interface Where {
  env(name: string): string | undefined
  readonly platform: 'linux' | 'darwin' | 'win32'
  readonly home: string
  /** XDG_CONFIG_HOME or ~/.config; %AppData% on Windows. */
  readonly configHome: string
  join(...parts: readonly string[]): string
}

export interface FileStoreDescription {
  readonly id: StoreId
  /** "GitHub CLI" */
  readonly owner: string
  /** As providers are named here: "github". */
  readonly provider: string
  readonly mode: Extract<OwnershipMode, 'watched' | 'delegated'>
  path(where: Where): string
  /** Undefined when it is not what the program writes. */
  entries(text: string): readonly FileEntry[] | undefined
  /** What renews this login where it is delegated. */
  readonly delegation?: {
    readonly timeoutMs: number
    refresh(ports: FilePorts, holder: Holder, signal: AbortSignal): Promise<void>
  }
  /** Who renews it, in a sentence. */
  readonly note: string
}

/** A program may write in place: half a file is there for an instant, so look again before calling it broken. */
const RETRIES = 3
const RETRY_MS = 100

export function fileStore(what: FileStoreDescription): (ports: FilePorts) => CredentialStore {
  return (ports) => {
    const path = what.path(whereOf(ports))
    let lastSeen: readonly Entry[] = []

    const toEntry = (found: FileEntry): Entry => {
      const { entry, label = `${what.owner} · ${entry}`, ...rest } = found
      const holder = { store: what.id, id: `${what.id}:${entry}`, label, path, entry }
      const about = { provider: what.provider, mode: what.mode, owner: what.owner, program: what.owner }
      return { holder, ...about, note: what.note, ...rest }
    }

    /** Undefined when there is no such file. @throws AppError STORE_CORRUPT, STORE_UNREADABLE */
    const load = async (): Promise<readonly Entry[] | undefined> => {
      for (let attempt = 0; ; attempt++) {
        const text = await ports.files.read(path)
        if (text === undefined) return undefined
        const found = what.entries(text)
        if (found) return found.map(toEntry)
        if (attempt === RETRIES) throw corrupt(path, what.owner)
        await ports.clock.sleep(RETRY_MS)
      }
    }

    const store: CredentialStore = {
      id: what.id,
      owner: what.owner,

      async scan(): Promise<Scan> {
        const lookedAtMs = ports.clock.now()
        try {
          const entries = await load()
          lastSeen = entries ?? []
          if (entries === undefined) return { entries: [], places: [], lookedAtMs }
          return { entries, places: [{ label: what.owner, path, found: '', present: true }], lookedAtMs }
        } catch (error) {
          const problem = toFailure(error)
          const entries = lastSeen.map(({ credential: _, ...entry }) => ({ ...entry, problem }))
          const place = { label: what.owner, path, found: 'unreadable', present: true, problem }
          return { entries, places: [place], lookedAtMs }
        }
      },

      read: async (holder) => (await load())?.find((entry) => entry.holder.id === holder.id),

      watch: (onChange) => ports.files.watch(folderOf(path), onChange),
    }
    const { delegation } = what
    return delegation ? { ...store, delegation: delegationOf(ports, delegation) } : store
  }
}

function delegationOf(ports: FilePorts, how: NonNullable<FileStoreDescription['delegation']>): Delegation {
  return {
    timeoutMs: how.timeoutMs,
    refresh: (holder, signal) => how.refresh(ports, holder, signal),
  }
}

function whereOf({ paths, process }: FilePorts): Where {
  const { platform } = process
  const env = (name: string): string | undefined => process.env(name)?.trim() || undefined
  const home = paths.userHome
  const configHome =
    platform === 'win32'
      ? (env('APPDATA') ?? join(home, 'AppData', 'Roaming'))
      : (env('XDG_CONFIG_HOME') ?? join(home, '.config'))
  return { env, platform, home, configHome, join }
}

function corrupt(path: string, owner: string): AppError {
  return new AppError('STORE_CORRUPT', `${path} is there, but it is not what ${owner} writes.`, {
    hint: `Lamplighter left it as it is. Restore it from a backup, or sign in again with ${owner}.`,
  })
}
