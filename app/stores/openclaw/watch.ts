/** Tells when a login may have changed: in any agent's folder, those of agents that come later included. */
import { messageOf } from '../../base/errors.ts'
import { folderOf, join } from '../../base/path.ts'
import type { Ports, Unwatch } from '../../base/ports.ts'
import type { Installation } from './locate.ts'
import { storePath } from './storage-version.ts'

type WatchPorts = Pick<Ports, 'files' | 'log'>

/** Lock files come and go beside the logins, ours among them: only what is in this list counts as a change. */
const WATCHED_FILES = ['auth-profiles.json', 'auth-state.json', 'openclaw-agent.sqlite']

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
  let signature: string | undefined
  let running = false
  let again = true
  let closed = false

  const look = async (): Promise<void> => {
    const installation = await find()
    if (closed) return
    follow(foldersOf(installation))
    const now = await signatureOf(ports.files, installation)
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

function foldersOf({ state, agents, configPath }: Installation): ReadonlySet<string> {
  return new Set([state, join(state, 'agents'), folderOf(configPath), ...agents.map(({ folder }) => folder)])
}

async function signatureOf(files: Ports['files'], { agents, configPath }: Installation): Promise<string> {
  const paths = agents.flatMap(({ folder }) => [
    storePath(folder),
    ...WATCHED_FILES.slice(1).map((name) => join(folder, name)),
  ])
  const lines: string[] = []
  for (const path of [configPath, ...paths]) {
    const found = await files.stat(path)
    if (!found) continue
    // A database is written all the time: only its coming and going matters to us.
    const detail = path.endsWith('.sqlite')
      ? ''
      : ` ${found.identity} ${found.size} ${found.mtimeMs} ${found.mode}`
    lines.push(path + detail)
  }
  return lines.join('\n')
}
