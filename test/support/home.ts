/** A throw-away home: Lamplighter's folders, an OpenClaw with agents, and the environment that points at both. */
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { clearFolder } from './clear-folder.ts'

export interface Home {
  readonly path: string
  readonly openclaw: string
  readonly env: Record<string, string>
  agentFile(agent: string): string
  writeAgent(
    agent: string,
    profiles: Record<string, unknown>,
    extra?: Record<string, unknown>,
  ): Promise<string>
  readAgent(
    agent: string,
  ): Promise<{ profiles: Record<string, Record<string, unknown>> } & Record<string, unknown>>
  writeConfig(config: unknown): Promise<void>
  /** Waits for the processes that were started on it. */
  remove(): Promise<void>
}

export async function makeHome(): Promise<Home> {
  const root = await mkdtemp(join(tmpdir(), 'lamplighter-home-'))
  const path = join(root, 'lamplighter')
  const openclaw = join(root, 'openclaw')
  await mkdir(path, { mode: 0o700 })
  const agentFile = (agent: string): string => join(openclaw, 'agents', agent, 'agent', 'auth-profiles.json')
  return {
    path,
    openclaw,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: root,
      LAMPLIGHTER_HOME: path,
      OPENCLAW_STATE_DIR: openclaw,
      NODE_ENV: 'test',
    },
    agentFile,
    async writeAgent(agent, profiles, extra = {}) {
      const file = agentFile(agent)
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      await writeFile(file, `${JSON.stringify({ version: 1, profiles, ...extra }, null, 2)}\n`, {
        mode: 0o600,
      })
      return file
    },
    readAgent: async (agent) => JSON.parse(await readFile(agentFile(agent), 'utf8')),
    writeConfig: (config) => writeFile(join(path, 'config.json'), JSON.stringify(config), { mode: 0o600 }),
    remove: () => clearFolder(root),
  }
}
