/** Claude Code's MCP servers of type http: `headersHelper` of the server's entry. */

import { isRecord } from '../../../base/json.ts'
import { join } from '../../../base/path.ts'
import { parseJsonText, plainValue } from '../../../stores/shared/json-tree.ts'
import { commandLine } from '../command-text.ts'
import { type Consumer, helperProof } from '../consumer.ts'

export const claudeCodeMcp: Consumer = {
  id: 'claude-code-mcp',
  name: 'Claude Code, MCP server',
  gains: 'an MCP server of Claude Code gets the login’s token',
  commands: ['claude'],
  questions: [
    {
      name: 'server',
      label: 'Which of its MCP servers?',
      example: 'tickets',
      choices: (text) => [...servers(text).keys()],
    },
  ],
  places: ({ home, env }) => [join(env('CLAUDE_CONFIG_DIR') ?? home, '.claude.json')],
  use: ({ server = '' }, text) => `mcp ${urlOf(text, server)}`,
  helper: 'lamplighter helper mcp',
  edits: ({ said: { server = '' }, path, around }) => [
    {
      kind: 'member',
      path,
      member: ['mcpServers', server, 'headersHelper'],
      value: commandLine(around, [...around.own, 'helper', 'mcp']),
    },
  ],
  proof: (asked) =>
    helperProof(asked, ['mcp', urlOf(asked.text, asked.said['server'] ?? '')], { shows: /Bearer / }),
}

function servers(text: string): ReadonlyMap<string, string> {
  const tree = parseJsonText(text)
  const all = tree && plainValue(tree)
  const its = isRecord(all) && isRecord(all['mcpServers']) ? all['mcpServers'] : {}
  return new Map(
    Object.entries(its).flatMap(([name, one]) =>
      isRecord(one) && typeof one['url'] === 'string' ? [[name, one['url']] as const] : [],
    ),
  )
}

function urlOf(text: string, server: string): string {
  return servers(text).get(server) ?? ''
}
