/** Claude Code's MCP servers of type http: `headersHelper` of the server's entry. */

import { AppError } from '../../../base/errors.ts'
import { isRecord } from '../../../base/json.ts'
import { join } from '../../../base/path.ts'
import { shellWord } from '../../../base/shell-word.ts'
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
  check({ said: { server = '' }, text, path }) {
    if (!servers(text).has(server)) throw noServer(server, path, placeOf(text, server))
  },
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

/** Those that every project has, and that are asked over HTTP. */
function servers(text: string): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(serversIn(settings(text))).flatMap(([name, one]) =>
      isRecord(one) && typeof one['url'] === 'string' ? [[name, one['url']] as const] : [],
    ),
  )
}

function settings(text: string): unknown {
  const tree = parseJsonText(text)
  return tree && plainValue(tree)
}

function serversIn(part: unknown): Readonly<Record<string, unknown>> {
  return isRecord(part) && isRecord(part['mcpServers']) ? part['mcpServers'] : {}
}

/** Where there is one of that name all the same: `command` in this list, `project` in that of one project. */
function placeOf(text: string, server: string): 'command' | 'project' | undefined {
  const all = settings(text)
  if (Object.hasOwn(serversIn(all), server)) return 'command'
  const projects = isRecord(all) && isRecord(all['projects']) ? Object.values(all['projects']) : []
  return projects.some((project) => Object.hasOwn(serversIn(project), server)) ? 'project' : undefined
}

function noServer(server: string, path: string, elsewhere: ReturnType<typeof placeOf>): AppError {
  const add = `claude mcp add --scope user --transport http ${shellWord(server)} URL`
  switch (elsewhere) {
    case 'command':
      return new AppError('ARGUMENT_INVALID', `Claude Code starts the MCP server "${server}" as a command.`, {
        hint: 'Only one that it asks over HTTP takes a token from here.',
      })
    case 'project':
      return new AppError(
        'ARGUMENT_INVALID',
        `Claude Code has the MCP server "${server}" in one project only.`,
        {
          hint: `Lamplighter connects those of all projects. Add it there: ${add}`,
          command: add,
        },
      )
    case undefined:
      return new AppError('ARGUMENT_INVALID', `Claude Code has no MCP server "${server}" in ${path}.`, {
        hint: `Add it first: ${add}`,
        command: add,
      })
  }
}

function urlOf(text: string, server: string): string {
  return servers(text).get(server) ?? ''
}
