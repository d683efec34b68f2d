import { AppError } from '../../base/errors.ts'
import type { UseView } from '../../features/uses/uses.ts'
import { command, type Io, printJson } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'
import { table } from '../io/table.ts'

export const use = command({
  name: 'use',
  usage: 'use LOGIN KIND VALUE [{below}] [{remote}] [{drop}] | use {list} [{json}]',
  summary:
    'says what a login is for: git https://HOST/PATH, registry HOST, mail HOST USER, cluster NAME, aws PROFILE, mcp URL, audience X',
  examples: [
    'use ada@example.test git https://git.example.test/team',
    'use work@example.test git https://git.example.test --below ~/work',
    'use work@example.test aws dev --remote https://git.example.test/work',
    'use --list',
  ],
  completes: 'logins',
  words: { min: 0, max: 4 },
  flags: {
    below: { type: 'string', value: 'FOLDER', help: 'only for what is asked in this folder, or below it' },
    remote: {
      type: 'string',
      value: 'URL',
      help: 'only for what is asked in a git repository with this remote, or one below it',
    },
    drop: { type: 'boolean', help: 'it is no longer for that' },
    list: { type: 'boolean', help: 'what each login is for' },
  },
  async run(core, [login, ...what], flags, io) {
    if (flags.list) {
      print(core.uses.list(), flags.json, io)
      return EXIT.ok
    }
    if (login === undefined || what.length === 0) {
      throw new AppError('ARGUMENT_INVALID', 'Say which login is for what.', {
        hint: 'lamplighter use LOGIN git https://git.example.test/team',
      })
    }
    const below = flags.below === undefined ? [] : ['below', flags.below]
    const remote = flags.remote === undefined ? [] : ['remote', flags.remote]
    const changed = await core.uses.change(login, [...what, ...remote, ...below].join(' '), !flags.drop)
    if (flags.json) printJson(io, { use: changed, dropped: flags.drop })
    else io.out(`${changed.login} is ${flags.drop ? 'no longer ' : ''}for: ${changed.use}`)
    return EXIT.ok
  },
})

function print(uses: readonly UseView[], json: boolean, io: Io): void {
  if (json) printJson(io, { uses })
  else if (uses.length === 0) io.out('No login has a use yet. Say: lamplighter use LOGIN git https://HOST')
  else for (const line of table(uses.map(({ login, use }) => [login, use]))) io.out(line)
}
