import { resolve } from 'node:path'
import { AppError } from '../../base/errors.ts'
import type { Core } from '../../core.ts'
import type { Protection } from '../../features/transfer/export/bundle-writer.ts'
import { command, type Io, printJson } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'
import type { FlagsOf, FlagTable } from '../io/flags.ts'
import { beginningOf } from '../io/given-file.ts'
import { newPassphrase, PASSPHRASE_FLAGS, sayDeriving } from '../io/passphrase.ts'
import { table } from '../io/table.ts'

/** Hundreds of keys; a file could go on for ever. */
const MOST_RECIPIENTS_BYTES = 256 * 1024

const EXPORT_FLAGS = {
  all: { type: 'boolean', help: 'every login' },
  to: { type: 'string', multiple: true, value: 'RECIPIENT', help: 'an age or SSH key that opens the file' },
  'recipients-file': { type: 'string', value: 'FILE', help: 'such keys, one a line' },
  ...PASSPHRASE_FLAGS,
  'with-forks': { type: 'boolean', help: 'also what only one machine may have' },
  force: { type: 'boolean', help: 'replaces a file that is there' },
} as const satisfies FlagTable

type Flags = FlagsOf<typeof EXPORT_FLAGS>

export const exportLogins = command({
  name: 'export',
  usage:
    'export FILE PROFILE… | {all} [{to}]… [{recipients-file}] [{passphrase-file} | {passphrase-stdin}] [{with-forks}] [{force}] [{json}]',
  summary:
    'logins into an age file for another machine, under a passphrase or to age and SSH keys; what only one machine may have is left out and listed',
  examples: [
    'export logins.age --all',
    'export logins.age ada@example.test --to age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
  ],
  words: { min: 1, max: 10_000 },
  completes: 'files',
  flags: EXPORT_FLAGS,
  async run(core, [file = '', ...names], flags, io) {
    if (flags.all === names.length > 0) {
      throw new AppError('ARGUMENT_INVALID', 'Name the logins to export, or say --all.')
    }
    const path = resolve(file)
    const ids = flags.all
      ? core.overview().profiles.map(({ id }) => id)
      : names.map((name) => core.profile(name).id)
    if (ids.length === 0)
      throw new AppError('ARGUMENT_INVALID', 'There is no login on this machine to export.')
    const { withForks, force } = flags
    const protection = await protectionFrom(core, flags, io)
    if ('passphrase' in protection) sayDeriving(io)
    const told = await core.imports.exportTo(path, ids, protection, {
      withForks,
      overwrite: force,
    })
    if (flags.json) printJson(io, { path, ...told })
    else {
      io.out(
        `${told.included.length === 1 ? '1 login is' : `${told.included.length} logins are`} in ${path}.`,
      )
      for (const id of told.included) io.out(`  ${id}`)
      if (told.leftOut.length > 0) io.out('Left out:')
      const rows = told.leftOut.map(({ profileId, why }) => [`  ${profileId}`, why])
      for (const line of table(rows)) io.out(line)
    }
    // Of --all it is no failure that something stays; what was named and is not in the file is one.
    return flags.all || told.leftOut.length === 0 ? EXIT.ok : EXIT.cannot
  },
})

async function protectionFrom(core: Core, flags: Flags, io: Io): Promise<Protection> {
  const { to = [], recipientsFile, passphraseFile, passphraseStdin } = flags
  const listed = recipientsFile === undefined ? [] : await recipientsOf(recipientsFile)
  const recipients = [...to, ...listed]
  if (recipients.length === 0) return { passphrase: await newPassphrase(core, flags, io) }
  if (passphraseFile !== undefined || passphraseStdin) {
    throw new AppError('ARGUMENT_INVALID', 'An age file has a passphrase or recipients, and never both.', {
      hint: 'Leave one of them out, or write two files.',
    })
  }
  return { recipients }
}

async function recipientsOf(file: string): Promise<readonly string[]> {
  const { recipientsIn } = await import('../../features/transfer/bundle/recipient.ts')
  return recipientsIn(await beginningOf(file, 'The recipients', MOST_RECIPIENTS_BYTES), file)
}
