/**
 * Logins at MCP servers, where their clients keep them in plain JSON files of their own. Servers differ in what a spent
 * refresh token costs, so these are only watched. Claude Code's stand beside its own login.
 */
import { isRecord, parseJson } from '../base/json.ts'
import { join as joinPath } from '../base/path.ts'
import { type Adapter, fileStore } from './shared/file-store.ts'
import { mcpLogin, mcpLogins } from './shared/mcp-logins.ts'
import type { Where } from './shared/where.ts'

interface McpClient {
  readonly id: string
  readonly owner: string
  readonly environment: readonly string[]
  path(where: Where): string
}

/** One file for all servers. */
function mcpFile({ id, owner, environment, path }: McpClient): Adapter {
  return fileStore({
    id,
    owner,
    provider: 'mcp',
    note: `${owner} renews it when it next talks to that server.`,
    environment,
    paths: (where) => [path(where)],
    entries: (content) => mcpLogins(owner, parseJson(content)),
  })
}

const CLIENTS: readonly McpClient[] = [
  {
    id: 'codex-mcp',
    owner: 'Codex',
    environment: ['CODEX_HOME'],
    path: ({ folder }) => joinPath(folder('CODEX_HOME', '.codex'), '.credentials.json'),
  },
  {
    id: 'grok-mcp',
    owner: 'Grok',
    environment: ['GROK_HOME'],
    path: ({ folder }) => joinPath(folder('GROK_HOME', '.grok'), 'mcp_credentials.json'),
  },
  {
    id: 'gemini-mcp',
    owner: 'Gemini CLI',
    environment: ['GEMINI_CLI_HOME'],
    path: ({ folder }) => joinPath(folder('GEMINI_CLI_HOME', ''), '.gemini', 'mcp-oauth-tokens.json'),
  },
  {
    id: 'qwen-mcp',
    owner: 'Qwen Code',
    environment: [],
    path: ({ home }) => joinPath(home, '.qwen', 'mcp-oauth-tokens.json'),
  },
  {
    id: 'antigravity-mcp',
    owner: 'Antigravity',
    environment: [],
    path: ({ home }) => joinPath(home, '.gemini', 'antigravity-cli', 'mcp_oauth_tokens.json'),
  },
]

const TOKENS_END = '.tokens.json'

/** A file for each server. */
const copilotMcp = fileStore({
  id: 'copilot-mcp',
  owner: 'GitHub Copilot',
  provider: 'mcp',
  note: 'GitHub Copilot renews it when it next talks to that server.',
  environment: ['COPILOT_HOME'],
  paths: ({ folder }) => [joinPath(folder('COPILOT_HOME', '.copilot'), 'mcp-oauth-config', `*${TOKENS_END}`)],
  entries(content, { name }) {
    const file = parseJson(content)
    return isRecord(file)
      ? [mcpLogin('GitHub Copilot', name.slice(0, -TOKENS_END.length), file, 'ms')]
      : undefined
  },
})

export const mcpClients: readonly Adapter[] = [...CLIENTS.map(mcpFile), copilotMcp]
