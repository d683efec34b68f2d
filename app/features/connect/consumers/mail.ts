/** Programs that read and send mail: their own setting for a command that prints the token. */
import { join } from '../../../base/path.ts'
import { inQuotes, shellLine } from '../command-text.ts'
import { type Asked, type Consumer, helperProof, type Question } from '../consumer.ts'

const host = (example: string): Question => ({ name: 'host', label: 'Which server?', example })
const USER: Question = { name: 'user', label: 'Whose mailbox?', example: 'ada@example.test' }

const use: Consumer['use'] = ({ host, user }) => `mail ${host} ${user}`
const words = ({ said: { host = '', user = '' } }: Asked) => ['xoauth2', host, user]
const proof: Consumer['proof'] = (asked) => helperProof(asked, words(asked))
const command = (asked: Asked): string => shellLine([...asked.around.own, 'helper', ...words(asked)])
const named = (pattern: RegExp) => (text: string) => [...text.matchAll(pattern)].map(([, name = '']) => name)

export const msmtp: Consumer = {
  id: 'msmtp',
  name: 'msmtp',
  gains: 'sends mail',
  commands: ['msmtp'],
  questions: [
    {
      name: 'account',
      label: 'Which account of its file?',
      example: 'work',
      choices: named(/^account\s+([\w.@-]+)\s*(?::.*)?$/gm),
    },
    host('smtp.example.test'),
    USER,
  ],
  places: ({ home, env }) => [
    join(home, '.msmtprc'),
    join(env('XDG_CONFIG_HOME') ?? join(home, '.config'), 'msmtp', 'config'),
  ],
  use,
  helper: 'lamplighter helper xoauth2',
  edits: (asked) => [
    {
      kind: 'lines',
      path: asked.path,
      below: `account ${asked.said['account']}`,
      mustBeThere: true,
      lines: ['auth oauthbearer', `passwordeval ${inQuotes(command(asked))}`],
      instead: /^\s*(auth|password|passwordeval)\s/,
    },
  ],
  proof,
}

export const mbsync: Consumer = {
  id: 'mbsync',
  name: 'mbsync',
  gains: 'fetches mail',
  commands: ['mbsync'],
  questions: [
    {
      name: 'account',
      label: 'Which IMAPAccount of its file?',
      example: 'work',
      choices: named(/^IMAPAccount\s+([\w.@-]+)\s*$/gm),
    },
    host('imap.example.test'),
    USER,
  ],
  places: ({ home, env }) => [
    join(home, '.mbsyncrc'),
    join(env('XDG_CONFIG_HOME') ?? join(home, '.config'), 'isyncrc'),
  ],
  use,
  helper: 'lamplighter helper xoauth2',
  edits: (asked) => [
    {
      kind: 'lines',
      path: asked.path,
      below: `IMAPAccount ${asked.said['account']}`,
      mustBeThere: true,
      lines: ['AuthMechs XOAUTH2', `PassCmd ${inQuotes(command(asked))}`],
      instead: /^\s*(AuthMechs?|Pass|PassCmd)\s/,
    },
  ],
  proof,
  notes: () => ['On Debian, mbsync learns XOAUTH2 from the package libsasl2-modules-kdexoauth2.'],
}

export const neomutt: Consumer = {
  id: 'neomutt',
  name: 'neomutt',
  gains: 'reads mail',
  commands: ['neomutt', 'mutt'],
  questions: [host('imap.example.test'), USER],
  places: ({ home, env }) => {
    const config = env('XDG_CONFIG_HOME') ?? join(home, '.config')
    return [join(config, 'neomutt', 'neomuttrc'), join(home, '.neomuttrc'), join(home, '.muttrc')]
  },
  use,
  helper: 'lamplighter helper xoauth2',
  edits: (asked) => [
    {
      kind: 'lines',
      path: asked.path,
      lines: [
        `set imap_oauth_refresh_command = ${inQuotes(command(asked))}`,
        'set imap_authenticators = "oauthbearer:xoauth2"',
      ],
    },
  ],
  proof,
}
