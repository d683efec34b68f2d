/** Codex: `auth.command` of a model provider in config.toml. */
import { join } from '../../../base/path.ts'
import { inQuotes } from '../command-text.ts'
import { type Consumer, helperProof } from '../consumer.ts'

export const codex: Consumer = {
  id: 'codex',
  name: 'Codex',
  gains: 'Codex asks here for the key of a model provider of your own',
  commands: ['codex'],
  questions: [
    {
      name: 'provider',
      label: 'Which model provider?',
      example: 'gateway',
      choices: (text) => [...text.matchAll(/^\[model_providers\.([\w-]+)\]/gm)].map(([, name = '']) => name),
    },
  ],
  places: ({ home, env }) => [join(env('CODEX_HOME') ?? join(home, '.codex'), 'config.toml')],
  use: ({ provider }) => `audience ${provider}`,
  helper: 'lamplighter helper bearer',
  edits({ said: { provider = '' }, path, around: { own } }) {
    const [command = '', ...args] = own
    return [
      {
        kind: 'lines',
        path,
        lines: [
          `[model_providers.${provider}.auth]`,
          `command = ${inQuotes(command)}`,
          `args = [${[...args, 'helper', 'bearer', provider].map(inQuotes).join(', ')}]`,
        ],
      },
    ]
  },
  proof: (asked) => helperProof(asked, ['bearer', asked.said['provider'] ?? '']),
  notes: ({ said: { provider } }) => [
    `[model_providers.${provider}] itself, with its base_url, is yours to write; Codex uses it with model_provider = "${provider}".`,
  ],
}
