/** Flags of `import` and `send`, by what they are about. */
import { YES_FLAG } from '../io/confirm.ts'
import type { FlagsOf, FlagTable, GeneralFlags } from '../io/flags.ts'
import { PASSPHRASE_FLAGS } from '../io/passphrase.ts'

/** Which logins, and whether it is meant. */
const CHOICE_FLAGS = {
  all: { type: 'boolean', help: 'every login that can go without a risk' },
  ...YES_FLAG,
  'dry-run': { type: 'boolean', help: 'shows what would be done, and does nothing' },
} as const satisfies FlagTable

const WAY_HELP = 'how it goes over'

export const SEND_FLAGS = {
  ...CHOICE_FLAGS,
  way: { type: 'string', value: 'move|borrow|copy', help: WAY_HELP },
} as const satisfies FlagTable

export const IMPORT_FLAGS = {
  ...CHOICE_FLAGS,
  ...PASSPHRASE_FLAGS,
  'with-forks': { type: 'boolean', help: 'also what only one machine may have' },
  identity: { type: 'string', value: 'FILE', help: 'the key that opens the file' },
  from: { type: 'string', value: 'DEST', help: 'the machine itself, over ssh' },
  way: { type: 'string', value: 'move|borrow|copy|sign-in', help: WAY_HELP },
  list: { type: 'boolean', help: 'what was imported' },
  undo: { type: 'string', value: 'ID', help: 'takes an import back' },
} as const satisfies FlagTable

export type ImportFlags = FlagsOf<typeof IMPORT_FLAGS> & GeneralFlags
export type SendFlags = FlagsOf<typeof SEND_FLAGS> & GeneralFlags
