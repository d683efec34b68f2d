import { AppError } from '../../base/errors.ts'
import type { Core } from '../../core.ts'
import { command, printJson } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'
import { table } from '../io/table.ts'

export const withhold = command({
  name: 'withhold',
  usage: 'withhold PROGRAM LOGIN [{drop}] | withhold {list} [{json}]',
  summary:
    'gives a program no token of a login from now on; a file that is kept fresh is taken away, or emptied',
  examples: [
    'withhold nightly-report ada@example.test',
    'withhold /home/ada/run/api.token ada@example.test',
    'withhold nightly-report ada@example.test --drop',
    'withhold --list',
  ],
  words: { min: 0, max: 2 },
  flags: {
    drop: { type: 'boolean', help: 'it is given them again' },
    list: { type: 'boolean', help: 'who has had tokens of which login, and what is withheld' },
  },
  async run(core, [called, name], flags, io) {
    if (flags.list && called === undefined) {
      const all = await everybody(core)
      if (flags.json) printJson(io, { programs: all })
      else if (all.length === 0) io.out('No program has asked for a token, and no file is kept fresh.')
      else for (const line of table(all.map(rowOf), io.screen?.columns)) io.out(line)
      return EXIT.ok
    }
    if (called === undefined || name === undefined) {
      throw new AppError('ARGUMENT_INVALID', 'Say which program is given nothing of which login.', {
        hint: 'lamplighter withhold PROGRAM LOGIN, with the name that --list shows.',
      })
    }
    const login = core.idOf(name)
    const program = core.keptFiles.list().find(({ path }) => path === called)?.program ?? called
    await core.withhold(login, program, !flags.drop)
    if (flags.json) printJson(io, { program, login, withheld: !flags.drop })
    else
      io.out(
        `"${program}" is given ${flags.drop ? 'tokens' : 'no token'} of ${login}${flags.drop ? ' again' : ''}.`,
      )
    return EXIT.ok
  },
})

interface Given {
  readonly program: string
  readonly login: string
  readonly withheld: boolean
}

/** Each once, whatever it asked for. */
async function everybody({ askers, connections, keptFiles }: Core): Promise<readonly Given[]> {
  const connected = (await connections.list()).map(({ asksAs, ...rest }) => ({ ...rest, program: asksAs }))
  const all = [...connected, ...keptFiles.list(), ...askers.list()]
  const byBoth = all.map(({ program, login, isWithheld }): [string, Given] => [
    JSON.stringify([program, login]),
    { program, login, withheld: isWithheld },
  ])
  return [...new Map(byBoth).values()]
}

function rowOf({ program, login, withheld }: Given): readonly string[] {
  return [program, login, withheld ? 'withheld' : 'given']
}
