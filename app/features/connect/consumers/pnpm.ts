/** pnpm: `tokenHelper` of a registry names a command without words, and so needs a script of its own. */
import { join } from '../../../base/path.ts'
import { launcher } from '../command-text.ts'
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
    const name = `lamplighter-pnpm-${place.replace(/\W+/g, '-').replace(/-$/, '')}`
    const script = launcher(around, around.bin, name, [...around.own, 'helper', 'pnpm', registry])
    return [script, { kind: 'lines', path, lines: [`//${place}:tokenHelper=${script.path}`] }]
  },
  proof: (asked) => helperProof(asked, ['pnpm', asked.said['registry'] ?? ''], { shows: /^Bearer ./ }),
}
