/**
 * Which version of a program is installed: from the package that its command belongs to, from the folder that it lies in,
 * or, where it is known to do nothing besides, from itself.
 */
import { isRecord, parseJson } from '../../base/json.ts'
import { folderOf, join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import type { InstalledView } from '../../contract/views.ts'
import type { ProgramCommand } from '../../stores/program-commands.ts'

type InstalledPorts = Pick<Ports, 'commands' | 'files' | 'programs'>

const TIMEOUT_MS = 5_000
const MOST_BYTES = 4_096
/** From a package's bin folder to the package. */
const LEVELS = 4
const VERSION = /\d+\.\d+(?:\.\d+)?(?:-[\w.]+)?/
/** Homebrew's Cellar, and programs that keep their versions side by side. */
const IN_PATH = new RegExp(`[/\\\\](?:v?)(${VERSION.source})(?=[/\\\\]|$)`, 'g')

/** Undefined: no shell would find it. */
export async function installed(
  ports: InstalledPorts,
  command: ProgramCommand,
): Promise<InstalledView | undefined> {
  const link = ports.programs.find(command.name)
  if (link === undefined) return undefined
  const path = (await ports.files.realPath(link)) ?? link
  const version =
    (await fromPackage(ports, path, command.name)) ??
    [...path.matchAll(IN_PATH)].at(-1)?.[1] ??
    (await fromItself(ports, path, command))
  return { path, ...(version === undefined ? {} : { version }) }
}

/** npm's: the nearest package that has this command. */
async function fromPackage(
  { files }: InstalledPorts,
  path: string,
  name: string,
): Promise<string | undefined> {
  let folder = folderOf(path)
  for (let level = 0; level < LEVELS; level++, folder = folderOf(folder)) {
    const about = parseJson((await files.read(join(folder, 'package.json')).catch(() => undefined)) ?? '')
    if (!isRecord(about) || typeof about.version !== 'string') continue
    const isOfIt = isRecord(about.bin) ? name in about.bin : typeof about.bin === 'string'
    if (isOfIt) return about.version
  }
  return undefined
}

async function fromItself(
  { commands }: InstalledPorts,
  path: string,
  { version }: ProgramCommand,
): Promise<string | undefined> {
  if (!version) return undefined
  const how = { input: '', timeoutMs: TIMEOUT_MS, mostBytes: MOST_BYTES }
  const { code, printed = '' } = await commands.run([path, ...version], how)
  return code === 0 ? VERSION.exec(printed)?.[0] : undefined
}
