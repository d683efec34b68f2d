/** Tells when a login may have changed: in any agent's folder, those of agents that come later included. */
import { messageOf } from '../../base/errors.ts'
import { folderOf, join } from '../../base/path.ts'
import type { FileStat, Ports, Unwatch } from '../../base/ports.ts'
import { type RowKind, readLoginRow } from './database/login-row.ts'
import type { Installation } from './locate.ts'
import { agentDatabase, storePath } from './storage-version.ts'

type WatchPorts = Pick<Ports, 'databases' | 'files' | 'log' | 'random'>

export interface Watching {
  /** It has seen how things are: whatever changes from now on is told. Never rejects. */
  readonly ready: Promise<void>
  readonly end: Unwatch
}

export function watchInstallation(
  ports: WatchPorts,
  find: () => Promise<Installation>,
  onChange: () => void,
): Watching {
  const unwatches = new Map<string, Unwatch>()
  const stamps = new Stamps(ports)
  let signature: string | undefined
  let running = false
  let again = true
  let closed = false

  const look = async (): Promise<void> => {
    const installation = await find()
    if (closed) return
    follow(foldersOf(installation))
    const now = await signatureOf(ports.files, stamps, installation)
    const changed = signature !== undefined && signature !== now
    signature = now
    if (changed && !closed) onChange()
  }

  const follow = (folders: ReadonlySet<string>): void => {
    for (const folder of folders) {
      if (!unwatches.has(folder)) unwatches.set(folder, ports.files.watch(folder, poke))
    }
    for (const [folder, unwatch] of unwatches) {
      if (folders.has(folder)) continue
      unwatch()
      unwatches.delete(folder)
    }
  }

  /** One look at a time; what happens meanwhile causes one more. */
  const poke = (): void => {
    again = true
    if (!running) void lookWhileAsked()
  }

  let isReady = (): void => undefined
  const ready = new Promise<void>((resolve) => (isReady = resolve))

  const lookWhileAsked = async (): Promise<void> => {
    running = true
    while (again && !closed) {
      again = false
      try {
        await look()
      } catch (error) {
        ports.log.warn('OpenClaw could not be looked at.', { cause: messageOf(error) })
        if (!closed) onChange() // the scan will say what is wrong
      }
      isReady()
    }
    running = false
  }

  void lookWhileAsked()
  return {
    ready,
    end: () => {
      closed = true
      for (const unwatch of unwatches.values()) unwatch()
    },
  }
}

function foldersOf({ state, agents, configPath, shared }: Installation): ReadonlySet<string> {
  const inside = shared ? [folderOf(shared.path)] : []
  return new Set([
    state,
    join(state, 'agents'),
    folderOf(configPath),
    ...inside,
    ...agents.map(({ folder }) => folder),
  ])
}

/** Lock files come and go beside the logins, ours among them: only what is named here counts as a change. */
async function signatureOf(
  files: Ports['files'],
  stamps: Stamps,
  { agents, configPath, shared }: Installation,
): Promise<string> {
  const paths = agents.flatMap(({ folder }) => [storePath(folder), join(folder, 'auth-state.json')])
  const lines: string[] = []
  for (const path of [configPath, ...paths]) {
    const found = await files.stat(path)
    if (found) lines.push(`${path} ${detailOf(found)}`)
  }
  if (shared) lines.push(`${shared.location} ${await stamps.of(shared.path, 'shared')}`)
  for (const { folder } of agents) lines.push(await stamps.of(agentDatabase(folder), 'agent'))
  return lines.join('\n')
}

function detailOf({ identity, size, mtimeMs, mode }: FileStat): string {
  return `${identity} ${size} ${mtimeMs} ${mode}`
}

/** A database is written all the time: only a change of the row with the logins matters to us. */
class Stamps {
  readonly #ports: WatchPorts
  /** By path: how the files were, and what stood in the row then. */
  readonly #seen = new Map<string, { readonly files: string; readonly stamp: string }>()

  constructor(ports: WatchPorts) {
    this.#ports = ports
  }

  async of(path: string, kind: RowKind): Promise<string> {
    const files: string[] = []
    for (const name of [path, `${path}-wal`]) {
      const found = await this.#ports.files.stat(name)
      files.push(found ? detailOf(found) : '')
    }
    const now = files.join(' | ')
    const seen = this.#seen.get(path)
    if (seen?.files === now) return seen.stamp
    const stamp = `${path} ${await this.#read(path, kind)}`
    this.#seen.set(path, { files: now, stamp })
    return stamp
  }

  async #read(path: string, kind: RowKind): Promise<string> {
    const { databases, random } = this.#ports
    try {
      const row = await readLoginRow(databases, path, kind)
      return row ? random.sha256Hex(row.text) : ''
    } catch (error) {
      return messageOf(error) // the scan says it; a change of it is one more
    }
  }
}
