/** Where a passphrase comes from: a file, standard input, or the person. Never an argument: every process can read those. */
import { AppError } from '../../base/errors.ts'
import type { Core } from '../../core.ts'
import type { Io, Terminal } from './command.ts'
import type { FlagsOf, FlagTable } from './flags.ts'
import { beginningOf } from './given-file.ts'

/** Nobody's passphrase is longer; a file could go on for ever. */
const MAX_BYTES = 4096
const TRIES = 3
export const WHERE_HINT = 'Give it with --passphrase-file FILE or --passphrase-stdin, or ask on a terminal.'

export const PASSPHRASE_FLAGS = {
  'passphrase-file': { type: 'string', value: 'FILE', help: 'its first line is the passphrase' },
  'passphrase-stdin': { type: 'boolean', help: 'the passphrase comes on standard input' },
} as const satisfies FlagTable

type Flags = FlagsOf<typeof PASSPHRASE_FLAGS>

/** The one that the flags name; undefined when they name none. @throws AppError ARGUMENT_INVALID */
export async function givenPassphrase(flags: Flags, io: Io): Promise<string | undefined> {
  const { passphraseFile, passphraseStdin } = flags
  if (passphraseFile !== undefined && passphraseStdin) {
    throw new AppError('ARGUMENT_INVALID', 'Say --passphrase-file or --passphrase-stdin, not both.')
  }
  if (passphraseFile !== undefined) return firstLineOf(passphraseFile)
  if (!passphraseStdin) return undefined
  for await (const line of io.lines()) {
    if (line !== '') return line
    break
  }
  throw new AppError('ARGUMENT_INVALID', 'No passphrase came on standard input.')
}

/** For a new file: typed twice, since nobody can ask for it again. @throws AppError PASSPHRASE_NEEDED */
export async function newPassphrase(core: Core, flags: Flags, io: Io): Promise<string> {
  const given = await givenPassphrase(flags, io)
  if (given !== undefined) return given
  if (!io.terminal) {
    throw new AppError('PASSPHRASE_NEEDED', 'The file needs a passphrase, or a recipient (--to).', {
      hint: WHERE_HINT,
    })
  }
  for (let left = TRIES; left > 0; left--) {
    const chosen = await chosenBy(io.terminal, core, io)
    if (chosen !== undefined) return chosen
  }
  throw new AppError('PASSPHRASE_NEEDED', 'No passphrase was chosen; nothing was written.')
}

async function chosenBy(terminal: Terminal, core: Core, io: Io): Promise<string | undefined> {
  const passphrase = (await terminal.askSecret('Passphrase for the file: ')).expose()
  try {
    await core.imports.checkProtection({ passphrase })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    io.err([error.message, error.hint].filter(Boolean).join(' '))
    return undefined
  }
  if ((await terminal.askSecret('Once more: ')).expose() === passphrase) return passphrase
  io.err('They differ.')
  return undefined
}

/** It keeps the machine busy for a second or more, on purpose, and looks like standing still. */
export function sayDeriving({ terminal, err }: Io): void {
  if (terminal) err('Deriving the key…')
}

/** What the person types for a file that is there; each wrong one is told. @throws AppError when they give up */
export async function withTypedPassphrase<T>(
  terminal: Terminal,
  question: string,
  attempt: (passphrase: string) => Promise<T>,
  io: Io,
): Promise<T> {
  for (let left = TRIES; ; left--) {
    try {
      const passphrase = (await terminal.askSecret(question)).expose()
      sayDeriving(io)
      return await attempt(passphrase)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'PASSPHRASE_NEEDED' || left === 1) throw error
      io.err(error.message)
    }
  }
}

async function firstLineOf(path: string): Promise<string> {
  const text = await beginningOf(path, 'The passphrase', MAX_BYTES, (bytes) => bytes.includes('\n'))
  const [line = ''] = text.split(/\r?\n/, 1)
  if (line === '') throw new AppError('ARGUMENT_INVALID', `${path} holds no passphrase in its first line.`)
  return line
}
