import { AppError } from '../../base/errors.ts'
import type { ConnectionView, DisconnectView } from '../../contract/consumers.ts'
import { command, printJson } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'
import { notConnected } from './connect.ts'

const BECAME: Readonly<Record<DisconnectView['files'][number]['became'], string>> = {
  'as-before': 'is as it was before',
  'without-ours': 'was changed since: only the lines of Lamplighter went out',
  removed: 'is gone: it was made by connecting',
  untouched: 'has nothing of it any more, or another connection needs it',
}

export const disconnect = command({
  name: 'disconnect',
  usage: 'disconnect PROGRAM [USE] [{all}] [{json}]',
  summary: 'takes out again what connect wrote: a file that nobody wrote since is as before, to the byte',
  examples: ['disconnect git', 'disconnect git "git https://git.example.test"', 'disconnect git --all'],
  words: { min: 1, max: 4 },
  flags: { all: { type: 'boolean', help: 'all connections of that program' } },
  async run(core, [program = '', ...use], flags, io) {
    const its = (await core.connections.list()).filter(({ consumer }) => consumer === program)
    const meant = chosen(program, its, use.join(' '), flags.all)
    const done: { readonly use: string; readonly files: DisconnectView['files'] }[] = []
    for (const { id, use } of meant) {
      const { files } = await core.connections.disconnect(id)
      done.push({ use, files })
      if (flags.json) continue
      io.out(`${program} does not ask for "${use}" here any more.`)
      for (const { path, became } of files) io.out(`${path} ${BECAME[became]}.`)
    }
    if (flags.json) printJson(io, { disconnected: done })
    return EXIT.ok
  },
})

/** @throws AppError ARGUMENT_INVALID */
function chosen(
  program: string,
  its: readonly ConnectionView[],
  use: string,
  areAll: boolean,
): readonly ConnectionView[] {
  const meant = use === '' ? its : its.filter((one) => one.use === use)
  if (meant.length === 0) throw notConnected(use === '' ? program : `${program}, ${use}`)
  if (meant.length === 1 || areAll) return meant
  throw new AppError('ARGUMENT_INVALID', `${program} is connected for several things.`, {
    hint: `Say for which, or --all: ${meant.map((one) => `lamplighter disconnect ${program} "${one.use}"`).join('; ')}`,
  })
}
