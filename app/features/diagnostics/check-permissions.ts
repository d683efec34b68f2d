/** May anybody else read what is secret? Folders 0700, files 0600; on Windows the profile folder itself keeps others out. */
import { folderOf, join } from '../../base/path.ts'
import type { FileStat, Files, Paths } from '../../base/ports.ts'
import { quotedWord } from '../../base/shell-word.ts'
import { type Check, type FileCheckDeps, type FileFinding, fileFinding, orOk } from './finding.ts'

const OTHERS = 0o077
const WRITERS = 0o022
const MANY = 2_000 // a history of years; more would only repeat what was said

export const checkPermissions: Check = async (deps) => {
  if (deps.ports.process.platform === 'win32') return []
  const findings = (await filesOpenToOthers(deps)).map((one) => fileFinding('warn', one))
  return orOk(findings, 'Nobody but you may read what is secret.')
}

export async function filesOpenToOthers({ ports, overview }: FileCheckDeps): Promise<readonly FileFinding[]> {
  if (ports.process.platform === 'win32') return []
  const { files, paths } = ports
  const secret = new Set<string>([...(await ownPaths(files, paths))])
  for (const { holders } of overview.profiles) for (const { path } of holders) secret.add(path)
  // What holds no login that we understand may hold one all the same.
  for (const { path, present } of overview.places)
    if (present && (await files.stat(path))?.kind === 'file') secret.add(path)
  const findings: FileFinding[] = []
  for (const path of [...secret].slice(0, MANY)) {
    const open = await tooOpen(files, path)
    if (open) findings.push(open)
  }
  const changeable = await changeableByOthers(files, paths.config)
  return changeable ? [...findings, changeable] : findings
}

async function ownPaths(files: Files, paths: Paths): Promise<readonly string[]> {
  const all = [paths.vault, join(folderOf(paths.vault), 'clients.json'), paths.locks] // what is inside locks/ holds no secret
  for (const folder of [paths.state, paths.journal, paths.history]) {
    all.push(folder, ...(await files.list(folder)).map((name) => `${folder}/${name}`))
  }
  return all
}

async function tooOpen(files: Files, path: string): Promise<FileFinding | undefined> {
  const found = await files.stat(path)
  if (!found || (found.mode & OTHERS) === 0 || found.kind === 'other') return undefined
  const isFolder = found.kind === 'directory'
  const mode = found.mode.toString(8).padStart(3, '0')
  return {
    kind: 'open',
    path,
    what: `${path} is open to others (${mode}).`,
    ...mend(found, `chmod ${isFolder ? '700' : '600'} ${quotedWord(path)}`, isFolder ? 0o700 : 0o600),
  }
}

/** Only the owner may change who else may. */
function mend(
  { foreign, mode }: FileStat,
  command: string,
  wanted: number,
): Pick<FileFinding, 'todo' | 'command' | 'mode'> {
  return foreign
    ? { todo: `It belongs to another user, and only they or root may run: ${command}`, command }
    : { todo: `Run: ${command}`, command, mode: { is: mode, wanted } }
}

/** config.json holds no secret and may be read by anybody; whoever may change it decides where refresh tokens are sent. */
async function changeableByOthers(files: Files, path: string): Promise<FileFinding | undefined> {
  const found = await files.stat(path)
  if (!found || (found.mode & WRITERS) === 0) return undefined
  return {
    kind: 'changeable',
    path,
    what: `${path} can be changed by others.`,
    ...mend(found, `chmod go-w ${quotedWord(path)}`, found.mode & ~WRITERS),
  }
}
