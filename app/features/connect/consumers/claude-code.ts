/** Claude Code with a gateway of the person's own: `apiKeyHelper`. It switches the subscription's login off. */
import { join } from '../../../base/path.ts'
import { commandLine } from '../command-text.ts'
import { type Consumer, helperProof } from '../consumer.ts'

export const claudeCode: Consumer = {
  id: 'claude-code',
  name: 'Claude Code',
  gains: 'Claude Code asks here for the key of your gateway',
  commands: ['claude'],
  questions: [{ name: 'audience', label: 'What do you call the gateway?', example: 'gateway' }],
  places: ({ home, env }) => [join(env('CLAUDE_CONFIG_DIR') ?? join(home, '.claude'), 'settings.json')],
  use: ({ audience }) => `audience ${audience}`,
  helper: 'lamplighter helper bearer',
  edits: ({ said: { audience = '' }, path, around }) => [
    {
      kind: 'member',
      path,
      member: ['apiKeyHelper'],
      value: commandLine(around, [...around.own, 'helper', 'bearer', audience]),
    },
  ],
  proof: (asked) => helperProof(asked, ['bearer', asked.said['audience'] ?? '']),
  notes: () => [
    'Claude Code uses the login of a subscription no longer while this stands there: it is for a gateway or a server of your own.',
    'Where the gateway is, Claude Code reads from ANTHROPIC_BASE_URL, which is yours to set.',
  ],
}
