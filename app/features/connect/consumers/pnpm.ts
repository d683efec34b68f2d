/** pnpm: `tokenHelper` of a registry names a command without words, and so needs a script of its own. */
import { join } from '../../../base/path.ts'
import { script } from '../command-text.ts'
import { type Consumer, helperProof } from '../consumer.ts'

export const pnpm: Consumer = {
  id: 'pnpm',
  name: 'pnpm',
  gains: 'packages from a registry of your own',
  commands: ['pnpm'],
  questions: [{ name: 'registry', label: 'Which registry?', example: 'registry.example.test' }],
  places: ({ home, env }) => [env('NPM_CONFIG_USERCONFIG'), join(home, '.npmrc')],
  use: ({ registry }) => `registry ${registry}`,
  helper: 'lamplighter helper pnpm',
  edits({ said: { registry = '' }, path, around }) {
    const place = registry.replace(/^\w+:\/\//, '').replace(/\/*$/, '/')
    const launcher = join(around.bin, `lamplighter-pnpm-${place.replace(/\W+/g, '-').replace(/-$/, '')}`)
    return [
      {
        kind: 'file',
        path: launcher,
        text: script([...around.own, 'helper', 'pnpm', registry]),
        mode: 0o755,
      },
      { kind: 'lines', path, lines: [`//${place}:tokenHelper=${launcher}`] },
    ]
  },
  proof: (asked) => helperProof(asked, ['pnpm', asked.said['registry'] ?? ''], { shows: /^Bearer ./ }),
}
