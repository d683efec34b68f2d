/** pip and uv: they run `keyring` from the PATH. pip.conf says so, and whose password it is. */
import { join } from '../../../base/path.ts'
import { launcher } from '../command-text.ts'
import { type Consumer, helperProof } from '../consumer.ts'

export const pip: Consumer = {
  id: 'pip',
  name: 'pip',
  gains: 'packages from an index of your own',
  commands: ['pip', 'pip3'],
  questions: [{ name: 'index', label: 'Which index?', example: 'https://registry.example.test/simple/' }],
  places: ({ home, env }) => [
    env('PIP_CONFIG_FILE'),
    join(env('XDG_CONFIG_HOME') ?? join(home, '.config'), 'pip', 'pip.conf'),
    join(home, '.pip', 'pip.conf'),
  ],
  use: ({ index }) => `registry ${index}`,
  helper: 'lamplighter helper keyring',
  edits({ said: { index = '' }, path, around }) {
    const withUser = index.replace(
      /^(\w+:\/\/)([^/@]*@)?/,
      (_whole, scheme, user) => `${scheme}${user ?? 'oauth2@'}`,
    )
    return [
      launcher(around, around.bin, 'keyring', [...around.own, 'helper', 'keyring', '--']),
      {
        kind: 'lines',
        path,
        below: '[global]',
        lines: ['keyring-provider = subprocess', `index-url = ${withUser}`],
        instead: /^(keyring-provider|index-url)\s*=/,
      },
    ]
  },
  proof: (asked) => helperProof(asked, ['keyring', '--', 'get', asked.said['index'] ?? '', 'oauth2']),
  notes: ({ around }) => [
    `pip finds keyring by the PATH: ${around.bin} has to be on it, before any other keyring.`,
  ],
}
