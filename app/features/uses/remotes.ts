/** The remotes of the git repository that a program works in: its config is read, git is not run. */
import { AppError } from '../../base/errors.ts'
import { folderOf, isAbsolute, join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import { remoteSteps } from '../../config/use.ts'

type RemotePorts = Pick<Ports, 'files' | 'log'>

/** None outside of a repository, and of one that somebody else could have written: it would choose the account. */
export async function remotesOf(ports: RemotePorts, folder: string): Promise<readonly (readonly string[])[]> {
  try {
    const path = await configOf(ports.files, folder)
    const text = path && (await ports.files.readTrusted(path))
    return text ? remotesIn(text) : []
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    ports.log.info('the repository of a program is not believed', { folder, error: error.message })
    return []
  }
}

/** `.git` is a folder, or (a worktree, a submodule) a file that names one. gitrepository-layout(5) */
async function configOf(files: Ports['files'], from: string): Promise<string | undefined> {
  for (let folder = from; ; folder = folderOf(folder)) {
    const git = join(folder, '.git')
    const found = await files.stat(git)
    if (found?.kind === 'directory') return join(git, 'config')
    if (found?.kind === 'file') return configNamed(files, folder, await files.readTrusted(git))
    if (folder === folderOf(folder)) return undefined
  }
}

async function configNamed(
  files: Ports['files'],
  folder: string,
  text: string | undefined,
): Promise<string | undefined> {
  const named = /^gitdir:\s*(.+?)\s*$/m.exec(text ?? '')?.[1]
  if (named === undefined) return undefined
  const its = isAbsolute(named) ? named : join(folder, named)
  const common = (await files.read(join(its, 'commondir')))?.trim()
  if (common === undefined) return join(its, 'config')
  return join(isAbsolute(common) ? common : join(its, common), 'config')
}

function remotesIn(text: string): readonly (readonly string[])[] {
  const all: (readonly string[])[] = []
  let isRemote = false
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*\[/.test(line)) isRemote = /^\s*\[remote\s+"/i.test(line)
    const url = isRemote ? /^\s*url\s*=\s*"?([^"\s]+)"?\s*$/i.exec(line)?.[1] : undefined
    const steps = url === undefined ? undefined : remoteSteps(url)
    if (steps) all.push(steps)
  }
  return all
}
