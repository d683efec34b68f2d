/** git: gitcredentials(7). The empty helper keeps tokens out of stores that were named before. */
import { join } from '../../../base/path.ts'
import { inQuotes, shellLine } from '../command-text.ts'
import type { Consumer } from '../consumer.ts'

export const git: Consumer = {
  id: 'git',
  name: 'git',
  gains: 'clones, fetches and pushes over https',
  commands: ['git'],
  questions: [
    {
      name: 'server',
      label: 'Which server, or which part of it?',
      example: 'https://git.example.test/team',
    },
  ],
  places: ({ home, env }) => [
    env('GIT_CONFIG_GLOBAL'),
    join(home, '.gitconfig'),
    join(env('XDG_CONFIG_HOME') ?? join(home, '.config'), 'git', 'config'),
  ],
  use: ({ server }) => `git ${server}`,
  helper: 'lamplighter helper git',
  edits: ({ said: { server = '' }, path, around }) => [
    {
      kind: 'lines',
      path,
      lines: [
        `[credential ${inQuotes(server.replace(/\/+$/, ''))}]`,
        '\thelper =',
        `\thelper = ${inQuotes(`!${shellLine([...around.own, 'helper', 'git'])}`)}`,
        '\tuseHttpPath = true',
      ],
    },
  ],
  proof({ said: { server = '' }, around }) {
    const { protocol, host, pathname } = new URL(server)
    const path = pathname.replace(/^\//, '')
    const input = `protocol=${protocol.slice(0, -1)}\nhost=${host}\n${path ? `path=${path}\n` : ''}\n`
    const git = around.find('git') ?? 'git'
    const env = { GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '', SSH_ASKPASS: '' }
    return { words: [git, 'credential', 'fill'], input, env, shows: /^(password|credential)=./m }
  },
}
