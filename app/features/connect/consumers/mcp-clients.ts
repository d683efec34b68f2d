/** MCP clients that start a server as a command: they start `lamplighter mcp URL`. Where each keeps its servers is data. */
import { join } from '../../../base/path.ts'
import type { JsonPath, JsonValue } from '../../../stores/shared/json-edit.ts'
import { inQuotes } from '../command-text.ts'
import { type Asked, type Consumer, helperProof } from '../consumer.ts'
import type { Edit } from '../edit.ts'

interface McpClient {
  readonly id: string
  readonly name: string
  readonly commands: readonly string[]
  readonly places: Consumer['places']
  readonly edit: (entry: Entry) => Edit
}

interface Entry {
  readonly path: string
  readonly server: string
  readonly command: string
  readonly args: readonly string[]
}

/** In a JSON file, below one of its members. */
const inJson =
  (list: string, value: (entry: Entry) => JsonValue = ({ command, args }) => ({ command, args })) =>
  (entry: Entry): Edit => {
    const member: JsonPath = [list, entry.server]
    return { kind: 'member', path: entry.path, member, value: value(entry) }
  }

/** Where desktop programs keep their settings: each system has its own. */
function desktopConfig({ home, env }: Pick<Asked['around'], 'home' | 'env'>): string {
  if (home.startsWith('/Users/')) return join(home, 'Library', 'Application Support')
  return env('APPDATA') ?? env('XDG_CONFIG_HOME') ?? join(home, '.config')
}

const CLIENTS: readonly McpClient[] = [
  {
    id: 'cursor-mcp',
    name: 'Cursor',
    commands: ['cursor', 'cursor-agent'],
    places: ({ home }) => [join(home, '.cursor', 'mcp.json')],
    edit: inJson('mcpServers'),
  },
  {
    id: 'claude-desktop-mcp',
    name: 'Claude Desktop',
    commands: [],
    places: (around) => [join(desktopConfig(around), 'Claude', 'claude_desktop_config.json')],
    edit: inJson('mcpServers'),
  },
  {
    id: 'vscode-mcp',
    name: 'VS Code',
    commands: ['code'],
    places: (around) => [join(desktopConfig(around), 'Code', 'User', 'mcp.json')],
    edit: inJson('servers', ({ command, args }) => ({ type: 'stdio', command, args })),
  },
  {
    id: 'codex-mcp',
    name: 'Codex',
    commands: ['codex'],
    places: ({ home, env }) => [join(env('CODEX_HOME') ?? join(home, '.codex'), 'config.toml')],
    edit: ({ path, server, command, args }) => ({
      kind: 'lines',
      path,
      lines: [
        `[mcp_servers.${inQuotes(server)}]`,
        `command = ${inQuotes(command)}`,
        `args = [${args.map(inQuotes).join(', ')}]`,
      ],
    }),
  },
  {
    id: 'opencode-mcp',
    name: 'opencode',
    commands: ['opencode'],
    places: ({ home, env }) => {
      const folder = join(env('XDG_CONFIG_HOME') ?? join(home, '.config'), 'opencode')
      return [env('OPENCODE_CONFIG'), join(folder, 'opencode.json'), join(folder, 'opencode.jsonc')]
    },
    edit: inJson('mcp', ({ command, args }) => ({
      type: 'local',
      command: [command, ...args],
      enabled: true,
    })),
  },
  {
    id: 'gemini-mcp',
    name: 'Gemini CLI',
    commands: ['gemini'],
    places: ({ home, env }) => [join(env('GEMINI_CLI_HOME') ?? home, '.gemini', 'settings.json')],
    edit: inJson('mcpServers'),
  },
  {
    id: 'windsurf-mcp',
    name: 'Windsurf',
    commands: ['windsurf'],
    places: ({ home }) => [join(home, '.codeium', 'windsurf', 'mcp_config.json')],
    edit: inJson('mcpServers'),
  },
]

export const MCP_CLIENTS: readonly Consumer[] = CLIENTS.map(({ id, name, commands, places, edit }) => ({
  id,
  name: `${name}, MCP server`,
  gains: `an MCP server that wants a login, for ${name}`,
  commands,
  questions: [
    { name: 'server', label: 'What shall the server be called there?', example: 'tickets' },
    { name: 'url', label: 'Where is it?', example: 'https://mcp.example.test/mcp' },
  ],
  places,
  use: ({ url }) => `mcp ${url}`,
  helper: ({ url = '' }) => `lamplighter mcp ${new URL(url).host}`,
  edits: (asked) => [edit(entryOf(asked))],
  proof: (asked) => helperProof(asked, ['mcp', asked.said['url'] ?? ''], { shows: /Bearer / }),
}))

function entryOf({ said: { server = '', url = '' }, path, around: { own } }: Asked): Entry {
  const [command = '', ...args] = own
  return { path, server, command, args: [...args, 'mcp', url] }
}
