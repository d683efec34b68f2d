import type { Command } from '../io/command.ts'
import { sendLogins } from './import-node.ts'

export const send: Command = {
  name: 'send',
  usage: 'send DEST PROFILE… --way move|borrow|copy [--dry-run] [--yes] [--json]',
  summary: 'logins of this machine to another one, over ssh; what each way costs is said first',
  words: { min: 1, max: 10_000 },
  run: (core, [destination = '', ...names], flags, io) => sendLogins(core, destination, names, flags, io),
}
