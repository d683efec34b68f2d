/** May anybody else read what is secret? Folders 0700, files 0600; on Windows the profile folder itself keeps others out. */
import { folderOf, join } from '../../base/path.ts'
import type { FileStat, Files, Paths } from '../../base/ports.ts'
import { type Check, type Finding, finding, orOk } from './finding.ts'

const OTHERS = 0o077
const WRITERS = 0o022
const MANY = 2_000 // a history of years; more would only repeat what was said

export const checkPermissions: Check = async ({ ports, overview }) => {
  if (ports.process.platform === 'win32') return []
  const { files, paths } = ports
  const secret = new Set<string>([...(await ownPaths(files, paths))])
  for (const { holders } of overview.profiles) for (const { path } of holders) secret.add(path)
  // What holds no login that we understand may hold one all the same.
  for (const { path, present } of overview.places)
    if (present && (await files.stat(path))?.kind === 'file') secret.add(path)
  const findings: Finding[] = []
  for (const path of [...secret].slice(0, MANY)) {
    const open = await tooOpen(files, path)
    if (open) findings.push(open)
  }
  const changeable = await changeableByOthers(files, paths.config)
  if (changeable) findings.push(changeable)
  return orOk(findings, 'Nobody but you may read what is secret.')
}

async function ownPaths(files: Files, paths: Paths): Promise<readonly string[]> {
  const all = [paths.vault, join(folderOf(paths.vault), 'clients.json'), paths.locks] // what is inside locks/ holds no secret
  for (const folder of [paths.state, paths.journal, paths.history]) {
    all.push(folder, ...(await files.list(folder)).map((name) => `${folder}/${name}`))
  }
  return all
}

async function tooOpen(files: Files, path: string): Promise<Finding | undefined> {
  const found = await files.stat(path)
  if (!found || (found.mode & OTHERS) === 0 || found.kind === 'other') return undefined
  const wanted = found.kind === 'directory' ? '700' : '600'
  const mode = found.mode.toString(8).padStart(3, '0')
  return finding('warn', `${path} is open to others (${mode}).`, todoFor(found, `chmod ${wanted} '${path}'`))
}

function todoFor({ foreign }: FileStat, command: string): string {
  return foreign ? `It belongs to another user, and only they or root may run: ${command}` : `Run: ${command}`
}

/** config.json holds no secret and may be read by anybody; whoever may change it decides where refresh tokens are sent. */
async function changeableByOthers(files: Files, path: string): Promise<Finding | undefined> {
  const found = await files.stat(path)
  if (!found || (found.mode & WRITERS) === 0) return undefined
  return finding('warn', `${path} can be changed by others.`, todoFor(found, `chmod go-w '${path}'`))
}
