import type { Core } from '../../core.ts'
import { command, type Io, isoOrNull, printJson } from '../io/command.ts'
import { EXIT, type ExitCode } from '../io/exit-codes.ts'
import type { GeneralFlags } from '../io/flags.ts'
import { localTime } from '../io/local-time.ts'
import { table } from '../io/table.ts'
import { importFile } from './import-file.ts'
import { IMPORT_FLAGS } from './import-flags.ts'
import { bringLogins } from './import-node.ts'
import { exitCodeOfResult, printTroubles } from './import-print.ts'

export const importLogins = command({
  name: 'import',
  usage:
    'import PATH [PROFILE…] [{all}] [{with-forks}] [{identity}] [{passphrase-file} | {passphrase-stdin}] [{yes}] [{dry-run}] [{json}] | import {from} [PROFILE…] [{way}] [{all}] [{yes}] | import {list} | import {undo}',
  summary:
    'logins from another machine’s file, folder or export, or over ssh from the machine itself: compared first, written with a backup, and taken back with --undo',
  examples: ['import logins.age', 'import --from ada@t440 --way move', 'import --undo 2026-01-31T10-15-00'],
  words: { min: 0, max: 10_000 },
  completes: 'files',
  flags: IMPORT_FLAGS,
  run(core, words, flags, io) {
    if (flags.list) return listImports(core, flags, io)
    if (flags.from !== undefined) return bringLogins(core, flags.from, words, flags, io)
    if (flags.undo !== undefined) return undoImport(core, flags.undo, flags, io)
    return importFile(core, words, flags, io)
  },
})

async function listImports(core: Core, flags: GeneralFlags, io: Io): Promise<ExitCode> {
  const results = await core.imports.list()
  if (flags.json) {
    printJson(io, { imports: results.map(({ atMs, ...rest }) => ({ at: isoOrNull(atMs), ...rest })) })
    return EXIT.ok
  }
  if (results.length === 0) io.out('No import is on record.')
  const rows = results.map(({ id, atMs, imported, undone }) => [
    id,
    localTime(atMs),
    undone ? 'taken back' : `${imported.length} written`,
    imported.map(({ account }) => account).join(', '),
  ])
  for (const line of table(rows)) io.out(line)
  return EXIT.ok
}

async function undoImport(core: Core, id: string, flags: GeneralFlags, io: Io): Promise<ExitCode> {
  const result = await core.imports.undo(id)
  if (flags.json) printJson(io, { result })
  else {
    io.out(result.undone ? 'The import was taken back.' : 'The import could not be taken back whole.')
    printTroubles(result, io)
  }
  return exitCodeOfResult(result)
}
