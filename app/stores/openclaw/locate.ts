/** Where OpenClaw keeps its things: the state folder, and the folder of every agent. */
import { AppError, toFailure } from '../../base/errors.ts'
import { expandHome, folderOf, isAbsolute, join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import type { Failure } from '../../contract/failure.ts'
import { agentFoldersIn, type OpenClawConfig, parseConfig } from './config.ts'
import { findSharedStore, type SharedStore } from './database/shared-store.ts'

export interface Agent {
  /** "main" */
  readonly id: string
  /** The `agent` folder, with `auth-profiles.json` in it. */
  readonly folder: string
  /** OpenClaw mirrors into the main agent's file, and locks it after all others. */
  readonly main: boolean
  /** None of the agents: the row that all of them share, in the database of this folder. */
  readonly shared?: boolean
}

export interface Installation {
  readonly state: string
  readonly present: boolean
  readonly agents: readonly Agent[]
  /** OpenClaw's own database, since 2026.5.30. */
  readonly shared?: SharedStore
  readonly config: OpenClawConfig
  readonly configPath: string
  /** openclaw.json is there and was not understood: agents that it puts elsewhere are not seen. */
  readonly configProblem?: Failure
}

type LocatePorts = Pick<Ports, 'databases' | 'files' | 'paths' | 'process' | 'random'>

const STATE_FOLDER = '.openclaw'
const LEGACY_FOLDERS = ['.clawdbot', '.moldbot', '.moltbot']
const CONFIG_NAMES = ['openclaw.json', 'clawdbot.json', 'moldbot.json', 'moltbot.json']
const MAIN = 'main'
/** No agent can be called so. */
export const SHARED = '@shared'

export async function locate(ports: LocatePorts): Promise<Installation> {
  const home = homeOf(ports)
  const state = await stateFolder(ports, home)
  const configPath = await findConfig(ports, home, state)
  const { config, ...trouble } = await readConfig(ports, configPath)
  const agents = await findAgents(ports, home, state, config)
  const shared = await findSharedStore(ports, state)
  const present = (await ports.files.stat(state)) !== undefined
  return { state, present, agents, config, configPath, ...trouble, ...(shared ? { shared } : {}) }
}

/** Every agent, and what they share, as one more. */
export function placesOf({ agents, shared }: Installation): readonly Agent[] {
  if (!shared || (shared.location !== 'state-db' && !shared.trouble)) return agents
  return [{ id: SHARED, folder: folderOf(shared.path), main: false, shared: true }, ...agents]
}

async function readConfig(
  { files }: LocatePorts,
  path: string,
): Promise<Pick<Installation, 'config' | 'configProblem'>> {
  try {
    const text = await files.read(path)
    const config = text === undefined || text.trim() === '' ? {} : parseConfig(text)
    return config ? { config } : { config: {}, configProblem: toFailure(notUnderstood(path)) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { config: {}, configProblem: toFailure(error) }
  }
}

function notUnderstood(path: string): AppError {
  return new AppError('STORE_CORRUPT', `${path} is there, but it is not what OpenClaw writes.`, {
    hint: 'Logins of agents that it puts elsewhere are not seen until it is mended.',
  })
}

function homeOf(ports: LocatePorts): string {
  const { userHome } = ports.paths
  const named = ports.process.env('OPENCLAW_HOME')?.trim()
  return named && named !== 'undefined' && named !== 'null' ? expandHome(named, userHome) : userHome
}

/** OPENCLAW_STATE_DIR, else ~/.openclaw, else a folder with one of the older names that is there. */
async function stateFolder(ports: LocatePorts, home: string): Promise<string> {
  const named =
    ports.process.env('OPENCLAW_STATE_DIR')?.trim() || ports.process.env('CLAWDBOT_STATE_DIR')?.trim()
  if (named) return absolute(ports, named, home)
  const usual = join(home, STATE_FOLDER)
  if (await ports.files.stat(usual)) return usual
  for (const name of LEGACY_FOLDERS) {
    if (await ports.files.stat(join(home, name))) return join(home, name)
  }
  return usual
}

async function findConfig(ports: LocatePorts, home: string, state: string): Promise<string> {
  const named =
    ports.process.env('OPENCLAW_CONFIG_PATH')?.trim() || ports.process.env('CLAWDBOT_CONFIG_PATH')?.trim()
  if (named) return absolute(ports, named, home)
  for (const name of CONFIG_NAMES) {
    if (await ports.files.stat(join(state, name))) return join(state, name)
  }
  return join(state, CONFIG_NAMES[0] as string)
}

/** The main agent's override first, then folders named in openclaw.json, then everything under `agents/`. */
async function findAgents(
  ports: LocatePorts,
  home: string,
  state: string,
  config: OpenClawConfig,
): Promise<readonly Agent[]> {
  const override =
    ports.process.env('OPENCLAW_AGENT_DIR')?.trim() || ports.process.env('PI_CODING_AGENT_DIR')?.trim()
  const candidates: { id: string; folder: string }[] = []
  if (override) candidates.push({ id: MAIN, folder: await absolute(ports, override, home) })
  for (const { id, folder } of agentFoldersIn(config)) {
    candidates.push({ id, folder: await absolute(ports, folder, home) })
  }
  for (const id of await subfolders(ports, join(state, 'agents'))) {
    candidates.push({ id, folder: join(state, 'agents', id, 'agent') })
  }
  const main = override ? candidates[0]?.folder : join(state, 'agents', MAIN, 'agent')
  const agents = new Map<string, Agent>()
  const folders = new Set<string>()
  for (const { id, folder } of candidates) {
    const real = (await ports.files.realPath(folder)) ?? folder
    if (folders.has(real)) continue
    folders.add(real)
    // One id, two folders: an override beside the usual place. Both are shown, each under a name of its own.
    const name = agents.has(id) ? `${id}@${ports.random.sha256Hex(folder).slice(0, 6)}` : id
    agents.set(name, { id: name, folder, main: folder === main })
  }
  return [...agents.values()]
}

async function subfolders(ports: LocatePorts, folder: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const name of await ports.files.list(folder)) {
    if ((await ports.files.stat(join(folder, name)))?.kind === 'directory') found.push(name)
  }
  return found
}

/** As OpenClaw resolves it: `~` is the home, a relative path counts from the working folder. */
async function absolute(ports: LocatePorts, path: string, home: string): Promise<string> {
  const expanded = expandHome(path, home)
  return isAbsolute(expanded) ? expanded : ((await ports.files.realPath(expanded)) ?? expanded)
}
