import type { ProgramView } from '../../contract/views.ts'
import { command, printJson } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'
import { textTable } from '../io/text-table.ts'

export const programs = command({
  name: 'programs',
  usage: 'programs [{json}]',
  summary:
    'which programs are known here, in which version, where their logins were read, and what was not understood',
  examples: ['programs', 'programs --json'],
  words: { min: 0, max: 0 },
  flags: {},
  async run(core, _words, flags, io) {
    const all = await core.programs()
    if (flags.json) {
      printJson(io, { programs: all })
      return EXIT.ok
    }
    const isHere = ({ places, logins }: ProgramView): boolean =>
      logins > 0 || places.some(({ present }) => present)
    const here = all.filter(isHere)
    const rows = here.map(({ id, name, installed, places, logins, refreshedBy }) => [
      name,
      id,
      installed === false ? 'not installed' : (installed?.version ?? '-'),
      logins === 1 ? '1 login' : `${logins} logins`,
      refreshedBy.join('; ') || '-',
      pathsOf(places) || '-',
    ])
    if (rows.length > 0)
      for (const line of textTable(
        [['PROGRAM', 'ID', 'VERSION', 'READ', 'RENEWED BY', 'WHERE'], ...rows],
        io.screen?.columns,
      ))
        io.out(line)
    for (const { name, installed, places } of here)
      if (installed === false)
        io.out(`${name} is not installed any more, or in no folder of PATH. It left: ${pathsOf(places)}`)
    for (const { name, notUnderstood } of here)
      for (const { message, hint } of notUnderstood)
        io.out(`Not understood of ${name}: ${[message, hint].filter(Boolean).join(' ')}`)
    const absent = all.filter((one) => !isHere(one)).map(({ name }) => name)
    if (absent.length > 0) io.out(`Looked for, and not found: ${[...new Set(absent)].join(', ')}`)
    return EXIT.ok
  },
})

function pathsOf(places: ProgramView['places']): string {
  return places.map(({ path }) => path).join(', ')
}
