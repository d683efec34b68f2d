/** cargo: `credential-provider` of a registry. */
import { join } from '../../../base/path.ts'
import { inQuotes } from '../command-text.ts'
import { type Consumer, helperProof } from '../consumer.ts'

export const cargo: Consumer = {
  id: 'cargo',
  name: 'cargo',
  gains: 'crates from a registry of your own',
  commands: ['cargo'],
  questions: [
    {
      name: 'registry',
      label: 'What do you call the registry?',
      example: 'team',
      choices: (text) => [...text.matchAll(/^\[registries\.([\w-]+)\]/gm)].map(([, name = '']) => name),
    },
    {
      name: 'index',
      label: 'Where is its index?',
      example: 'sparse+https://registry.example.test/index/',
      choices: (text) => [...text.matchAll(/^index\s*=\s*"([^"]+)"/gm)].map(([, url = '']) => url),
    },
  ],
  places: ({ home, env }) => [join(env('CARGO_HOME') ?? join(home, '.cargo'), 'config.toml')],
  use: ({ index }) => `registry ${index}`,
  helper: 'lamplighter helper cargo',
  edits({ said: { registry = '', index = '' }, path, text, around }) {
    const words = ['cargo:token-from-stdout', ...around.own, 'helper', 'cargo']
    const below = `[registries.${registry}]`
    const isThere = text.includes(below)
    return [
      {
        kind: 'lines',
        path,
        below,
        lines: [
          ...(isThere ? [] : [`index = ${inQuotes(index)}`]),
          `credential-provider = [${words.map(inQuotes).join(', ')}]`,
        ],
        instead: /^(credential-provider|token)\s*=/,
      },
    ]
  },
  proof: (asked) =>
    helperProof(asked, ['cargo'], {
      env: { CARGO_REGISTRY_INDEX_URL: asked.said['index'] ?? '' },
      shows: /^Bearer ./,
    }),
}
