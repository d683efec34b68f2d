/** May anybody else read what is secret? Folders 0700, files 0600; on Windows the profile folder itself keeps others out. */
import type { Files, Paths } from '../../base/ports.ts'
import { type Check, type Finding, finding, orOk } from './finding.ts'

const OTHERS = 0o077
const MANY = 2_000 // a history of years; more would only repeat what was said

export const checkPermissions: Check = async ({ ports, overview }) => {
  if (ports.process.platform === 'win32') return []
  const { files, paths } = ports
  const secret = new Set<string>([...(await ownPaths(files, paths))])
  for (const { holders } of overview.profiles) for (const { path } of holders) secret.add(path)
  const findings: Finding[] = []
  for (const path of [...secret].slice(0, MANY)) {
    const open = await tooOpen(files, path)
    if (open) findings.push(open)
  }
  return orOk(findings, 'Nobody but you may read what is secret.')
}

async function ownPaths(files: Files, paths: Paths): Promise<readonly string[]> {
  const all = [paths.config, paths.vault, paths.locks] // what is inside locks/ holds no secret
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
  const command = `chmod ${wanted} '${path}'`
  const todo = found.foreign
    ? `It belongs to another user, and only they or root may run: ${command}`
    : `Run: ${command}`
  return finding('warn', `${path} is open to others (${mode}).`, todo)
}
